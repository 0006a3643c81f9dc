package org.otklik.nlu;

import java.util.List;

/**
 * One thing that a message asks for or tells, with the entities that belong to it.
 *
 * @param intent a name of the catalogue of intents, or one that only buttons have
 * @param confidence 0 to 1: how sure the classifier is that it is this intent and no other
 * @param inScope 0 to 1: how sure it is that the words belong to any intent at all
 * @param text the words of this act
 * @param isSeparate whether it stands in a sentence of its own, beside others
 */
public record Act(
        String intent, double confidence, double inScope, String text, List<Entity> entities, boolean isSeparate) {
    private static final double SURE = 0.5;

    public Act {
        entities = List.copyOf(entities);
    }

    /** What a pressed button asks for; there is nothing to be unsure of. */
    public static Act pressed(String intent) {
        return new Act(intent, 1, 1, "", List.of(), true);
    }

    public boolean is(String name) {
        return intent.equals(name);
    }

    public boolean isSure() {
        return confidence >= SURE;
    }
}
