package org.otklik.nlu;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.i18n.Language;
import org.otklik.nlp.Ranked;

/**
 * What a message means. Kept beside the message, for audit and retraining.
 *
 * @param text the message as typed
 * @param language what it is written in; empty for one without words
 * @param ranked the likeliest intents of the whole message, best first
 * @param acts what it asks for and tells, in the order said; empty when no intent could be made out
 * @param entities everything that is named, in the order said, what is wrong by its own words too
 */
public record Understanding(
        String text, Optional<Language> language, List<Ranked> ranked, List<Act> acts, List<Entity> entities) {
    public Understanding {
        ranked = List.copyOf(ranked);
        acts = List.copyOf(acts);
        entities = List.copyOf(entities);
    }

    /** A pressed button: nothing was typed. */
    public static Understanding pressed(Act act) {
        return new Understanding("", Optional.empty(), List.of(), List.of(act), List.of());
    }

    /** Nothing was said: for a form that the bot opens of its own accord. */
    public static Understanding nothing() {
        return new Understanding("", Optional.empty(), List.of(), List.of(), List.of());
    }

    /** The same words, standing for other acts. */
    public Understanding with(List<Act> others) {
        return new Understanding(text, language, ranked, others, entities);
    }

    /** The same words, with only what belongs to one act. */
    public Understanding only(Act act) {
        return new Understanding(text, language, ranked, List.of(act), act.entities());
    }

    /** All of the words as one act. */
    public Act whole(String intent) {
        return new Act(intent, 1, 1, text, entities, false);
    }

    /** Without the values that it calls wrong. */
    public Understanding right() {
        return new Understanding(text, language, ranked, acts, all(Entity.class).toList());
    }

    /** Only the values that it calls wrong. */
    public Understanding wrong() {
        var wrong = acts.stream().map(Act::wrong).toList();
        var entities = wrong.stream().flatMap(act -> act.entities().stream()).toList();
        return new Understanding(text, language, ranked, wrong, entities);
    }

    /** The words in which a bare number may stand: without days, hours, numbers of telephones and the like. */
    public String besidesValues() {
        var rest = new StringBuilder(text);
        Stream.concat(
                        entities.stream(),
                        acts.stream().flatMap(act -> Stream.concat(act.entities().stream(), act.rejected().stream())))
                .filter(entity -> !(entity instanceof Entity.Money))
                .map(Entity::span)
                .filter(span -> !isBareFigure(span))
                .forEach(span -> span.blank(rest));
        return rest.toString();
    }

    /** "12.05" alone may be a day or a sum; "12 May" is no sum. */
    private boolean isBareFigure(Span span) {
        var words = span.in(text);
        return words.equals(text.strip()) && words.chars().noneMatch(Character::isLetter);
    }

    /** Whether nothing is said besides these words, but marks. */
    public boolean isOnly(Stream<Span> words) {
        var rest = new StringBuilder(text);
        words.forEach(span -> rest.replace(span.start(), span.end(), " ".repeat(span.end() - span.start())));
        return rest.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** The same words but for some, which leave their place empty, so that all else stands where it stood. */
    public Understanding without(Span span) {
        var rest = text.substring(0, span.start()) + " ".repeat(span.end() - span.start()) + text.substring(span.end());
        var one = acts.isEmpty() ? List.of(whole("conversation.correct")) : acts;
        return new Understanding(
                rest,
                language,
                ranked,
                one.stream().map(act -> act.without(span, rest)).toList(),
                entities.stream()
                        .filter(entity -> !entity.span().overlaps(span))
                        .toList());
    }

    public Optional<Act> main() {
        return acts.stream().findFirst();
    }

    /** What is meant of one kind, in the order said: without what was said to be wrong, with the bare numbers of a correction. */
    public <E extends Entity> Stream<E> all(Class<E> kind) {
        var own = acts.stream().flatMap(act -> act.entities().stream()).toList();
        var replaced = Stream.concat(own.stream(), acts.stream().flatMap(act -> act.rejected().stream()))
                .map(Entity::span)
                .collect(Collectors.toSet());
        return Stream.concat(own.stream(), entities.stream().filter(entity -> !replaced.contains(entity.span())))
                .distinct()
                .sorted(Comparator.comparingInt(entity -> entity.span().start()))
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
