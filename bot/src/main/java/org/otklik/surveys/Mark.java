package org.otklik.surveys;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.i18n.Language;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;

/**
 * A mark as people write it: a figure, a word, stars, with the reason behind it or before it. Nothing is guessed: "between 6 and 7"
 * is no mark, and is asked about.
 *
 * @param score the mark; empty where a mark was given that can't be read in one way
 * @param isExplicit whether the words themselves say that it is a mark
 * @param comment the words besides it
 */
record Mark(Optional<Integer> score, boolean isExplicit, Optional<String> comment) {
    private static final Pattern HEAD = Pattern.compile("^(.*?)(?:\\s[-\u2013\u2014]\\s|[.,;:!?()]+(?:\\s|$)|\\R|$)");
    private static final Pattern FIRST = Pattern.compile("^(\\d{1,2}|\\p{L}+)\\s+(?=\\p{L})(.+)$", Pattern.DOTALL);
    private static final Pattern BETWEEN =
            Pattern.compile("^(\\D+)\\d{1,2}(?:\\s*[-\u2013\u2014/]\\s*|\\s+\\p{L}{1,3}\\s+)\\d{1,2}\\P{L}*$");
    private static final Cues LEADS = new Cues("mark-leads");
    private static final Cues BEHIND = new Cues("mark-reasons");
    private static final String PAUSE = "^[\\s,:\u2013\u2014]+";
    private static final Cues CHANGES = new Cues("mark-changes");
    private static final Pattern PAUSED = Pattern.compile("\\d{1,2}(?:\\s*[,;.]\\s+|\\s+[-\u2013\u2014]\\s+)\\p{L}");
    private static final Pattern FIGURES = Pattern.compile("\\d+");
    private static final Pattern SEVERAL =
            Pattern.compile("^\\D{0,20}\\d+(?:[.,]\\d|\\s*[-\u2013\u2014/+]|\\s+\\p{L}{1,6}\\s+\\d).*");
    private static final Pattern BARE = Pattern.compile("^\\s*\\d{1,3}\\b.*");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int MOST_DIGITS = 9;
    private static final int MOST_WORDS = 4;
    private static final int FEWEST_WORDS = 2;
    private static final int SHORTEST_COMMENT = 3;

    /** Empty where nothing in a message is a mark. */
    static Optional<Mark> in(Understanding understanding, EntityRecognizer recognizer, Language language) {
        var text = understanding.text().strip();
        var rating = understanding
                .all(Entity.Rating.class)
                .filter(Entity.Rating::isWhole)
                .reduce((first, last) -> last);
        if (rating.isPresent()) {
            return Optional.of(new Mark(
                    Optional.of(rating.get().value().intValueExact()),
                    true,
                    besides(understanding.text(), rating.get().span())));
        }
        var changed = changed(understanding, text, recognizer, language);
        if (changed.isPresent()) {
            return changed;
        }
        var contrast = Contrast.in(text);
        var said = contrast.map(found -> found.right().in(text)).orElse(text.substring(lead(text)));
        var found = HEAD.matcher(said);
        var head = found.find() ? found.group(1).strip() : said;
        if (head.isEmpty() || countsSomething(understanding, head) || behind(said, "counted")) {
            return Optional.empty();
        }
        var rest = contrast.isPresent()
                ? ""
                : said.substring(Math.min(said.length(), found.end())).strip();
        return withReason(said, recognizer, language)
                .or(() -> ofHead(head, recognizer, language)
                        .map(mark -> new Mark(
                                boxed(mark),
                                contrast.isPresent(),
                                unparted(said, head).or(() -> comment(rest)))));
    }

    /** "5 all was great": what stands behind a figure without a pause, and says more than the words that lead to one. */
    private static Optional<String> unparted(String said, String head) {
        var matched = FIRST.matcher(said);
        if (!matched.matches() || !FIGURES.matcher(matched.group(1)).matches()) {
            return Optional.empty();
        }
        var behind = head.substring(Math.min(head.length(), matched.start(2)));
        long words = WORDS.matcher(behind.substring(lead(behind))).results().count();
        return Optional.of(matched.group(2)).filter(_ -> words >= FEWEST_WORDS).flatMap(Mark::comment);
    }

    /** "2 because nobody answered", "2 the letter was for somebody else": no pause parts the mark from the reason. */
    private static Optional<Mark> withReason(String said, EntityRecognizer recognizer, Language language) {
        var matched = FIRST.matcher(said);
        if (!matched.matches()) {
            return Optional.empty();
        }
        var reason = matched.group(2);
        boolean isOnly = !FIGURES.matcher(reason).find();
        boolean isParted = (isOnly && behind(said, "reason"))
                || (FIGURES.matcher(matched.group(1)).matches()
                        && WORDS.matcher(reason).results().count() > MOST_WORDS);
        return isParted
                ? exactly(matched.group(1), recognizer, language)
                        .map(mark -> new Mark(Optional.of(mark), false, comment(reason)))
                : Optional.empty();
    }

    /** Whether a phrase of a name stands right behind the first word. */
    private static boolean behind(String said, String name) {
        var matched = FIRST.matcher(said);
        return matched.matches()
                && BEHIND.in(matched.group(2)).stream()
                        .anyMatch(cue -> cue.span().start() == 0 && cue.name().equals(name));
    }

    private static Optional<Integer> exactly(String words, EntityRecognizer recognizer, Language language) {
        return recognizer
                .amount(words, language)
                .map(Mark::exact)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt);
    }

    /** "The card has come, I change it to 4": the new mark stands right behind the words for it, and why before them. */
    private static Optional<Mark> changed(
            Understanding understanding, String text, EntityRecognizer recognizer, Language language) {
        return CHANGES.in(text).stream()
                .flatMap(found -> {
                    var behind = text.substring(found.span().end()).replaceFirst(PAUSE, "");
                    var head = HEAD.matcher(behind);
                    return head.find()
                                    && isNumber(head.group(1).strip(), recognizer, language)
                                    && !countsSomething(understanding, head.group(1))
                            ? ofHead(head.group(1).strip(), recognizer, language)
                                    .map(mark -> new Mark(
                                            boxed(mark),
                                            true,
                                            comment(text.substring(
                                                    0, found.span().start()))))
                                    .stream()
                            : Stream.of();
                })
                .findFirst();
    }

    /** "4", "4 please", "four". */
    private static boolean isNumber(String words, EntityRecognizer recognizer, Language language) {
        return BARE.matcher(words).matches()
                || exactly(words, recognizer, language).isPresent();
    }

    /** Whether a message says nothing but the mark, so that it is no reason for one. */
    static boolean isBare(String text) {
        return WORDS.matcher(text.substring(lead(text))).results().count() <= 1;
    }

    /** "No, a 2 after all, I waited for a week": a figure between words that lead to a mark and a pause is one again, whatever follows. */
    static boolean isSaidAnew(String text) {
        int lead = lead(text);
        return lead > 0 && PAUSED.matcher(text.substring(lead)).lookingAt();
    }

    /** Where the first words end that say nothing yet: "well, all right". */
    private static int lead(String text) {
        int end = 0;
        for (var found : LEADS.in(text)) {
            if (WORDS.matcher(text.substring(end, found.span().start())).find()) {
                break;
            }
            end = found.span().end();
        }
        while (end > 0 && end < text.length() && !Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The mark that the first words are; empty inside where it is not clear which. */
    private static Optional<OptionalInt> ofHead(String head, EntityRecognizer recognizer, Language language) {
        if (isBetween(head)) {
            return Optional.of(OptionalInt.empty());
        }
        if (WORDS.matcher(head).results().count() > MOST_WORDS + 1) {
            return Optional.empty();
        }
        if (SEVERAL.matcher(head).matches()) {
            return Optional.of(OptionalInt.empty());
        }
        long figures = FIGURES.matcher(head).results().count();
        if (figures > 1) {
            return Optional.of(OptionalInt.empty());
        }
        if (figures == 1
                && !BARE.matcher(head).matches()
                && WORDS.matcher(head).results().count() > MOST_WORDS) {
            return Optional.empty();
        }
        return recognizer
                .amount(head, language)
                .map(Mark::exact)
                .or(() -> recognizer.amount(head.split("\\s+", 2)[0], language).map(first -> OptionalInt.empty()));
    }

    /** "Somewhere between 7 and 8". */
    private static boolean isBetween(String head) {
        var matched = BETWEEN.matcher(head);
        return matched.matches()
                && BEHIND.in(matched.group(1)).stream().map(Cues.Found::name).anyMatch("vague"::equals)
                && BEHIND.in(matched.group(1)).stream()
                                .mapToLong(cue -> WORDS.matcher(cue.span().in(matched.group(1)))
                                        .results()
                                        .count())
                                .sum()
                        == WORDS.matcher(matched.group(1)).results().count();
    }

    private static Optional<Integer> boxed(OptionalInt mark) {
        return mark.isPresent() ? Optional.of(mark.getAsInt()) : Optional.empty();
    }

    private static OptionalInt exact(Entity.Money number) {
        boolean isClear = number.to().isEmpty()
                && number.isExact()
                && number.currency().isEmpty()
                && number.amount().stripTrailingZeros().scale() <= 0
                && number.amount().precision() < MOST_DIGITS;
        return isClear ? OptionalInt.of(number.amount().intValueExact()) : OptionalInt.empty();
    }

    /** Whether the numbers count money, hours or days. */
    private static boolean countsSomething(Understanding understanding, String head) {
        int end = understanding.text().indexOf(head) + head.length();
        return understanding.entities().stream()
                .filter(entity -> entity.span().start() < end)
                .anyMatch(entity -> switch (entity) {
                    case Entity.Money money -> money.currency().isPresent();
                    case Entity.Hours hours -> true;
                    case Entity.Phone phone -> true;
                    case Entity.Duration duration -> true;
                    case Entity.Date date ->
                        date.span().in(understanding.text()).chars().anyMatch(Character::isLetter);
                    case Entity.DateTime moment ->
                        moment.span().in(understanding.text()).chars().anyMatch(Character::isLetter);
                    default -> false;
                });
    }

    private static Optional<String> besides(String text, Span span) {
        var rest = text.substring(0, span.start()) + text.substring(span.end());
        return comment(rest).map(words -> text.strip().startsWith(span.in(text)) ? words : text.strip());
    }

    private static Optional<String> comment(String rest) {
        var words = rest.replaceFirst("^[\\s.,;:!?()\u2013\u2014-]+", "").strip();
        return words.chars().filter(Character::isLetter).count() >= SHORTEST_COMMENT
                ? Optional.of(words)
                : Optional.empty();
    }
}
