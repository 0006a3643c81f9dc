package org.otklik.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.channels.Letter;
import org.otklik.channels.Threading;
import org.otklik.schema.tables.records.MessageRecord;

/** Where a letter of ours belongs. */
final class Threads {
    /** RFC 5322 §3.6.5 knows no other; what mail programs have put before the subject in other languages stays in it. */
    private static final Pattern ANSWERED = Pattern.compile("(?i)^\\s*(?:re\\s*(?:\\[\\d+])?\\s*:\\s*)+");

    private static final Pattern END_OF_SUBJECT = Pattern.compile("\\R|(?<=[.!?…])\\s");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final int LONGEST_SUBJECT = 70;

    private Threads() {}

    /** Empty for what is no letter. */
    static Optional<Threading> answering(Inbound message) {
        return message.letter()
                .map(letter -> new Threading(
                        "Re: " + ANSWERED.matcher(inOneLine(letter.subject())).replaceFirst(""),
                        letter.messageId(),
                        references(letter)));
    }

    /** A decoded subject may hold line breaks, which would begin another header. */
    private static String inOneLine(String subject) {
        return CONTROLS.matcher(subject).replaceAll(" ");
    }

    private static List<String> references(Letter letter) {
        var references = new ArrayList<>(letter.references());
        letter.messageId().ifPresent(own -> {
            references.remove(own);
            references.add(own);
        });
        return references;
    }

    /** After another letter of ours that nobody has answered. */
    static Optional<Threading> after(MessageRecord before) {
        var messageId = Optional.ofNullable(before.getExternalId());
        return Json.read(before.getPayload(), Payload.Said.class).threading().map(threading -> {
            var references = new ArrayList<>(threading.references());
            messageId.ifPresent(references::add);
            return new Threading(threading.subject(), messageId, references);
        });
    }

    /** With the first sentence as its subject. */
    static Threading beginning(String text) {
        var sentence = inOneLine(END_OF_SUBJECT.split(text.strip(), 2)[0]);
        var subject = sentence.codePointCount(0, sentence.length()) <= LONGEST_SUBJECT
                ? sentence
                : sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
        return new Threading(subject, Optional.empty(), List.of());
    }
}
