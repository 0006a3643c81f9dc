package org.otklik.channels.email;

import com.google.common.net.InternetDomainName;
import java.util.Locale;
import java.util.Optional;

/** The part of an address behind the at sign, as one that vouches for another sees it (RFC 7489 §3.1). */
record MailDomain(String name) {
    MailDomain {
        name = name.toLowerCase(Locale.ROOT);
    }

    static MailDomain of(String address) {
        return new MailDomain(address.substring(address.lastIndexOf('@') + 1));
    }

    /** The same domain, or another one that the same organisation has registered: mail.dom.example and dom.example. */
    boolean isAlignedWith(MailDomain other) {
        return name.equals(other.name)
                || (organisation().isPresent() && organisation().equals(other.organisation()));
    }

    /** The domain that somebody registered, one label below a public suffix; the list holds none of the reserved and private ones. */
    private Optional<String> organisation() {
        if (!InternetDomainName.isValid(name)) {
            return Optional.empty();
        }
        var domain = InternetDomainName.from(name);
        if (!domain.hasPublicSuffix()) {
            var labels = domain.parts();
            return labels.size() < 2
                    ? Optional.empty()
                    : Optional.of(String.join(".", labels.subList(labels.size() - 2, labels.size())));
        }
        return domain.isUnderPublicSuffix()
                ? Optional.of(domain.topPrivateDomain().toString())
                : Optional.empty();
    }
}
