package org.otklik.dialogue;

import java.util.Set;
import java.util.stream.Stream;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;

/** Words that name a field of what was just written, give its value, and say nothing else: "make the reminder Wednesday", "the amount is 350". */
public final class Renaming {
    private static final Set<String> LITTLE = Set.of("function", "lead", "small");

    private final Cues fields = new Cues("fields");
    private final Cues functions = new Cues("function");
    private final Cues leads = new Cues("contrasts");
    private final String field;
    private final Set<Class<? extends Entity>> values;

    /**
     * @param field as the table of fields calls it
     * @param values what its value may be
     */
    public Renaming(String field, Set<Class<? extends Entity>> values) {
        this.field = field;
        this.values = Set.copyOf(values);
    }

    public boolean isIn(Understanding understanding) {
        var text = understanding.text();
        boolean isNamed = fields.has(text, field);
        boolean isGiven = !understanding.entities().isEmpty()
                && understanding.entities().stream()
                        .allMatch(entity -> values.stream().anyMatch(kind -> kind.isInstance(entity)));
        return isNamed && isGiven && !text.strip().endsWith("?") && understanding.isOnly(words(understanding));
    }

    private Stream<Span> words(Understanding understanding) {
        var text = understanding.text();
        var little = Stream.of(fields, functions, leads)
                .flatMap(cues -> cues.in(text).stream())
                .filter(word -> word.name().equals(field) || LITTLE.contains(word.name()))
                .map(Cues.Found::span);
        return Stream.concat(little, understanding.entities().stream().map(Entity::span));
    }
}
