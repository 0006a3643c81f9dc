package org.otklik.nlu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.otklik.nlp.Classification;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;
import org.otklik.nlp.Ranked;
import org.otklik.nlu.Corrections.Correction;
import org.otklik.nlu.grammar.Chart;

/** Finds the acts of a message: cuts it where both sides say something of their own, and gives each what it names. */
final class ActFinder {
    private static final String ASK = "knowledge.ask";

    /** What can be done for somebody, and can be asked about as well. */
    private static final Set<String> PROCEDURES = Set.of(
            "giving.change_recurring",
            "giving.donate",
            "giving.receipt",
            "profile.update",
            "mailing.unsubscribe",
            "mailing.subscribe",
            "volunteering.join",
            "events.register",
            "events.cancel",
            "cases.request_service");

    /** A message of more parts is a letter, and is taken as a whole. */
    private static final int MANY = 24;

    /** What staff mean of somebody, by the intent of who means it of themselves. */
    private static final Map<String, String> OF_OTHERS = Map.of(
            "giving.donate", "giving.record",
            "giving.report_payment", "giving.record",
            "profile.update", "contacts.update",
            "volunteering.join", "deals.create");

    private final NluModels models;
    private final IntentCatalogue catalogue;
    private final Phrases questions = new Phrases("questions");

    ActFinder(NluModels models, IntentCatalogue catalogue) {
        this.models = models;
        this.catalogue = catalogue;
    }

    /**
     * The acts, in the order said.
     *
     * @param chart the message with all words of the tables
     * @param whole what it may mean as a whole
     * @param allowed the intents that whoever wrote it may mean
     */
    List<Act> acts(String text, Chart chart, List<Entity> entities, Classification whole, Predicate<String> allowed) {
        return new Reading(text, chart, entities, whole, allowed).acts();
    }

    private final class Reading {
        private final String text;
        private final List<Entity> entities;
        private final Classification whole;
        private final Predicate<String> allowed;
        private final Chart chart;
        private final Pieces pieces;
        private final Corrections corrections;
        private final Moods moods;

        Reading(String text, Chart chart, List<Entity> entities, Classification whole, Predicate<String> allowed) {
            this.text = text;
            this.chart = chart;
            this.entities = entities;
            this.whole = whole;
            this.allowed = allowed;
            this.pieces = new Pieces(text, chart, entities);
            this.corrections = new Corrections(chart, entities);
            this.moods = new Moods(chart);
        }

        List<Act> acts() {
            var parts = pieces.all().stream().map(this::told).toList();
            if (parts.isEmpty() || parts.size() > MANY) {
                return one(parts, List.of()).stream().toList();
            }
            var runs = new Runs(pieces, entities).of(parts, new ActLabels(new Told(all(), whole, Map.of())).of(parts));
            var trimmed = runs.stream().map(run -> run.trimmed(pieces)).toList();
            if (runs.size() == 1 && parts.stream().noneMatch(part -> isAnswer(part, trimmed.getFirst()))) {
                return one(parts, runs).stream().toList();
            }
            boolean isOfStaff = runs.stream().anyMatch(run -> catalogue.isForStaff(run.intent()));
            return trimmed.stream().map(run -> act(parts, run, isOfStaff)).toList();
        }

        /** Whether words are left beside the only act that may answer what was asked before. */
        private boolean isAnswer(Told part, Run act) {
            boolean isCourtesy = part.meaning()
                    .best()
                    .map(Ranked::label)
                    .filter(Run::isCourtesy)
                    .isPresent();
            return !act.parts().contains(part) && !isCourtesy;
        }

        private Told told(Piece piece) {
            var heads = Told.heads(piece, chart, entities);
            if (corrections.in(piece).isBare()) {
                heads.merge(Corrections.CORRECT, 2, Integer::sum);
            }
            heads.keySet().removeIf(allowed.negate());
            var meaning = models.intents().classify(piece.text(), allowed);
            boolean isAnAnswer = heads.isEmpty() && isOneWordOfSeveral(piece) && !isSaidInOneWord(meaning);
            return new Told(piece, isAnAnswer ? new Classification(List.of(), 0) : meaning, heads);
        }

        /** "Roubles. Oh, and where are you?": a single word beside something else answers what was asked before. */
        private boolean isOneWordOfSeveral(Piece piece) {
            return pieces.all().size() > 1 && !piece.text().strip().contains(" ");
        }

        private boolean isSaidInOneWord(Classification meaning) {
            return meaning.best()
                    .map(Ranked::label)
                    .filter(label -> label.startsWith("conversation.") || catalogue.isForStaff(label))
                    .isPresent();
        }

        /**
         * The message as one act; none where it is out of scope, and none of its parts tells of anything.
         *
         * @param runs what its parts are, where they are one act
         */
        private Optional<Act> one(List<Told> parts, List<Run> runs) {
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            var all = all();
            var correction = corrections.in(all);
            if (correction.isBare()) {
                return Optional.of(act(parts, all, new Ranked(Corrections.CORRECT, 1), 1, correction, false));
            }
            var told = runs.stream()
                    .filter(run -> run.tells() && !run.isCourtesy())
                    .findFirst();
            return whole.best()
                    .filter(best -> best.confidence() >= Act.SURE || hasWords())
                    .filter(best -> told.isEmpty() || !Run.isCourtesy(best.label()))
                    .map(best -> act(parts, all, best, whole.inScope(), correction, false))
                    .or(() -> told.map(run -> act(parts, all, run.ranked(), run.inScope(), correction, false)));
        }

        /** A bare number is an answer, and tells by itself what it is of only where the classifier has little doubt. */
        private boolean hasWords() {
            return text.codePoints().anyMatch(Character::isLetter);
        }

        private Piece all() {
            return new Piece(text, 0, 0, chart.tokens().size(), Piece.Join.SENTENCE);
        }

        /** Beside what only staff say, what people say of themselves is said of somebody else. */
        private Act act(List<Told> all, Run run, boolean isOfStaff) {
            var piece = run.piece(text);
            var intent = isOfStaff ? OF_OTHERS.getOrDefault(run.intent(), run.intent()) : run.intent();
            return act(all, piece, new Ranked(intent, run.sureness()), run.inScope(), corrections.in(piece), true);
        }

        private Act act(
                List<Told> all, Piece piece, Ranked best, double inScope, Correction correction, boolean isSeparate) {
            var intent = moods.fitted(piece, intent(all, piece, best.label()));
            var own = intent.equals(Corrections.CORRECT)
                    ? correction.meant()
                    : entities.stream()
                            .filter(entity -> piece.contains(entity.span()))
                            .filter(entity -> !correction.rejected().contains(entity))
                            .toList();
            return new Act(
                    intent,
                    best.confidence(),
                    inScope,
                    piece.text(),
                    own,
                    isSeparate,
                    moods.of(piece, intent),
                    correction.rejected());
        }

        /** "How do I cancel my monthly gift" wants to be told, where "cancel my monthly gift" wants it done. */
        private String intent(List<Told> all, Piece piece, String intent) {
            boolean asksForTheWay = PROCEDURES.contains(intent)
                    && all.stream().map(Told::piece).filter(piece::contains).anyMatch(part -> isQuestion(part.text()));
            return asksForTheWay ? ASK : intent;
        }

        private boolean isQuestion(String words) {
            return questions.opening(words).isPresent()
                    || questions.opening(models.normalizer().normalize(words)).isPresent();
        }
    }
}
