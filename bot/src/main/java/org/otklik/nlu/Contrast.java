package org.otklik.nlu;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a message sets against each other: "not a meeting but a call", "euros, not roubles". It works on words of any kind, where
 * the values of {@link Act#rejected} are only those that are recognised by themselves.
 *
 * @param text the message
 * @param wrong the words that it calls wrong
 * @param right the words that it puts in their place
 */
public record Contrast(String text, Span wrong, Span right) {
    private static final Cues WORDS = new Cues("contrasts");
    /** A negation that needs no pause before it. */
    private static final String UNPARTED = "bare-not";

    private static final Set<String> MARKS = Set.of("not", UNPARTED, "instead");
    /** A joining word leads to a correction where nothing stands before it: "it was a call, not a meeting". */
    private static final Set<String> LEADS = Set.of("lead", "but");

    private static final Pattern SENTENCE = Pattern.compile("[^.;!?\\n]+");
    private static final String EDGE = "[\\s,:\u2013\u2014\\p{So}\\x{200D}\\x{FE0F}-]+";
    private static final Pattern EDGES = Pattern.compile("^" + EDGE + "|" + EDGE + "$");
    private static final Pattern PAUSE = Pattern.compile("\\s*,\\s*|\\s+[-\u2013\u2014]+\\s+");
    /** What is corrected is named, not told. */
    private static final int MOST_WORDS = 5;
    /** The same where the right words come first, as in most sentences with a negation. */
    private static final int FEW_WORDS = 3;
    /** Who says more besides tells something. */
    private static final int MOST_BESIDES = 4;

    private static final int LONGEST_ENDING = 3;
    private static final int SHORTEST_STEM = 3;

    /** The first contrast in a message; empty where it has none, or tells something. */
    public static Optional<Contrast> in(String text) {
        int all = words(text);
        return SENTENCE.matcher(text)
                .results()
                .map(found -> new Span(found.start(), found.end()))
                .filter(sentence -> all - words(sentence.in(text)) <= MOST_BESIDES)
                .flatMap(sentence -> in(text, sentence).stream())
                .findFirst();
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static Optional<Contrast> in(String text, Span sentence) {
        var found = WORDS.in(sentence.in(text)).stream()
                .map(cue -> new Cues.Found(cue.name(), shifted(cue.span(), sentence.start())))
                .toList();
        int lead = found.stream()
                .takeWhile(cue -> LEADS.contains(cue.name()))
                .filter(cue -> isBlank(text, sentence.start(), cue.span().start(), found))
                .mapToInt(cue -> cue.span().end())
                .max()
                .orElse(sentence.start());
        return found.stream()
                .filter(cue -> MARKS.contains(cue.name()) && !isSaidAlone(text, cue.span()))
                .findFirst()
                .flatMap(mark -> around(text, new Span(lead, sentence.end()), mark, found));
    }

    /** "Nah, six": a negation before a comma denies what was said before, and not what follows. */
    private static boolean isSaidAlone(String text, Span mark) {
        return text.substring(mark.end()).stripLeading().startsWith(",")
                && text.substring(0, mark.start()).isBlank();
    }

    /** Whether nothing but words that lead to a correction stands between two places. */
    private static boolean isBlank(String text, int from, int to, List<Cues.Found> found) {
        var rest = new StringBuilder(text.substring(from, to));
        found.stream()
                .filter(cue -> cue.span().end() <= to)
                .forEach(cue -> shifted(cue.span(), -from).blank(rest));
        return rest.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static Optional<Contrast> around(String text, Span sentence, Cues.Found mark, List<Cues.Found> found) {
        var before = trimmed(text, withoutJoint(sentence.start(), mark.span().start(), found));
        var behind = new Span(mark.span().end(), sentence.end());
        var joint = found.stream()
                .filter(cue -> cue.name().equals("but")
                        && cue.span().start() > mark.span().end())
                .findFirst();
        if (joint.isPresent()) {
            return named(
                    text,
                    trimmed(text, new Span(behind.start(), joint.get().span().start())),
                    upToPause(text, new Span(joint.get().span().end(), behind.end())));
        }
        if (before.start() < before.end()) {
            var wrong = upToPause(text, behind);
            boolean isParted = mark.name().equals("instead")
                    || isParted(text, sentence.start(), mark.span().start(), found);
            int most = isParted ? FEW_WORDS : mark.name().equals(UNPARTED) ? 1 : 0;
            return words(before.in(text)) <= most && words(wrong.in(text)) <= most
                    ? named(text, wrong, before)
                    : Optional.empty();
        }
        var pause = PAUSE.matcher(text).region(behind.start(), behind.end());
        return pause.find()
                ? named(
                        text,
                        trimmed(text, new Span(behind.start(), pause.start())),
                        upToPause(text, new Span(pause.end(), behind.end())))
                : Optional.empty();
    }

    /** Whether a pause, or a word that joins the two, stands right before the negation. */
    private static boolean isParted(String text, int from, int to, List<Cues.Found> found) {
        return text.substring(from, to).strip().endsWith(",")
                || found.stream()
                        .anyMatch(cue -> cue.name().equals("but") && cue.span().end() == to - 1);
    }

    /** What follows a pause is said besides: "not a two but a five, I slipped". */
    private static Span upToPause(String text, Span span) {
        var whole = trimmed(text, span);
        var pause = PAUSE.matcher(text).region(whole.start(), whole.end());
        return pause.find() ? trimmed(text, new Span(whole.start(), pause.start())) : whole;
    }

    /** The right words before the wrong ones, without what joins the two: "euros, but not roubles". */
    private static Span withoutJoint(int from, int to, List<Cues.Found> found) {
        int end = found.stream()
                .filter(cue -> cue.name().equals("but")
                        && cue.span().end() <= to
                        && cue.span().start() >= from)
                .mapToInt(cue -> cue.span().start())
                .max()
                .orElse(to);
        return new Span(from, end);
    }

    private static Optional<Contrast> named(String text, Span wrong, Span right) {
        return isName(text, wrong) && isName(text, right)
                ? Optional.of(new Contrast(text, wrong, right))
                : Optional.empty();
    }

    private static boolean isName(String text, Span span) {
        int words = words(span.in(text));
        return words > 0 && words <= MOST_WORDS;
    }

    private static Span trimmed(String text, Span span) {
        var words = span.in(text);
        int from = span.start();
        int to = span.end();
        var edges = EDGES.matcher(words);
        while (edges.find()) {
            if (edges.start() == 0) {
                from = Math.min(to, span.start() + edges.end());
            } else {
                to = Math.max(from, span.start() + edges.start());
            }
        }
        return new Span(from, to);
    }

    private static Span shifted(Span span, int by) {
        return new Span(span.start() + by, span.end() + by);
    }

    /** The same message without what it calls wrong, and without the words that lead to it, all else in its place. */
    public Understanding right(Understanding whole) {
        return whole.without(wrong).without(lead());
    }

    /** "It was": of these words none is a value. */
    private Span lead() {
        int end = Math.min(wrong.start(), right.start());
        int from = text.substring(0, end).lastIndexOf('\n') + 1;
        return new Span(from, end);
    }

    /** The same message without what it puts in the place of the wrong, and without what it goes on to say. */
    public Understanding wrong(Understanding whole) {
        int end = Math.max(wrong.end(), right.end());
        return whole.without(right).without(lead()).without(new Span(end, text.length()));
    }

    /** Words of a record with the right ones in the place of the wrong; empty where they don't have these. */
    public Optional<String> reword(String present) {
        var said = wrong.in(text).strip();
        var found = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(said) + "(?![\\p{L}\\p{N}])", flags())
                .matcher(present);
        if (found.find()) {
            return Optional.of(new StringBuilder(present)
                    .replace(found.start(), found.end(), right.in(text).strip())
                    .toString());
        }
        return Arrays.stream(present.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> ending(fold(said), fold(word)).isPresent())
                .findFirst()
                .map(word -> present.replace(
                        word, inflected(ending(fold(said), fold(word)).orElseThrow())));
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }

    /** What a word in another case has more than the word as it is stored. */
    private static Optional<String> ending(String said, String stored) {
        return stored.length() >= SHORTEST_STEM
                        && said.startsWith(stored)
                        && said.length() - stored.length() <= LONGEST_ENDING
                ? Optional.of(said.substring(stored.length()))
                : Optional.empty();
    }

    /** The right words in the case of what is stored: they were said in the case of the wrong ones. */
    private String inflected(String ending) {
        var words = right.in(text).strip();
        return words.endsWith(ending) ? words.substring(0, words.length() - ending.length()) : words;
    }

    private static String fold(String word) {
        return UCharacter.foldCase(word, true);
    }
}
