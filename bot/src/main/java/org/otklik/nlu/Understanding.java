package org.otklik.nlu;

import java.util.List;
import java.util.Optional;
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
 * @param entities everything that is named, in the order said
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

    public Optional<Act> main() {
        return acts.stream().findFirst();
    }

    /** The entities of one kind, in the order said. */
    public <E extends Entity> Stream<E> all(Class<E> kind) {
        return entities.stream().filter(kind::isInstance).map(kind::cast);
    }
}
