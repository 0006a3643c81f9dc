package org.otklik.channels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a letter carries besides its new text.
 *
 * @param sender who it says that it is from
 * @param messageId its own Message-ID (RFC 5322, without angle brackets), by which an answer names it; empty when it has none
 * @param subject the decoded subject; empty when there is none
 * @param date the day and hour that its sender's clock showed, believable or not
 * @param references the Message-IDs that it answers, oldest first
 * @param token what stands behind a plus sign in the address of ours that it went to
 * @param whole all of its text, with what it quotes and how it is signed
 * @param quote what it quotes: kept as context, never a command
 * @param authentication whether the sender is who the letter says
 * @param automatic why no person wrote it; empty for a letter that somebody wrote
 * @param bounce the delivery that failed, when it reports one
 * @param forwarded the letter that it passes on, when it does
 * @param invitation the meeting that it invites to, when a calendar wrote it
 */
public record Letter(
        Sender sender,
        Optional<String> messageId,
        String subject,
        Optional<Instant> date,
        List<String> references,
        Optional<String> token,
        String whole,
        String quote,
        Authentication authentication,
        Optional<Automatic> automatic,
        Optional<Bounce> bounce,
        Optional<Forwarded> forwarded,
        Optional<Invitation> invitation) {

    /**
     * The author as the letter gives it. Anybody can write any name and address there.
     *
     * @param name for display; may be empty
     * @param address as it was written; empty when there is none
     */
    public record Sender(String name, String address) {}

    /** What the organisation's own mail server found out about the sender (RFC 8601). */
    public enum Authentication {
        PASSED,
        FAILED,
        NONE
    }

    /** Letters that are stored and never answered. */
    public enum Automatic {
        AUTO_REPLY,
        BOUNCE,
        CHALLENGE,
        LIST,
        OWN,
        /** That a letter was shown to its reader, or deleted (RFC 8098). */
        RECEIPT
    }

    /**
     * A delivery that failed (RFC 3464).
     *
     * @param recipient the address that could not be reached, in lower case; empty when the report does not tell
     * @param status the enhanced status code (RFC 3463), for instance 5.1.1; empty when the report has none
     */
    public record Bounce(String recipient, Optional<String> status) {
        /** Whether writing again is of no use. */
        public boolean isPermanent() {
            return status.map(code -> code.startsWith("5.")).orElse(false);
        }
    }

    /**
     * A letter inside a letter.
     *
     * @param from the address of its author, in lower case; empty when the mail program left it out
     * @param name the name of its author; may be empty
     * @param sentAt when it was written, as far as it is told
     * @param text what it says
     */
    public record Forwarded(
            Optional<String> from, String name, Optional<Instant> sentAt, String subject, String text) {}

    /**
     * What a calendar wrote (RFC 5545).
     *
     * @param startsAt empty when it is told in a way that only a calendar program understands
     */
    public record Invitation(String summary, Optional<Instant> startsAt, String place) {}

    public Letter {
        references = List.copyOf(references);
    }
}
