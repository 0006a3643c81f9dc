package org.otklik.nlp;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text read in one way.
 *
 * @param chunks what stands between white space
 * @param telling those of the known that tell how the text was typed
 */
record Reading(List<String> chunks, List<Known> known, List<Known> telling) {
    /** What stands between white space. */
    static final Pattern CHUNK = Pattern.compile("\\S+");

    /** Shorter words are words in many languages. */
    private static final int TELLING = 3;

    /** So much of a text in words of its own letters is no other language. */
    private static final double OWN_SHARE = 0.4;

    /**
     * What the training data knows of the words of a chunk.
     *
     * @param sum of the familiarity of each letter
     * @param count how often the words were said
     */
    record Known(double sum, int letters, int count) {
        double familiarity() {
            return letters == 0 ? 0 : sum / letters;
        }

        boolean isLikelierThan(Known other) {
            return familiarity() > other.familiarity() || (familiarity() == other.familiarity() && count > other.count);
        }
    }

    double familiarity() {
        double sum = telling.stream().mapToDouble(Known::sum).sum();
        int letters = telling.stream().mapToInt(Known::letters).sum();
        return letters == 0 ? 0 : sum / letters;
    }

    /** Whether enough words of some length are words as they were typed: then the rest are names in the same letters. */
    boolean isOwnLanguage(Reading other) {
        int words = 0;
        int own = 0;
        for (int at = 0; at < telling.size(); at++) {
            var here = telling.get(at);
            words += here.letters > 0 ? 1 : 0;
            boolean isWord = here.letters >= TELLING && here.familiarity() == 1;
            own += isWord && here.count > other.telling.get(at).count ? 1 : 0;
        }
        return own >= OWN_SHARE * words;
    }

    /** The text with each chunk in the likelier of both readings. */
    String mixed(Reading other, String text) {
        var at = new AtomicInteger();
        return CHUNK.matcher(text).replaceAll(_ -> {
            int chunk = at.getAndIncrement();
            boolean stays = known.get(chunk).isLikelierThan(other.known.get(chunk));
            return Matcher.quoteReplacement((stays ? chunks : other.chunks).get(chunk));
        });
    }
}
