package org.otklik.nlu;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.nlp.Classification;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;
import org.otklik.nlp.Ranked;
import org.otklik.nlu.Corrections.Correction;
import org.otklik.nlu.grammar.Chart;

/** Finds the acts of a message: cuts it where both sides say something of their own, and gives each what it names. */
final class ActFinder {
    private static final String ASK = "knowledge.ask";
    private static final String GIFT = "giving.record";
    private static final String LOG = "interactions.log";
    private static final Pattern CLAUSE_END = Pattern.compile("[,.;:!]+(?=\\s)");

    /** What can be done for somebody, and can be asked about as well. */
    private static final Set<String> PROCEDURES = Set.of(
            "giving.change_recurring",
            "giving.donate",
            "giving.receipt",
            "giving.report_payment",
            "profile.update",
            "mailing.unsubscribe",
            "mailing.subscribe",
            "volunteering.join",
            "events.register",
            "events.cancel",
            "cases.request_service");

    private static final String DONATE = "giving.donate";
    /** What the classifier takes questions about giving for. */
    private static final Set<String> BESIDE_GIVING = Set.of("conversation.help", "giving.history");

    private static final String SEAT = "events.register";
    private static final String FIND = "contacts.find";
    /** How sure the likeliest intent of a question must be, to leave articles out of it. */
    private static final double DOUBTFUL = 0.55;
    /** How likely a question to the articles must be beside it. */
    private static final double LEAST_LIKELY = 0.15;

    /** What answers a question is no question. */
    private static final Set<String> YES_OR_NO = Set.of("conversation.affirm", "conversation.deny");

    /** A message of more parts is a letter, and is taken as a whole. */
    private static final int MANY = 24;

    /** What changes much, or frightens: words that might as well mean something else are not enough for it. */
    private static final Set<String> WEIGHTY = Set.of(
            "conversation.human",
            "mailing.frequency",
            "mailing.subscribe",
            "mailing.unsubscribe",
            "privacy.erase",
            "privacy.export",
            "volunteering.join");

    /** What is said more vaguely is not understood. */
    private static final double LEAST = 0.25;
    /** A question to the articles does nothing by mistake. */
    private static final double LEAST_OF_A_QUESTION = 0.2;

    /** What staff mean of somebody, by the intent of who means it of themselves. */
    private static final Map<String, String> OF_OTHERS = Map.of(
            "giving.donate", "giving.record",
            "giving.report_payment", "giving.record",
            "profile.update", "contacts.update",
            "volunteering.join", "deals.create");

    /** By so much telling words have to be surer than the classifier to overrule it. */
    private static final double CLEARLY = 0.25;
    /** How sure a single word behind a comma has to be, to ask for something by itself. */
    private static final double SURE_WORD = 0.8;

    private final NluModels models;
    private final IntentCatalogue catalogue;
    private final Phrases questions = new Phrases("questions");
    private final Stays stays = new Stays();

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
     * @param today when it was sent
     */
    List<Act> acts(
            String text,
            Chart chart,
            List<Entity> entities,
            Classification whole,
            Predicate<String> allowed,
            LocalDate today) {
        return new Reading(text, chart, entities, whole, allowed, today).acts();
    }

    private final class Reading {
        private final String text;
        private final List<Entity> entities;
        private final Classification whole;
        private final Predicate<String> allowed;
        private final Chart chart;
        private final LocalDate today;
        private final Pieces pieces;
        private final Corrections corrections;
        private final Moods moods;
        private final Wanting wanting;
        private final Shapes shapes;
        private final StaffNews news;
        private final SeveralGifts gifts;
        private final SeveralShifts shifts;
        private final SeveralReminders reminders;
        private final SeveralCards cards;

        Reading(
                String text,
                Chart chart,
                List<Entity> entities,
                Classification whole,
                Predicate<String> allowed,
                LocalDate today) {
            this.text = text;
            this.chart = chart;
            this.today = today;
            this.entities = entities;
            this.whole = whole;
            this.allowed = allowed;
            this.pieces = new Pieces(text, chart, entities);
            this.corrections = new Corrections(chart, entities, today);
            this.moods = new Moods(chart, entities);
            this.wanting = new Wanting(chart, text, whole);
            this.gifts = new SeveralGifts(today);
            this.shapes = new Shapes(chart, entities, stays, today);
            this.shifts = new SeveralShifts(text, chart);
            this.reminders = new SeveralReminders(text, chart);
            this.cards = new SeveralCards(chart);
            this.news = new StaffNews(catalogue, chart, entities, pieces, moods, allowed);
        }

        List<Act> acts() {
            var parts = news.withNotes(pieces.all().stream().map(this::told).toList());
            var acts = acts(parts);
            return acts.isEmpty() && !parts.isEmpty() && news.isTold(all()) ? List.of(news(parts)) : acts;
        }

        /** What happened with somebody is worth a note, whatever words tell of it. */
        private Act news(List<Told> parts) {
            double likely = new Told(all(), whole, Map.of()).confidence(LOG);
            return act(parts, all(), new Ranked(LOG, likely), whole.inScope(), corrections.in(all()), false);
        }

        private List<Act> acts(List<Told> parts) {
            if (parts.isEmpty() || parts.size() > MANY) {
                return one(parts, List.of()).stream().toList();
            }
            var labels = new ActLabels(new Told(all(), whole, Map.of())).of(parts);
            var runs = news.withoutWishesOfOthers(new Runs(pieces, entities, moods).of(parts, labels));
            var trimmed = runs.stream().map(run -> run.trimmed(pieces)).toList();
            if (runs.size() == 1 && parts.stream().noneMatch(part -> isAnswer(part, trimmed.getFirst()))) {
                return severally(one(parts, runs).stream().toList());
            }
            boolean isOfStaff = runs.stream().anyMatch(run -> catalogue.isForStaff(run.intent()));
            var acts = trimmed.stream()
                    .filter(run -> isEnough(Told.heads(run.piece(text), chart, entities), run.ranked()))
                    .map(run -> act(parts, run, isOfStaff))
                    .toList();
            return severally(new CorrectedActs(today).of(HeadedActs.of(news.withRefusals(acts))));
        }

        private List<Act> severally(List<Act> acts) {
            return cards.of(reminders.of(shifts.of(gifts.of(acts))));
        }

        private boolean isAhead(Piece piece) {
            return entities.stream()
                    .filter(entity -> piece.contains(entity.span()))
                    .anyMatch(entity -> switch (entity) {
                        case Entity.Date date -> date.value().first().isAfter(today);
                        case Entity.DateTime moment ->
                            moment.value().toLocalDate().isAfter(today);
                        default -> false;
                    });
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
            news.hear(piece, heads);
            var meaning = piece.text().equals(text.strip()) ? whole : meaning(piece);
            if (shapes.isOwnGift(piece)) {
                heads.remove(SEAT);
            }
            if (heads.isEmpty()) {
                heads.putAll(shapes.heads(piece, meaning));
            }
            heads.keySet().removeIf(allowed.negate());
            boolean isAnAnswer = heads.isEmpty() && isOneWordOfSeveral(piece) && !isSaidInOneWord(piece, meaning);
            return new Told(piece, isAnAnswer ? new Classification(List.of(), 0) : meaning, heads);
        }

        /** Of more parts than are told apart only the whole is judged. */
        private Classification meaning(Piece piece) {
            if (pieces.all().size() > MANY) {
                return new Classification(List.of(), 0);
            }
            var meaning = models.intents().classify(piece.text(), allowed);
            return chart.tokens().at(piece.to() - 1).is("?") ? meaning.without(YES_OR_NO) : meaning;
        }

        /** "Roubles. Oh, and where are you?": a single word beside something else answers what was asked before. */
        private boolean isOneWordOfSeveral(Piece piece) {
            return pieces.all().size() > 1 && !piece.text().strip().contains(" ");
        }

        private boolean isSaidInOneWord(Piece piece, Classification meaning) {
            double enough = piece.join() == Piece.Join.SENTENCE ? 0 : SURE_WORD;
            return meaning.best()
                    .filter(best -> best.label().startsWith("conversation.")
                            || (best.confidence() >= enough && catalogue.isForStaff(best.label())))
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
            var heads = Told.heads(all, chart, entities);
            var matter = runs.stream()
                    .filter(run -> !run.isCourtesy()
                            && (run.tells() || parts.size() > run.parts().size()))
                    .findFirst();
            return best().filter(best -> best.confidence() >= Act.SURE || hasWords())
                    .filter(best -> matter.isEmpty() || isMeant(best, matter.get()))
                    .flatMap(best -> Stream.concat(Stream.of(best), whole.ranked().stream())
                            .filter(meant -> isEnough(heads, meant))
                            .findFirst())
                    .map(best -> act(parts, all, best, whole.inScope(), correction, false))
                    .or(() -> matter.map(run -> act(parts, all, run.ranked(), run.inScope(), correction, false)));
        }

        /** Telling words decide where the classifier makes a courtesy of them, or is less sure than they are. */
        private static boolean isMeant(Ranked best, Run matter) {
            boolean isSurer = best.confidence() >= Math.max(Act.SURE, matter.sureness() - CLEARLY);
            boolean isOverruled = matter.entrusts() || (matter.tells() && !isSurer);
            return best.label().equals(matter.intent()) || !(isOverruled || Run.isCourtesy(best.label()));
        }

        /** Whether words say clearly enough what they mean, for what would follow. */
        private boolean isEnough(Map<String, Integer> heads, Ranked meant) {
            boolean tells = heads.containsKey(meant.label());
            double least = WEIGHTY.contains(meant.label())
                    ? Act.SURE
                    : meant.label().equals(ASK) || isOwn(meant) ? LEAST_OF_A_QUESTION : LEAST;
            double likely = whole.ranked().stream()
                    .filter(ranked -> ranked.label().equals(meant.label()))
                    .mapToDouble(Ranked::confidence)
                    .findFirst()
                    .orElse(0);
            boolean saysNothing = meant.confidence() == 0;
            return tells || (!saysNothing && Math.max(meant.confidence(), likely) >= least);
        }

        /** Of a visitor's question that may be about several things, an article is asked first: it does nothing by mistake. */
        private Optional<Ranked> best() {
            boolean isQuestion = text.strip().endsWith("?") && !allowed.test(FIND);
            return whole.ranked().stream()
                    .limit(2)
                    .filter(ranked -> ranked.label().equals(ASK) && ranked.confidence() >= LEAST_LIKELY)
                    .filter(ranked -> isQuestion
                            && whole.best()
                                    .filter(best -> best.confidence() < DOUBTFUL && !isOwn(best))
                                    .isPresent())
                    .findFirst()
                    .or(whole::best);
        }

        private static boolean isOwn(Ranked meant) {
            return meant.label().startsWith(IntentCatalogue.OWN);
        }

        /** A bare number is an answer, and tells by itself what it is of only where the classifier has little doubt. */
        private boolean hasWords() {
            return text.codePoints().anyMatch(Character::isLetter);
        }

        private Piece all() {
            int start = text.length() - text.stripLeading().length();
            return new Piece(text.strip(), start, 0, chart.tokens().size(), Piece.Join.SENTENCE);
        }

        /** Beside what only staff say, what people say of themselves is said of somebody else. */
        private Act act(List<Told> all, Run run, boolean isOfStaff) {
            var piece = run.piece(text);
            var intent = isOfStaff ? OF_OTHERS.getOrDefault(run.intent(), run.intent()) : run.intent();
            return act(all, piece, new Ranked(intent, run.sureness()), run.inScope(), corrections.in(piece), true);
        }

        private Act act(
                List<Told> all, Piece piece, Ranked best, double inScope, Correction correction, boolean isSeparate) {
            var intent = news.meant(piece, moods.fitted(piece, intent(all, piece, best.label()), isAhead(piece)));
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
                    wanting.isOnlySpokenOf(all, piece, intent) ? Mood.SPOKEN_OF : moods.of(piece, intent),
                    correction.rejected());
        }

        /** "How do I cancel my monthly gift" wants to be told, where "cancel my monthly gift" wants it done. */
        private String intent(List<Told> all, Piece piece, String intent) {
            boolean asksForTheWay = (PROCEDURES.contains(intent) || isAboutGiving(all, piece, intent))
                    && all.stream()
                            .filter(part -> piece.contains(part.piece()))
                            .anyMatch(part -> isQuestion(part.piece().text())
                                    // "I thought long how to put it": what is asked about is said there, too.
                                    || ((all.size() == 1 || part.tells(intent))
                                            && Shapes.asksToBeTold(chart, part.piece())));
            if (asksForTheWay) {
                return ASK;
            }
            // "Her phone, and how much she gave" asks of a gift, and tells of none.
            boolean asksOfAGift = intent.equals(GIFT)
                    && !piece.names(entities, Entity.Money.class)
                    && all.stream().filter(part -> piece.contains(part.piece())).anyMatch(part -> part.tells(FIND));
            return asksOfAGift ? FIND : intent;
        }

        /** "Could you tell me how to donate": speaks of giving, and neither of what was given nor of the bot. */
        private boolean isAboutGiving(List<Told> all, Piece piece, String intent) {
            var parts =
                    all.stream().filter(part -> piece.contains(part.piece())).toList();
            return BESIDE_GIVING.contains(intent)
                    && parts.stream().anyMatch(part -> part.tells(DONATE))
                    && parts.stream().noneMatch(part -> part.tells(intent));
        }

        private boolean isQuestion(String words) {
            boolean isAsked = words.strip().endsWith("?")
                    && CLAUSE_END
                            .splitAsStream(words)
                            .anyMatch(
                                    clause -> questions.opening(clause.strip()).isPresent());
            return isAsked || questions.opening(words).isPresent();
        }
    }
}
