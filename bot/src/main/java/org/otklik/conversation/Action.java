package org.otklik.conversation;

import java.util.Map;

/**
 * What a pressed button asks for: an intent with fixed arguments, so that nothing has to be understood again.
 *
 * @param intent a name of a skill's intent, which need not be one that can be said in words
 */
public record Action(String intent, Map<String, String> arguments) {
    public Action {
        arguments = Map.copyOf(arguments);
    }

    public static Action of(String intent) {
        return new Action(intent, Map.of());
    }

    public static Action of(String intent, String argument, Object value) {
        return new Action(intent, Map.of(argument, String.valueOf(value)));
    }
}
