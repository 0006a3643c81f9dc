package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a message asks for or tells, with the entities that belong to it.
 *
 * @param intent a name of the catalogue of intents, or one that only buttons have
 * @param confidence 0 to 1: how sure the classifier is that it is this intent and no other
 * @param inScope 0 to 1: how sure it is that the words belong to any intent at all
 * @param text the words of this act
 * @param entities what it names and means. A bare number of a correction is an amount without a currency: whoever knows what is
 *     corrected knows what it counts
 * @param isSeparate whether the message has other words beside it
 * @param mood whether it has happened, will happen, or is only spoken of
 * @param rejected what it names as wrong: the 500 of "not 500 but 5000". None of it is among the entities
 */
public record Act(
        String intent,
        double confidence,
        double inScope,
        String text,
        List<Entity> entities,
        boolean isSeparate,
        Mood mood,
        List<Entity> rejected) {
    public static final double SURE = 0.5;
    private static final double DOUBTED = 0.49;
    /** So long is a word that only joins. */
    private static final int JOINT = 2;

    public Act {
        entities = List.copyOf(entities);
        rejected = List.copyOf(rejected);
    }

    /** A plain act, which rejects nothing. */
    public Act(
            String intent, double confidence, double inScope, String text, List<Entity> entities, boolean isSeparate) {
        this(intent, confidence, inScope, text, entities, isSeparate, Mood.PLAIN, List.of());
    }

    /** All words of a message, which are beyond doubt an answer to something that was asked. */
    public static Act answer(String intent, Understanding whole) {
        return new Act(intent, 1, 1, whole.text(), whole.entities(), false);
    }

    /** What a pressed button asks for; there is nothing to be unsure of. */
    public static Act pressed(String intent) {
        return new Act(intent, 1, 1, "", List.of(), true);
    }

    /** The same words as a question that may be about something else. */
    public Act wondered() {
        return new Act(
                intent, Math.min(confidence, DOUBTED), inScope, text, entities, isSeparate, Mood.ASKED, rejected);
    }

    /** The same words, taken to mean something else. */
    public Act as(String other) {
        return new Act(other, confidence, inScope, text, entities, isSeparate, mood, rejected);
    }

    /** The same words, of which it is known what they mean. */
    public Act meant(String known) {
        return new Act(known, 1, 1, text, entities, isSeparate, mood, rejected);
    }

    /** This act with what another sentence adds to it. */
    Act and(Act more) {
        var all = new ArrayList<>(entities);
        all.addAll(more.entities);
        var wrong = new ArrayList<>(rejected);
        wrong.addAll(more.rejected);
        return new Act(
                intent,
                Math.max(confidence, more.confidence),
                Math.max(inScope, more.inScope),
                text + " " + more.text,
                all,
                isSeparate,
                mood,
                wrong);
    }

    /** This act, of which another sentence says that something holds, in the place of what it named if it is there. */
    Act with(Entity right, Optional<Entity> wrong) {
        var all = new ArrayList<>(entities);
        wrong.ifPresentOrElse(old -> all.set(all.indexOf(old), right), () -> all.add(right));
        var wrongs = new ArrayList<>(rejected);
        wrong.ifPresent(wrongs::add);
        return new Act(intent, confidence, inScope, text, all, isSeparate, mood, wrongs);
    }

    /** The same act with more words, which name nothing. */
    Act saying(String more) {
        return new Act(intent, confidence, inScope, text + " " + more, entities, isSeparate, mood, rejected);
    }

    /** The same words, which are about somebody who was named elsewhere in the message. */
    public Act about(Entity named) {
        var more = new ArrayList<>(entities);
        more.addFirst(named);
        return new Act(intent, confidence, inScope, text, more, isSeparate, mood, rejected);
    }

    /** Only what it calls wrong. */
    Act wrong() {
        return new Act(intent, confidence, inScope, "", rejected, isSeparate, mood, List.of());
    }

    /** The same act in a message that has lost some of its words. */
    Act without(Span span, String message) {
        return new Act(
                intent,
                confidence,
                inScope,
                message,
                entities.stream()
                        .filter(entity -> !entity.span().overlaps(span))
                        .toList(),
                isSeparate,
                mood,
                rejected);
    }

    /** What it names of one kind, in the order said. */
    <E extends Entity> List<E> all(Class<E> kind) {
        return entities.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public boolean is(String name) {
        return intent.equals(name);
    }

    /** Whether it is nothing but names, numbers and days, with a word like "of" at most: an answer rather than a request. */
    public boolean isBare(String message) {
        var rest = new StringBuilder(message);
        entities.forEach(entity -> entity.span().blank(rest));
        return rest.chars().filter(Character::isLetter).count() <= (entities.isEmpty() ? 0 : JOINT);
    }

    public boolean isSure() {
        return confidence >= SURE;
    }
}
