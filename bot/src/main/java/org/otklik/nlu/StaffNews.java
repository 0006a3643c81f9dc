package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.otklik.nlp.Classification;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.Ranked;
import org.otklik.nlu.Piece.Join;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Symbol;

/** What staff tell of others: apart from what they ask, and from what others want for themselves. */
final class StaffNews {
    /** What is told, or asked by the same words. */
    private static final Set<String> NEWS =
            Set.of("giving.record", "giving.donate", "giving.report_payment", "interactions.log");
    /** What is also told of others: a shift of somebody's. */
    private static final Set<String> TOLD_OF_OTHERS =
            Set.of("profile.update", "volunteering.join", "volunteering.log_hours");

    private static final String LOG = "interactions.log";
    private static final String GIFT = "giving.record";
    private static final Classification DEALING = new Classification(List.of(new Ranked(LOG, 1)), 1);

    private static final String MAILING = "campaigns.send";
    private static final String LOOK = "contacts.timeline";
    private static final String CONVERSATION = "conversation.";

    private final IntentCatalogue catalogue;
    private final Chart chart;
    private final List<Entity> entities;
    private final Pieces pieces;
    private final Moods moods;
    private final Predicate<String> allowed;

    /**
     * @param chart the message with all words of the tables
     * @param allowed the intents that whoever wrote it may mean
     */
    StaffNews(
            IntentCatalogue catalogue,
            Chart chart,
            List<Entity> entities,
            Pieces pieces,
            Moods moods,
            Predicate<String> allowed) {
        this.catalogue = catalogue;
        this.chart = chart;
        this.entities = entities;
        this.pieces = pieces;
        this.moods = moods;
        this.allowed = allowed;
    }

    /** Whether staff ask about what they otherwise tell; others ask whether they may give. */
    private boolean isAsked(Piece piece) {
        return allowed.test(LOOK) && moods.isQuestion(piece);
    }

    /** "Did she give 500?" wants to see what she gave: no telling word of it tells of anything new. */
    void hear(Piece piece, Map<String, Integer> heads) {
        if (isAsked(piece) && heads.keySet().removeAll(NEWS) && !moods.wonders(piece)) {
            heads.merge(LOOK, 2, Integer::sum);
        }
    }

    /** Whether staff tell what happened with somebody whom they name. */
    boolean isTold(Piece piece) {
        return allowed.test(LOG) && names(piece) && moods.tellsOfPast(piece) && !moods.isQuestion(piece);
    }

    String meant(Piece piece, String intent) {
        if (intent.equals(MAILING) && has(piece, ActWords.SENT) && allowed.test(LOG) && !moods.isQuestion(piece)) {
            // "Sent a letter to Anna": a mailing is asked for, and what went out already is news.
            return LOG;
        }
        return NEWS.contains(intent) && isAsked(piece) ? LOOK : intent;
    }

    /** "Boris won't come, he is ill. Remind me to call him": what is said of somebody before a request is news. */
    List<Told> withNotes(List<Told> parts) {
        var told = new ArrayList<>(withoutOwnPresents(parts));
        for (int request = 1; request < told.size() && allowed.test(LOG); request++) {
            var piece = told.get(request).piece();
            boolean isRequest = chart.has(piece.from(), ActWords.REQUEST);
            if (isRequest && piece.join() != Join.SENTENCE) {
                // "Dropped by at Anna's, remind me to call her": a request in the same breath makes it no less a
                // dealing.
                told.subList(0, request)
                        .replaceAll(part -> part.tells(LOG) && names(part.piece()) ? part.telling(LOG) : part);
            } else if (isRequest) {
                int from = request;
                while (from > 0 && mayBeNews(told.get(from - 1))) {
                    from--;
                }
                var news = told.subList(from, request);
                if (news.stream().anyMatch(part -> names(part.piece()))) {
                    news.replaceAll(part -> part.telling(LOG));
                }
            }
        }
        return told;
    }

    /** "Called Peter. He won't give 5000 this year": a refusal is no gift, and belongs to what was said. */
    List<Act> withRefusals(List<Act> acts) {
        boolean isToBeLeftOut =
                IntStream.range(0, chart.tokens().size()).anyMatch(i -> chart.has(i, ActWords.LEAVE_OUT));
        var told = new ArrayList<Act>();
        for (var act : acts) {
            boolean isRefusal = act.is(GIFT)
                    && (act.mood() == Mood.NEGATED || act.mood() == Mood.WISHED)
                    && !told.isEmpty()
                    && told.getLast().is(LOG);
            if (isRefusal && !isToBeLeftOut) {
                told.set(told.size() - 1, told.getLast().saying(act.text()));
            } else {
                told.add(act);
            }
        }
        return told;
    }

    /** "Visited Anna, gave her the cards from the children": what staff hand over is no gift to them. */
    private List<Told> withoutOwnPresents(List<Told> parts) {
        var told = new ArrayList<>(parts);
        for (int n = 1; n < told.size() && allowed.test(LOG); n++) {
            var before = told.get(n - 1);
            if (before.tells(LOG) && isOwnPresent(before.piece(), told.get(n).piece())) {
                told.set(n, new Told(told.get(n).piece(), DEALING, Map.of(LOG, 2)));
            }
        }
        return told;
    }

    private boolean isOwnPresent(Piece before, Piece piece) {
        boolean isHanded = !chart.has(piece.from(), ActWords.SUBJECT)
                && !names(piece)
                && !piece.names(entities, Entity.Money.class)
                && (has(piece, ActWords.HANDED) || has(piece, ActWords.PAST_GIFT));
        boolean isGoingOn = piece.join() != Join.SENTENCE && isVisited(before);
        return isHanded && (has(piece, ActWords.RECIPIENT) || isGoingOn);
    }

    /** Whether somebody is named in another case than the nominative: not who acts. */
    private boolean isVisited(Piece piece) {
        return entities.stream()
                .filter(entity -> piece.contains(entity.span()))
                .filter(Entity.Person.class::isInstance)
                .map(Entity.Person.class::cast)
                .anyMatch(person -> !piece.text()
                        .startsWith(person.name().base(), person.span().start() - piece.start()));
    }

    private boolean has(Piece piece, Symbol<String> symbol) {
        return IntStream.range(piece.from(), piece.to()).anyMatch(i -> chart.has(i, symbol));
    }

    private boolean names(Piece piece) {
        return piece.names(entities, Entity.Person.class) || piece.names(entities, Entity.Organization.class);
    }

    private boolean mayBeNews(Told part) {
        boolean isSure = part.meaning()
                .best()
                .filter(best -> best.confidence() >= Act.SURE)
                .isPresent();
        return part.heads().isEmpty() && !isSure && pieces.isClause(part.piece());
    }

    /** "Called Anna, she can't come on Friday": beside news, what people ask for themselves is told of somebody else. */
    List<Run> withoutWishesOfOthers(List<Run> runs) {
        if (runs.stream().noneMatch(run -> run.intent().equals(LOG))) {
            return runs;
        }
        var kept = new ArrayList<Run>();
        for (var run : runs) {
            if (!kept.isEmpty() && (isWishOfOthers(run.intent()) || isGoingOn(kept.getLast(), run))) {
                var before = kept.removeLast();
                kept.add(before.and(run, before.intent()));
            } else {
                kept.add(run);
            }
        }
        return kept;
    }

    /** "Visited Anna, showed her round": what the same sentence tells of besides, naming nothing, is a part of the note. */
    private boolean isGoingOn(Run before, Run run) {
        var piece = run.first().piece();
        return before.intent().equals(LOG)
                && piece.join() != Join.SENTENCE
                && !run.tells()
                && !run.names(entities, Entity.class)
                && moods.tellsOfPast(piece)
                && !moods.isQuestion(piece);
    }

    private boolean isWishOfOthers(String intent) {
        return !catalogue.isForStaff(intent)
                && !intent.startsWith(CONVERSATION)
                && !NEWS.contains(intent)
                && !TOLD_OF_OTHERS.contains(intent);
    }
}
