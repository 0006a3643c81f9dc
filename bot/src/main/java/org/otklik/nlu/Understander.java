package org.otklik.nlu;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.otklik.i18n.Language;
import org.otklik.nlp.Classification;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;
import org.otklik.nlp.Ranked;

/** Makes acts of a message: which intents, and which of the things named belong to each. */
public final class Understander {
    /** A further sentence is an act of its own only when the classifier has little doubt. */
    private static final double SURELY_SEPARATE = 0.6;
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

    /** Classifying reads no further; who writes more has said what they want by then. */
    private static final int READ_AT_MOST = 4_000;

    private final NluModels models;
    private final IntentCatalogue catalogue;
    private final EntityRecognizer recognizer;
    private final Sentences sentences = new Sentences();
    private final Phrases commands = new Phrases("commands");
    private final Phrases questions = new Phrases("questions");
    private final ZoneId zone;
    private final String region;

    /**
     * @param zone in which relative dates are counted
     * @param region ISO 3166: how phone numbers without a country code are read
     */
    public Understander(NluModels models, EntityRecognizer recognizer, ZoneId zone, String region) {
        this.models = models;
        this.catalogue = new IntentCatalogue();
        this.recognizer = recognizer;
        this.zone = zone;
        this.region = region;
    }

    /** The language of a text; empty when it has no words. */
    public Optional<Language> language(String text) {
        return models.languages().guess(head(text)).flatMap(locale -> Language.of(locale.getLanguage()));
    }

    /**
     * Understands a message.
     *
     * @param sentAt when it was sent: relative dates are counted from there
     * @param usual the language to assume where the words don't tell
     * @param isStaff whether intents that only staff have may be meant
     */
    public Understanding understand(String text, Instant sentAt, Language usual, boolean isStaff) {
        var read = head(text);
        var language = language(read);
        var entities = recognizer.recognize(read, language.orElse(usual), sentAt, zone, region);
        var allowed = isStaff ? catalogue.forStaff() : catalogue.forPublic();
        var whole = models.intents().classify(read, allowed);
        var acts = commands.meaning(read)
                .map(intent -> List.of(new Act(intent, 1, 1, read, entities, false)))
                .orElseGet(() -> acts(read, whole, entities, allowed));
        return new Understanding(text, language, top(whole), acts, entities);
    }

    private static String head(String text) {
        return text.length() <= READ_AT_MOST ? text : text.substring(0, text.offsetByCodePoints(0, READ_AT_MOST / 2));
    }

    private static List<Ranked> top(Classification whole) {
        return whole.ranked().stream().limit(3).toList();
    }

    private List<Act> acts(String text, Classification whole, List<Entity> entities, Predicate<String> allowed) {
        var parts = new ArrayList<Act>();
        var cut = sentences.of(text, entities);
        for (var sentence : cut) {
            boolean isWhole = sentence.text().equals(text);
            var meaning = isWhole ? whole : models.intents().classify(sentence.text(), allowed);
            meaning.best()
                    .filter(best -> best.confidence() >= SURELY_SEPARATE)
                    .filter(best -> parts.isEmpty() || !parts.getLast().is(best.label()))
                    .ifPresent(best -> parts.add(act(best, meaning, sentence, entities, cut.size() > 1)));
        }
        boolean hasMatter = parts.stream().anyMatch(act -> !isCourtesy(act.intent()));
        if (hasMatter) {
            parts.removeIf(act -> isCourtesy(act.intent()));
        }
        if (parts.size() > 1) {
            return parts;
        }
        var all = new Sentences.Sentence(text, 0);
        return whole.best()
                .filter(best -> parts.isEmpty() || !parts.getFirst().is(best.label()))
                .filter(best ->
                        parts.isEmpty() || best.confidence() > parts.getFirst().confidence())
                .map(best -> List.of(act(best, whole, all, entities, false)))
                .orElse(parts);
    }

    private static boolean isCourtesy(String intent) {
        return intent.equals("conversation.greet") || intent.equals("conversation.thanks");
    }

    private Act act(
            Ranked best,
            Classification meaning,
            Sentences.Sentence sentence,
            List<Entity> entities,
            boolean isSeparate) {
        var own = entities.stream()
                .filter(entity -> sentence.contains(entity.span()))
                .toList();
        return new Act(intent(best, sentence), best.confidence(), meaning.inScope(), sentence.text(), own, isSeparate);
    }

    /** "How do I cancel my monthly gift" wants to be told, where "cancel my monthly gift" wants it done. */
    private String intent(Ranked best, Sentences.Sentence sentence) {
        boolean asksForTheWay = PROCEDURES.contains(best.label())
                && questions.opening(sentence.text()).isPresent();
        return asksForTheWay ? "knowledge.ask" : best.label();
    }
}
