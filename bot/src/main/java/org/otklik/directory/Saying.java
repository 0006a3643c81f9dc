package org.otklik.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;
import org.otklik.nlu.WordPatterns.Found;

/** What a message says of a card, by the words that stand around the values. */
final class Saying {
    private static final WordPatterns UPDATES = new WordPatterns("updates");
    private static final WordPatterns CONTACTS = new WordPatterns("contact-words");
    private static final String ROLE = "role-";
    private static final Pattern QUOTED =
            Pattern.compile("[\u00ab\u201c\u201e\"]([^\u00bb\u201d\u201c\"]{1,60})[\u00bb\u201d\u201c\"]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\u2019'-]+");
    private static final Pattern END = Pattern.compile("[,.;!?\\n]");
    private static final Set<String> SMALL = Set.of("stop", "everyone");
    private static final int LONGEST_TAG = 3;
    /** What may stand before a tag: words of English only, where alone a noun comes before another. */
    private static final Set<String> ARTICLES = Set.of("the", "a", "her", "his", "their");

    private final String text;
    private final List<Entity> entities;
    private final List<Found> found;

    Saying(Understanding understanding) {
        this.text = own(understanding);
        this.entities = understanding.entities();
        this.found = UPDATES.find(text);
    }

    /** The words of its acts, each in its place, so that the entities are where they say. */
    private static String own(Understanding understanding) {
        var whole = understanding.text();
        if (understanding.acts().isEmpty()) {
            return whole;
        }
        var own = new StringBuilder(" ".repeat(whole.length()));
        understanding.acts().forEach(act -> {
            int at = whole.indexOf(act.text());
            if (at >= 0) {
                own.replace(at, at + act.text().length(), act.text());
            }
        });
        return own.toString();
    }

    String text() {
        return text;
    }

    boolean says(String name) {
        return labels(name).findFirst().isPresent();
    }

    private Stream<Span> labels(String name) {
        return found.stream().filter(one -> one.name().equals(name)).map(Found::span);
    }

    /** Small words, which are no tag: also those for everybody who was listed. */
    private Stream<Span> small() {
        return SMALL.stream().flatMap(this::labels);
    }

    /** The roles that are named. */
    List<String> roles() {
        return CONTACTS.find(text).stream()
                .filter(one -> one.name().startsWith(ROLE))
                .map(one -> one.name().substring(ROLE.length()))
                .distinct()
                .toList();
    }

    /** Tags to be put on, or to be taken off: in quotation marks after the word, or the few words that follow it. */
    List<String> tags(boolean isTakenOff) {
        return tagSpans(isTakenOff).stream()
                .map(span -> span.in(text).strip())
                .distinct()
                .toList();
    }

    List<Span> tagSpans(boolean isTakenOff) {
        var labels = labels("tag").toList();
        var tags = new ArrayList<Span>();
        for (int n = 0; n < labels.size(); n++) {
            var label = labels.get(n);
            int from = label.end();
            int to = n + 1 < labels.size() ? labels.get(n + 1).start() : text.length();
            var behind = verbBehind(from, to);
            boolean takesOff = behind.isPresent() || labels("untag").anyMatch(verb -> verb.start() < from);
            if (takesOff == isTakenOff) {
                var named = tagsBetween(
                        takesOff ? from : afterPronoun(from),
                        behind.map(Span::start).orElse(to));
                int verb = labels("untag")
                        .mapToInt(Span::end)
                        .filter(end -> end <= label.start())
                        .max()
                        .orElse(n == 0 ? 0 : labels.get(n - 1).end());
                tags.addAll(named.isEmpty() && takesOff ? tagBefore(verb, label.start()) : named);
            }
        }
        return tags;
    }

    /** What takes a tag off may stand right behind the tag in Russian. */
    private Optional<Span> verbBehind(int from, int to) {
        return labels("untag")
                .filter(verb -> verb.start() >= from && verb.start() < to && isNothingButTag(from, verb.start()))
                .findFirst();
    }

    private boolean isNothingButTag(int from, int to) {
        var words = WORD.matcher(text).region(from, to).results().toList();
        return !words.isEmpty()
                && words.size() <= LONGEST_TAG
                && text.substring(from, to).indexOf(',') < 0
                && words.stream().noneMatch(this::isSmall);
    }

    boolean isWithoutTags() {
        return tagSpans(false).isEmpty() && tagSpans(true).isEmpty();
    }

    /** The words around the tags, where the name of whom they are for may stand. */
    String besideTags() {
        var rest = new StringBuilder(text);
        Stream.of(false, true)
                .flatMap(isTakenOff -> tagSpans(isTakenOff).stream())
                .forEach(span -> span.blank(rest));
        return rest.toString();
    }

    /** "Remove the choir tag from her": the tag stands between the verb and the word. */
    private List<Span> tagBefore(int verb, int label) {
        var words = WORD.matcher(text)
                .region(verb, label)
                .results()
                .filter(word -> !ARTICLES.contains(word.group()) && !isSmall(word))
                .toList();
        return words.isEmpty() || words.size() > LONGEST_TAG
                ? List.of()
                : List.of(new Span(words.getFirst().start(), words.getLast().end()));
    }

    private boolean isSmall(MatchResult word) {
        return small().anyMatch(stop -> stop.overlaps(new Span(word.start(), word.end())));
    }

    private List<Span> tagsBetween(int from, int to) {
        var quoted = QUOTED.matcher(text).region(from, to).results().toList();
        return quoted.isEmpty()
                ? bareTag(from, to).stream().toList()
                : quoted.stream().map(one -> new Span(one.start(1), one.end(1))).toList();
    }

    private Optional<Span> bareTag(int from, int to) {
        var words = WORD.matcher(text)
                .region(from, end(from, to))
                .results()
                .limit(LONGEST_TAG)
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(words.getFirst().start(), words.getLast().end()));
    }

    /** "Tag him ambassador": whom the tag is for may stand before it. */
    private int afterPronoun(int from) {
        return small().filter(stop -> stop.start() >= from
                        && text.substring(from, stop.start()).isBlank())
                .mapToInt(Span::end)
                .findFirst()
                .orElse(from);
    }

    /** Where a tag without quotation marks must have ended: at a comma, a name, a little word. */
    private int end(int from, int to) {
        var ends = Stream.of(
                        END.matcher(text).region(from, to).results().map(MatchResult::start),
                        entities.stream()
                                .filter(Entity::namesSomebody)
                                .map(entity -> entity.span().start()),
                        small().map(Span::start))
                .flatMap(places -> places)
                .filter(place -> place >= from && place < to);
        return ends.min(Integer::compare).orElse(to);
    }

    /** The words before the first value, where a name stands that is not recognised as one: also inside of "mark … as". */
    String beforeValues() {
        int end = found.stream()
                .filter(one -> !SMALL.contains(one.name()))
                .min(Comparator.comparingInt(one -> one.span().start()))
                .map(one -> one.span().end())
                .orElse(text.length());
        return text.substring(0, end);
    }

    /** Whether a stretch of the text is a value, so that it can't be the name of whom it is about. */
    boolean isValue(Span span) {
        return IntStream.of(0, 1)
                .mapToObj(taken -> tagSpans(taken == 1))
                .flatMap(List::stream)
                .anyMatch(span::overlaps);
    }
}
