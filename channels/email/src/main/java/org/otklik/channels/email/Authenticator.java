package org.otklik.channels.email;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.channels.Letter.Authentication;
import org.otklik.channels.email.mime.Headers;
import org.otklik.channels.email.mime.Mailbox;

/**
 * Whether the organisation's own mail server vouches for the address in From (RFC 8601). Only what that server wrote on top is read:
 * anybody can put such a header into a mail.
 */
final class Authenticator {
    /** Signatures cover the last one of these only, and programs show the first (RFC 6376 §8.15). */
    private static final List<String> ONCE =
            List.of("from", "sender", "subject", "date", "to", "message-id", "reply-to");

    private static final Pattern RESULT = Pattern.compile("^(dmarc|dkim|spf)\\s*=\\s*pass(?=\\s|$)");
    private static final Pattern DKIM_DOMAIN = Pattern.compile("\\bheader\\.d\\s*=\\s*\"?([a-z0-9._-]+)");
    private static final Pattern DMARC_DOMAIN =
            Pattern.compile("\\bheader\\.from\\s*=\\s*\"?(?:[^\\s\";@]*@)?([a-z0-9._-]+)");
    private static final Pattern SPF_DOMAIN =
            Pattern.compile("\\bsmtp\\.mailfrom\\s*=\\s*\"?(?:[^\\s\";]*@)?([a-z0-9._-]+)");

    private Authenticator() {}

    static Authentication judge(Headers headers, OwnMailbox own) {
        if (headers.isCrowded() || ONCE.stream().anyMatch(name -> headers.count(name) > 1)) {
            return Authentication.FAILED;
        }
        var address = headers.raw("from").flatMap(Mailbox::strict);
        if (address.isEmpty()) {
            return Authentication.FAILED;
        }
        var server = own.authservId();
        // The topmost of all: below it, one with the same name may be the sender's.
        var results = headers.raw("authentication-results").map(Authenticator::plain);
        if (server.isEmpty() || results.isEmpty() || !isBy(results.get(), server.get())) {
            return Authentication.NONE;
        }
        var domain = address.get().substring(address.get().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        for (var result : results.get().split(";")) {
            if (vouches(result.strip(), domain)) {
                return Authentication.PASSED;
            }
        }
        return Authentication.FAILED;
    }

    /** Without comments, which may hold anything. */
    private static String plain(String raw) {
        var text = new StringBuilder();
        int depth = 0;
        for (char c : raw.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isBy(String results, String server) {
        var first = results.split(";", 2)[0].strip().split("\\s+")[0];
        return first.equals(server.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean vouches(String result, String domain) {
        var method = RESULT.matcher(result);
        if (!method.find()) {
            return false;
        }
        return switch (method.group(1)) {
            case "dmarc" -> named(DMARC_DOMAIN, result).map(domain::equals).orElse(false);
            case "dkim" ->
                named(DKIM_DOMAIN, result)
                        .map(signer -> isAligned(signer, domain))
                        .orElse(false);
            default ->
                named(SPF_DOMAIN, result)
                        .map(sender -> isAligned(sender, domain))
                        .orElse(false);
        };
    }

    private static Optional<String> named(Pattern place, String result) {
        var found = place.matcher(result);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The same domain, or one above it that is no public suffix: at least two labels, without those of RFC 7489 relaxed beyond it. */
    private static boolean isAligned(String vouching, String domain) {
        return vouching.equals(domain);
    }
}
