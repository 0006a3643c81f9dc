package org.otklik.channels.email.reply;

import java.util.regex.Pattern;

/** A subject by the prefixes that mail programs put before it, in any language, also counted: "Re[2]:", "Fwd:". */
public record Subject(boolean isReply, boolean isForward) {
    private static final Pattern PREFIX =
            Pattern.compile("^\\s*([\\p{L}]{1,12})\\s*(?:\\[\\d+]|\\(\\d+\\)|\\d{1,2})?\\s*[:\uFF1A]");

    /** Judges by the first prefix, the one that this mail's own program put there. */
    public static Subject of(String subject) {
        var prefix = PREFIX.matcher(subject);
        if (!prefix.find()) {
            return new Subject(false, false);
        }
        return new Subject(Phrase.REPLYPREFIX.is(prefix.group(1)), Phrase.FORWARDPREFIX.is(prefix.group(1)));
    }
}
