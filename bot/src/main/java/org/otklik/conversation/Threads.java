package org.otklik.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.channels.Letter;
import org.otklik.channels.Threading;

/** Where the answer to a letter belongs. */
final class Threads {
    /** RFC 5322 §3.6.5 knows no other; what mail programs have put before the subject in other languages stays in it. */
    private static final Pattern ANSWERED = Pattern.compile("(?i)^\\s*(?:re\\s*(?:\\[\\d+])?\\s*:\\s*)+");

    private Threads() {}

    /** Empty for what is no letter. */
    static Optional<Threading> answering(Inbound message) {
        return message.letter()
                .map(letter -> new Threading(
                        "Re: " + ANSWERED.matcher(letter.subject()).replaceFirst(""),
                        letter.messageId(),
                        references(letter)));
    }

    private static List<String> references(Letter letter) {
        var references = new ArrayList<>(letter.references());
        letter.messageId().ifPresent(own -> {
            references.remove(own);
            references.add(own);
        });
        return references;
    }
}
