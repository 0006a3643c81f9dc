package org.otklik.directory;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.contacts.PersonName;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Entity;
import org.otklik.nlu.PersonName.Kind;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;

/** Parts of a name that are told by themselves: "her surname is Herrero", "the patronymic: Rashidovna". */
final class ToldName {
    private static final WordPatterns UPDATES = new WordPatterns("updates");
    private static final Map<String, Kind> LABELS =
            Map.of("given", Kind.GIVEN, "patronymic", Kind.PATRONYMIC, "family", Kind.FAMILY);
    private static final Set<String> SMALL = Set.of("stop", "being");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\u2019'-]+");
    private static final Pattern END = Pattern.compile("[,.;!?\\n]");

    private final Understanding understanding;
    private final Optional<Contrast> contrast;
    private final Map<Kind, Span> parts = new EnumMap<>(Kind.class);

    private ToldName(Understanding understanding) {
        this.understanding = understanding;
        this.contrast = Contrast.in(understanding.text());
        var found = UPDATES.find(understanding.text());
        for (var label : found) {
            var kind = LABELS.get(label.name());
            if (kind != null) {
                int from = label.span().end();
                int to = found.stream()
                        .filter(other -> LABELS.containsKey(other.name()))
                        .mapToInt(other -> other.span().start())
                        .filter(start -> start >= from)
                        .min()
                        .orElse(understanding.text().length());
                int start = rightFrom(from);
                value(start, end(start, Math.max(start, to)))
                        .filter(span -> isOne(kind, span))
                        .ifPresent(span -> parts.put(kind, span));
            }
        }
    }

    static ToldName in(Understanding understanding) {
        return new ToldName(understanding);
    }

    /** "Her surname is not Haddad but Haddadi": where the value begins that is put in the place of the wrong one. */
    private int rightFrom(int from) {
        return contrast.filter(told -> told.wrong().start() >= from
                        && told.right().start() > told.wrong().start())
                .map(told -> told.right().start())
                .orElse(from);
    }

    private int end(int from, int to) {
        var end = END.matcher(understanding.text()).region(from, to);
        return end.find() ? end.start() : to;
    }

    /** The last word with a capital, or else the first that is no small one. */
    private Optional<Span> value(int from, int to) {
        var text = understanding.text();
        var small = UPDATES.find(text).stream()
                .filter(one -> SMALL.contains(one.name()))
                .toList();
        var words = WORD.matcher(text)
                .region(from, to)
                .results()
                .map(word -> new Span(word.start(), word.end()))
                .filter(word -> small.stream().noneMatch(one -> one.span().overlaps(word)))
                .toList();
        return words.stream()
                .filter(word -> Character.isUpperCase(text.charAt(word.start())))
                .reduce((one, other) -> other)
                .or(() -> words.stream().findFirst());
    }

    /** "Her name is Anna Kim" tells the whole name. */
    private boolean isOne(Kind kind, Span word) {
        return kind != Kind.GIVEN
                || understanding
                        .all(Entity.Person.class)
                        .filter(person -> person.span().overlaps(word))
                        .allMatch(person -> person.name().parts().size() == 1);
    }

    boolean isTold() {
        return !parts.isEmpty();
    }

    boolean tells(Kind kind) {
        return parts.containsKey(kind);
    }

    /** Whether a name in the message is a part that is told, or what it was wrongly, and so not whom it is told of. */
    boolean isPart(Entity.Person person) {
        boolean isWrong = isTold()
                && contrast.filter(told -> told.wrong().overlaps(person.span())).isPresent();
        return isWrong || parts.values().stream().anyMatch(person.span()::overlaps);
    }

    /** A name with the parts that are told instead of its own. */
    PersonName in(PersonName name) {
        return new PersonName(
                part(Kind.GIVEN).or(name::given),
                part(Kind.PATRONYMIC).or(name::patronymic),
                part(Kind.FAMILY).or(name::family));
    }

    /** Nothing but the parts that are told. */
    PersonName name() {
        return new PersonName(part(Kind.GIVEN), part(Kind.PATRONYMIC), part(Kind.FAMILY));
    }

    /** In the nominative where it was recognised as a name. */
    private Optional<String> part(Kind kind) {
        return Optional.ofNullable(parts.get(kind))
                .map(word -> understanding
                        .all(Entity.Person.class)
                        .filter(person -> person.span().overlaps(word))
                        .map(person -> person.name().parts().getLast().text())
                        .findFirst()
                        .orElseGet(() -> capitalised(word.in(understanding.text()))));
    }

    private static String capitalised(String word) {
        return Character.toTitleCase(word.charAt(0)) + word.substring(1);
    }
}
