package org.otklik.channels.email;

import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecord;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;

/**
 * Verifies signatures of the sender's domain (RFC 6376) for organisations whose mail server does not. Asks the DNS, so it has no place in
 * a turn. A signature that leaves anything open is none: one of a part of the text, without the subject, by a weak key.
 */
final class Dkim {
    /** Each costs a question to a server that the sender chose. */
    private static final int MOST_SIGNATURES = 4;

    /** What the library says where a signature does not leave out the end of the text. */
    private static final int WHOLE = -1;

    /** RFC 8301 §3.2. */
    private static final int FEWEST_BITS = 1024;

    private final PublicKeyRecordRetriever keys;

    /** @param keys where the public keys are found, by the method, the selector and the domain */
    Dkim(PublicKeyRecordRetriever keys) {
        this.keys = keys;
    }

    /** Asks the name servers of this machine. */
    static Dkim overDns(Clock clock) {
        return new Dkim(KeyServers.ofThisMachine(clock));
    }

    /** Whether the author's domain, or another one of the same organisation, signed the whole mail. */
    boolean proves(byte[] raw, MailDomain author) {
        var mail = new SignedMail(raw);
        if (!mail.isReadInOneWay(Authenticator.ONCE)) {
            return false;
        }
        var verifier = new Strict(keys);
        var candidates = mail.signatures().stream()
                .filter(signature -> isWhole(verifier, signature, author))
                .limit(MOST_SIGNATURES)
                .toList();
        try {
            return !candidates.isEmpty()
                    && !verifier.verify(mail.signedBy(candidates), mail.body()).isEmpty();
        } catch (FailException | IOException | RuntimeException e) {
            // The last is the library's answer to keys and signatures that are no Base64.
            return false;
        }
    }

    private static boolean isWhole(DKIMVerifier verifier, String field, MailDomain author) {
        try {
            var signature = verifier.newSignatureRecord(field.substring(field.indexOf(':') + 1));
            signature.validate();
            var signed = signature.getHeaders().stream()
                    .map(name -> name.toString().strip().toLowerCase(Locale.ROOT))
                    .toList();
            return signature.getBodyHashLimit() == WHOLE
                    && signature.getHashMethod().toString().equalsIgnoreCase("sha256")
                    && signed.containsAll(List.of("from", "subject"))
                    && author.isAlignedWith(new MailDomain(signature.getDToken().toString()));
        } catch (RuntimeException e) {
            // The library answers so to a field that is no signature.
            return false;
        }
    }

    /** Refuses keys that are published for trying out, and those that can be guessed. */
    private static final class Strict extends DKIMVerifier {
        Strict(PublicKeyRecordRetriever keys) {
            super(keys);
        }

        @Override
        public PublicKeyRecord publicRecordLookup(SignatureRecord signature)
                throws TempFailException, PermFailException {
            var record = super.publicRecordLookup(signature);
            boolean weak = record.getPublicKey() instanceof RSAPublicKey key
                    && key.getModulus().bitLength() < FEWEST_BITS;
            if (weak || record.isTesting()) {
                throw new PermFailException("a key that proves nothing");
            }
            return record;
        }
    }
}
