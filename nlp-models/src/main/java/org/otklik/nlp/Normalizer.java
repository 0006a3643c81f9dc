package org.otklik.nlp;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
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
        var chunks =
                Reading.CHUNK.matcher(typed).results().map(MatchResult::group).toList();
        var asTyped = read(chunks, chunks);
        if (asTyped.familiarity() + ADVANTAGE >= 1) {
            return typed;
        }
        Optional<Reading> best = Optional.empty();
        double most = asTyped.familiarity() + ADVANTAGE;
        for (var reading : readings(typed)) {
            var other = read(
                    chunks, chunks.stream().map(chunk -> apart(chunk, reading)).toList());
            if (other.familiarity() > most && !asTyped.isOwnLanguage(other)) {
                most = other.familiarity();
                best = Optional.of(other);
            }
        }
        return best.map(other -> asTyped.mixed(other, typed)).orElse(typed);
    }

    private static String apart(String chunk, UnaryOperator<String> reading) {
        boolean isAddress = chunk.indexOf('@') > 0 || chunk.contains("://");
        return isAddress ? chunk : reading.apply(chunk);
    }

    /** Names have as many spellings as bearers: inside a sentence they say nothing of how it was typed. */
    private Reading read(List<String> typed, List<String> read) {
        List<Reading.Known> known = new ArrayList<>();
        List<Reading.Known> telling = new ArrayList<>();
        for (int at = 0; at < typed.size(); at++) {
            var one = known(read.get(at));
            known.add(one);
            if (at == 0 || !Tokens.isName(typed.get(at))) {
                telling.add(one);
            }
        }
        return new Reading(read, known, telling);
    }

    private Reading.Known known(String chunk) {
        double sum = 0;
        int letters = 0;
        int count = 0;
        for (var token : Tokens.cut(chunk)) {
            if (Tokens.isWord(token)) {
                var word = Tokens.fold(token);
                sum += word.length() * vocabulary.familiarity(word);
                letters += word.length();
                count += vocabulary.count(word);
            }
        }
        return new Reading.Known(sum, letters, count);
    }

    private double familiarity(String chunk) {
        return known(chunk).familiarity();
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
}
