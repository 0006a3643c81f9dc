package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.otklik.nlp.Ranked;
import org.otklik.nlu.Piece.Join;

/** Some parts of a message in a row that are one act. */
record Run(String intent, List<Told> parts) {
    private static final Set<String> COURTESIES = Set.of("conversation.greet", "conversation.thanks");

    private static final String CONVERSATION = "conversation.";
    /** From here on a sentence without a verb says by itself what is wanted. */
    private static final double SAYS_SOMETHING = 0.8;

    Run {
        parts = List.copyOf(parts);
    }

    Told first() {
        return parts.getFirst();
    }

    /** All of its words in one piece. */
    Piece piece(String message) {
        return first().piece().through(parts.getLast().piece(), message);
    }

    Run with(Told part) {
        var more = new ArrayList<>(parts);
        more.add(part);
        return new Run(intent, more);
    }

    /** This act with the parts of the one that follows it, under either intent. */
    Run and(Run next, String intent) {
        var all = new ArrayList<>(parts);
        all.addAll(next.parts);
        return new Run(intent, all);
    }

    boolean tells() {
        return parts.stream().anyMatch(part -> part.tells(intent));
    }

    boolean entrusts() {
        return parts.stream().anyMatch(Told::entrusts);
    }

    boolean isSilent() {
        return parts.stream().allMatch(Told::isSilent);
    }

    boolean names(List<Entity> entities, Class<? extends Entity> kind) {
        return parts.stream().anyMatch(part -> part.piece().names(entities, kind));
    }

    boolean isCourtesy() {
        return isCourtesy(intent);
    }

    static boolean isCourtesy(String intent) {
        return COURTESIES.contains(intent);
    }

    Ranked ranked() {
        return new Ranked(intent, sureness());
    }

    double inScope() {
        return parts.stream().mapToDouble(Told::inScope).max().orElse(0);
    }

    /** How sure its surest part is. */
    double sureness() {
        return parts.stream().mapToDouble(part -> part.sureness(intent)).max().orElse(0);
    }

    /** Without the sentences before it that say nothing by themselves: they may answer what was asked. */
    Run trimmed(Pieces pieces) {
        int from = 0;
        while (from + 1 < parts.size()
                && !saysIt(parts.get(from))
                && !pieces.isClause(parts.get(from).piece())
                && parts.get(from + 1).piece().join() == Join.SENTENCE) {
            from++;
        }
        return new Run(intent, parts.subList(from, parts.size()));
    }

    /** Whether a part says by itself what is wanted. A yes may answer anything. */
    private boolean saysIt(Told part) {
        return !intent.startsWith(CONVERSATION) && part.sureness(intent) >= SAYS_SOMETHING;
    }
}
