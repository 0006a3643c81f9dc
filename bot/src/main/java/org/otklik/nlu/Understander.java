package org.otklik.nlu;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.i18n.Language;
import org.otklik.nlp.Classification;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;
import org.otklik.nlp.Ranked;

/** Makes acts of a message: which intents, and which of the things named belong to each. */
public final class Understander {
    /** Classifying reads no further; who writes more has said what they want by then. */
    private static final int READ_AT_MOST = 4_000;

    private static final Set<String> YES_OR_NO = Set.of("conversation.affirm", "conversation.deny");

    private final NluModels models;
    private final IntentCatalogue catalogue;
    private final EntityRecognizer recognizer;
    private final Phrases commands = new Phrases("commands");
    private final ActFinder finder;
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
        this.finder = new ActFinder(models, catalogue);
        this.zone = zone;
        this.region = region;
    }

    /** Whether a message says yes or no, also before it says something else: "no, I paid by card". "No, 500" says more than no. */
    public Optional<String> yesOrNo(Understanding understanding) {
        return understanding
                .main()
                .map(Act::intent)
                .filter(YES_OR_NO::contains)
                .or(() -> understanding.entities().isEmpty() ? opening(understanding.text()) : Optional.empty());
    }

    private Optional<String> opening(String text) {
        return commands.meaning(text.strip().split("[,.!;]", 2)[0]).filter(YES_OR_NO::contains);
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
                .orElseGet(() -> finder.acts(read, recognizer.words(read), entities, whole, allowed));
        return new Understanding(text, language, top(whole), acts, entities);
    }

    private static String head(String text) {
        return text.length() <= READ_AT_MOST ? text : text.substring(0, text.offsetByCodePoints(0, READ_AT_MOST / 2));
    }

    private static List<Ranked> top(Classification whole) {
        return whole.ranked().stream().limit(3).toList();
    }
}
