package org.otklik.contacts;

import java.util.HashMap;
import java.util.Map;
import org.otklik.conversation.Action;
import org.otklik.dialogue.Choices;

/** The offer to add somebody of a name that was said. The form that adds them takes its arguments for what is known already. */
final class SomebodyNew {
    private static final String CREATE = "contacts.create";
    /** Whether one of the same name is the same person; nobody is. */
    private static final Map<String, String> NONE_OF_THEM = Map.of("namesake", "0");

    private SomebodyNew() {}

    static Action called(String name) {
        return new Action(CREATE, arguments(name));
    }

    /** Somebody else than those of the name who are offered as well. */
    static Action besides(String name) {
        var arguments = new HashMap<>(arguments(name));
        arguments.putAll(NONE_OF_THEM);
        return new Action(CREATE, arguments);
    }

    private static Map<String, String> arguments(String name) {
        return PersonName.parse(name).family().isPresent()
                ? Map.of(Choices.WHO, name)
                : Map.of(Choices.WHO, name, Choices.GIVEN, name);
    }
}
