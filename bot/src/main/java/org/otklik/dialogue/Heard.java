package org.otklik.dialogue;

import java.util.Map;
import java.util.Optional;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/**
 * What a skill is asked to act on: one act of the message, or a pressed button.
 *
 * @param text the words of the act; empty for a button
 * @param act the intent with its own entities
 * @param whole everything that was understood of the message
 * @param arguments the fixed arguments of a button
 */
public record Heard(String text, Act act, Understanding whole, Map<String, String> arguments) {
    public Heard {
        arguments = Map.copyOf(arguments);
    }

    public Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    public Optional<Long> number(String argument) {
        return argument(argument).map(Long::valueOf);
    }
}
