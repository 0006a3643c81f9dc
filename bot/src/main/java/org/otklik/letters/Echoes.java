package org.otklik.letters;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.channels.Letter;
import org.otklik.i18n.Text;

/**
 * Leaves out of an answer what the letter itself says: links, and whole phrases. Who writes in a stranger's name could make the bot carry an
 * advertisement to them otherwise. Names and sums stay.
 */
final class Echoes {
    private static final Pattern LINK =
            Pattern.compile("(?iU)(?:https?:|www\\.)\\S+|[\\p{L}\\p{N}_.@+-]+\\.\\p{L}{2,}\\S*");
    private static final Pattern SPACES = Pattern.compile("(?U)\\s+");
    private static final String LEFT_OUT = "…";
    private static final int LONGEST = 40;
    private static final int PHRASE = 20;

    private final String heard;
    private final String sender;

    /** @param sender the address that is answered, which may be named */
    Echoes(Letter letter, String sender) {
        this.heard = folded(letter.subject() + ' ' + letter.sender().name() + ' ' + letter.whole());
        this.sender = sender;
    }

    Text without(Text text) {
        var arguments = new LinkedHashMap<String, Object>();
        text.arguments()
                .forEach((name, value) -> arguments.put(
                        name,
                        switch (value) {
                            case String words -> without(words);
                            case Text inner -> without(inner);
                            default -> value;
                        }));
        return new Text(text.key(), arguments);
    }

    private String without(String words) {
        return words.length() > LONGEST && isHeard(words)
                ? LEFT_OUT
                : LINK.matcher(words).replaceAll(this::link);
    }

    private String link(MatchResult found) {
        var link = folded(found.group());
        return link.equals(sender) || !heard.contains(link) ? Matcher.quoteReplacement(found.group()) : LEFT_OUT;
    }

    /** Some part of it, since what somebody wrote may be cut or put together with something else. */
    private boolean isHeard(String words) {
        var folded = folded(words);
        for (int from = 0; from + PHRASE <= folded.length(); from += PHRASE) {
            if (heard.contains(folded.substring(from, from + PHRASE))) {
                return true;
            }
        }
        return false;
    }

    private static String folded(String text) {
        return SPACES.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT).strip();
    }
}
