package org.otklik.channels.email.outgoing;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.otklik.channels.Delivery;

/**
 * What the answer of a mail server means for a mail (RFC 5321 §4.2, RFC 3463): whether it was refused for good, and whether that is
 * its own fault or the account's.
 */
final class Verdict {
    /** What a server says to an account that it does not know or does not let send (RFC 4954 §6). */
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

    /** Some servers say only at the recipient what is wrong with the sender. */
    private static final Pattern SENDER_OR_LOGIN =
            Pattern.compile("(?i)relay|authenticat|log ?in|sender (?:address|verify|domain)|not owned by");

    private static final Pattern ENHANCED = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final int TOO_LARGE = 552;

    /** Of Google's servers: the account has sent what it may in a day. */
    private static final String SENT_ENOUGH = "5.4.5";

    private Verdict() {}

    /** @param at at which command the server said it */
    private record Answer(int code, At at, String words) {
        boolean isFinal() {
            return code >= 500 && code <= 599;
        }

        boolean isAboutTheAccount() {
            return LOGIN.contains(code)
                    || words.contains(SENT_ENOUGH)
                    || (at == At.SENDER && code != TOO_LARGE)
                    || (at == At.RECIPIENT && SENDER_OR_LOGIN.matcher(words).find());
        }

        /** Numbers only: the words may hold the address. */
        String shown() {
            var enhanced = ENHANCED.matcher(words);
            return code + (enhanced.find() ? " " + enhanced.group(1) : "") + at.words;
        }
    }

    private enum At {
        SENDER(" to the sender's address"),
        RECIPIENT(" to the recipient's address"),
        CONTENT(" to the mail");

        private final String words;

        At(String words) {
            this.words = words;
        }
    }

    static Delivery of(MessagingException problem) {
        var answer = answer(problem);
        if (answer.isEmpty()) {
            return new Delivery.Later("the connection to the mail server broke", Optional.empty());
        }
        var said = answer.get();
        var reason = "the mail server answered " + said.shown();
        if (!said.isFinal()) {
            return new Delivery.Later(reason, Optional.empty());
        }
        return said.isAboutTheAccount()
                ? new Delivery.Down(reason + ": it does not let this account send")
                : new Delivery.Refused(reason);
    }

    /** The answer to the one recipient, else to the command; empty where the line broke. */
    private static Optional<Answer> answer(MessagingException problem) {
        var found = Optional.<Answer>empty();
        for (Exception cause = problem;
                cause instanceof MessagingException;
                cause = ((MessagingException) cause).getNextException()) {
            var one = said(cause);
            found = one.isPresent() ? one : found;
        }
        return found.filter(answer -> answer.code() >= 400);
    }

    private static Optional<Answer> said(Exception cause) {
        return switch (cause) {
            case SMTPAddressFailedException e -> Optional.of(answer(e.getReturnCode(), At.RECIPIENT, e));
            case SMTPSenderFailedException e -> Optional.of(answer(e.getReturnCode(), At.SENDER, e));
            case SMTPSendFailedException e ->
                Optional.of(answer(e.getReturnCode(), e.getCommand().startsWith("MAIL") ? At.SENDER : At.CONTENT, e));
            default -> Optional.empty();
        };
    }

    private static Answer answer(int code, At at, Exception e) {
        return new Answer(code, at, String.valueOf(e.getMessage()));
    }
}
