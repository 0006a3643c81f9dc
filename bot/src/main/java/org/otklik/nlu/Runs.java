package org.otklik.nlu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.nlu.Piece.Join;

/** Makes acts of the labelled parts of a message: joins what belongs together, and parts what is told twice. */
final class Runs {
    /** How sure a sentence has to be, to be an act beside others. */
    private static final double SURE_SENTENCE = 0.3;
    /** The same for a clause: people say more than one thing of a matter before they go on to another. */
    private static final double SURE_CLAUSE = 0.4;

    private static final String UPDATE = "contacts.update";
    private static final String GIFT = "giving.record";
    private static final String DONATE = "giving.donate";
    private static final String PAID = "giving.report_payment";
    private static final Set<String> OWN_GIFTS = Set.of(DONATE, PAID);

    /** What may be told twice, and what both tellings must name. */
    private static final Map<String, Set<Class<? extends Entity>>> REPEATED = Map.of(
            GIFT,
            Set.of(Entity.Money.class),
            "interactions.log",
            Set.of(Entity.Person.class, Entity.Organization.class),
            "contacts.create",
            Set.of(Entity.Person.class, Entity.Organization.class),
            "tasks.create",
            Set.of(Entity.Date.class, Entity.DateTime.class));

    private final Pieces pieces;
    private final List<Entity> entities;
    private final Moods moods;

    Runs(Pieces pieces, List<Entity> entities, Moods moods) {
        this.pieces = pieces;
        this.entities = entities;
        this.moods = moods;
    }

    /** @param labels the intent of each part */
    List<Run> of(List<Told> parts, List<String> labels) {
        var runs = new ArrayList<Run>();
        for (int n = 0; n < parts.size(); n++) {
            var next = new Run(labels.get(n), List.of(parts.get(n)));
            if (!runs.isEmpty() && isOfAnotherTime(runs.getLast(), next)) {
                runs.add(ownGift(runs.removeLast()));
                runs.add(ownGift(next));
            } else if (runs.isEmpty()
                    || !next.intent().equals(runs.getLast().intent())
                    || isAnother(runs.getLast(), next)) {
                runs.add(next);
            } else {
                runs.add(runs.removeLast().with(next.first()));
            }
        }
        joinDoubtful(runs);
        joinRepeated(runs);
        return withoutAsides(runs);
    }

    /** "Anna gave 900, and Boris 1200": the same intent twice. */
    private boolean isAnother(Run before, Run next) {
        var intent = next.intent();
        if (intent.equals(UPDATE)) {
            return isTagging(before) != isTagging(next);
        }
        var kinds = REPEATED.getOrDefault(intent, Set.of());
        boolean isElliptic = intent.equals(GIFT) && next.names(entities, Entity.Person.class);
        return kinds.stream().anyMatch(kind -> next.names(entities, kind))
                && kinds.stream().anyMatch(kind -> before.names(entities, kind))
                && (isElliptic || (before.tells() && next.tells()));
    }

    /** "I sent 850, and will send 1150": what was paid is no part of what is promised. */
    private boolean isOfAnotherTime(Run before, Run next) {
        var first = before.parts().getLast().piece();
        var second = next.first().piece();
        boolean areTwo = OWN_GIFTS.contains(before.intent())
                && OWN_GIFTS.contains(next.intent())
                && before.names(entities, Entity.Money.class)
                && next.names(entities, Entity.Money.class);
        return areTwo
                && ((moods.tellsOfPast(first) && moods.isPromised(second))
                        || (moods.isPromised(first) && moods.tellsOfPast(second)));
    }

    private Run ownGift(Run run) {
        return new Run(moods.isPromised(run.parts().getLast().piece()) ? DONATE : PAID, run.parts());
    }

    private boolean isTagging(Run run) {
        return run.parts().stream().anyMatch(part -> pieces.isTagging(part.piece()));
    }

    /** What is not sure enough to stand alone goes to what stands before it, the least sure first. */
    private void joinDoubtful(List<Run> runs) {
        while (runs.size() > 1) {
            int worst = 0;
            for (int n = 1; n < runs.size(); n++) {
                worst = excess(runs, n) < excess(runs, worst) ? n : worst;
            }
            if (excess(runs, worst) >= 0) {
                return;
            }
            int first = Math.max(worst - 1, 0);
            var intent = runs.get(worst == 0 ? 1 : worst - 1).intent();
            runs.set(first, runs.get(first).and(runs.remove(first + 1), intent));
        }
    }

    private double excess(List<Run> runs, int n) {
        if (n > 0 && isElliptic(runs.get(n - 1), runs.get(n))) {
            return 0;
        }
        var join = runs.get(Math.max(n, 1)).first().piece().join();
        return runs.get(n).sureness() - (join == Join.SENTENCE ? SURE_SENTENCE : SURE_CLAUSE);
    }

    /** "And Boris a thousand two hundred": whoever gave how much needs no verb beside another who did. */
    private boolean isElliptic(Run before, Run next) {
        return next.intent().equals(GIFT)
                && before.intent().equals(GIFT)
                && next.names(entities, Entity.Person.class)
                && next.names(entities, Entity.Money.class)
                && before.names(entities, Entity.Money.class);
    }

    /** Who comes back to what was said before speaks of the same. */
    private static void joinRepeated(List<Run> runs) {
        var seen = new HashSet<String>();
        for (int n = 0; n < runs.size(); n++) {
            var run = runs.get(n);
            boolean isNew = seen.add(run.intent()) || REPEATED.containsKey(run.intent());
            if (!isNew && !run.intent().equals(runs.get(n - 1).intent())) {
                runs.set(
                        n - 1,
                        runs.get(n - 1).and(runs.remove(n), runs.get(n - 1).intent()));
                n--;
            }
        }
    }

    /** Greetings, and what belongs to no intent, are left out beside other things; a name in them goes to what follows. */
    private List<Run> withoutAsides(List<Run> runs) {
        if (runs.stream().allMatch(Runs::isAside)) {
            return runs;
        }
        var said = new ArrayList<Run>();
        var aside = new ArrayList<Run>();
        for (var run : runs) {
            if (isAside(run)) {
                if (run.names(entities, Entity.class)) {
                    aside.add(run);
                }
            } else {
                var all = run;
                for (var before : aside.reversed()) {
                    all = before.and(all, run.intent());
                }
                aside.clear();
                said.add(all);
            }
        }
        return said;
    }

    private static boolean isAside(Run run) {
        return run.isCourtesy() || run.isSilent();
    }
}
