package org.otklik.nlp;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes the way a text was typed: Russian in Latin letters ("hochu pomoch"), the wrong keyboard layout either way ("ghbdtn").
 * Each reading is judged by how much of it the training data knows, the text as typed with a small advantage. Linear in the
 * length of the text; safe for threads.
 */
public final class Normalizer {
    /** How much better than the text as typed another reading has to be. */
    private static final double ADVANTAGE = 0.08;

    /** How many times as frequent a word has to be to be read where another one was spelt letter by letter. */
    private static final int LIKELIER = 3;

    private static final Pattern CHUNK = Pattern.compile("\\S+");
    private static final Pattern EDGES = Pattern.compile("([^\\p{L}]*+)(.*?)([^\\p{L}]*+)");
    private static final Pattern LATIN_WORD =
            Pattern.compile("[46\\p{IsLatin}'’`´ʹ]*\\p{IsLatin}[46\\p{IsLatin}'’`´ʹ]*");

    private final Vocabulary vocabulary;
    private final Keyboard keyboard = new Keyboard();
    private final Respelling transliteration = new Respelling("transliteration.tsv");
    private final Respelling skeleton = new Respelling("skeleton.tsv");
    private final Map<String, String> bySkeleton;

    Normalizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.bySkeleton = vocabulary.by(skeleton);
    }

    /** The likeliest reading of the text, composed and without invisible characters, in the case that it was typed in. */
    public String normalize(String text) {
        var typed = Tokens.clean(text);
        UnaryOperator<String> best = UnaryOperator.identity();
        double familiarity = familiarity(typed) + ADVANTAGE;
        if (familiarity >= 1) {
            return typed;
        }
        for (var reading : readings(typed)) {
            double other = familiarity(eachChunk(typed, reading));
            if (other > familiarity) {
                familiarity = other;
                best = reading;
            }
        }
        UnaryOperator<String> reading = best;
        return eachChunk(typed, chunk -> {
            var read = reading.apply(chunk);
            return familiarity(chunk) > familiarity(read) ? chunk : read;
        });
    }

    private List<UnaryOperator<String>> readings(String typed) {
        List<UnaryOperator<String>> readings = new ArrayList<>();
        if (has(typed, UnicodeScript.LATIN)) {
            readings.add(this::transliterated);
            readings.add(chunk -> switched(chunk, keyboard.cyrillic(chunk)));
        }
        if (has(typed, UnicodeScript.CYRILLIC)) {
            readings.add(chunk -> switched(chunk, keyboard.latin(chunk)));
        }
        return readings;
    }

    private static boolean has(String text, UnicodeScript script) {
        return text.codePoints().anyMatch(letter -> UnicodeScript.of(letter) == script);
    }

    private static String eachChunk(String text, UnaryOperator<String> reading) {
        return CHUNK.matcher(text).replaceAll(match -> {
            var chunk = match.group();
            boolean isAddress = chunk.indexOf('@') > 0 || chunk.contains("://");
            return Matcher.quoteReplacement(isAddress ? chunk : reading.apply(chunk));
        });
    }

    private String transliterated(String chunk) {
        return LATIN_WORD.matcher(chunk).replaceAll(match -> {
            var typed = match.group();
            var spelt = transliteration.of(Tokens.fold(typed));
            var likely = bySkeleton.getOrDefault(skeleton.of(spelt), spelt);
            var word = vocabulary.count(likely) > LIKELIER * vocabulary.count(spelt) ? likely : spelt;
            return Matcher.quoteReplacement(likeFirst(typed, word));
        });
    }

    private static String likeFirst(String model, String word) {
        return !word.isEmpty() && Character.isUpperCase(model.charAt(0))
                ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
                : word;
    }

    /** Punctuation at the edges may be letters of the other layout or punctuation in both: the better known word decides. */
    private String switched(String typed, String other) {
        var edges = EDGES.matcher(typed);
        if (!edges.matches()) {
            return other;
        }
        var best = other;
        double familiarity = -1;
        for (int start : new int[] {0, edges.end(1)}) {
            for (int end : new int[] {typed.length(), edges.start(3)}) {
                double known = familiarity(other.substring(start, end));
                if (known > familiarity) {
                    familiarity = known;
                    best = typed.substring(0, start) + other.substring(start, end) + typed.substring(end);
                }
            }
        }
        return best;
    }

    private double familiarity(String reading) {
        double sum = 0;
        int letters = 0;
        for (var token : Tokens.of(reading)) {
            if (Tokens.isWord(token)) {
                var word = Tokens.fold(token);
                sum += word.length() * vocabulary.familiarity(word);
                letters += word.length();
            }
        }
        return letters == 0 ? 0 : sum / letters;
    }
}
