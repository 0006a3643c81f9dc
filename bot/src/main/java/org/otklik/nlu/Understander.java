package org.otklik.nlu;

import java.lang.Character.UnicodeScript;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.otklik.i18n.Language;
import org.otklik.nlp.Classification;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;
import org.otklik.nlp.Ranked;
import org.otklik.nlu.time.Direction;

/** Makes acts of a message: which intents, and which of the things named belong to each. */
public final class Understander {
    /** Classifying reads no further; who writes more has said what they want by then. */
    private static final int READ_AT_MOST = 4_000;

    private static final String UNDO = "conversation.undo";
    private static final Pattern CLAUSE = Pattern.compile("[,.!;:\u2014\u2013\\n]+");
    private static final int FEW_CLAUSES = 3;
    /** What is left of "Anna's" without the name. */
    private static final Pattern ORPHAN = Pattern.compile("(?<!\\p{L})['\u2019]s\\b");

    private static final Set<String> YES_OR_NO = Set.of("conversation.affirm", "conversation.deny");

    private final NluModels models;
    private final IntentCatalogue catalogue;
    private final EntityRecognizer recognizer;
    private final Salutations salutations = new Salutations();
    private final Slips slips = new Slips();
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
                .filter(Act::isSure)
                .map(Act::intent)
                .filter(YES_OR_NO::contains)
                .or(() -> namesNothing(understanding) ? opening(understanding.text()) : Optional.empty());
    }

    /** The bare number of "no, 1800 rather" is no entity but of the correction. */
    private static boolean namesNothing(Understanding understanding) {
        return understanding.entities().isEmpty()
                && understanding.acts().stream().allMatch(act -> act.entities().isEmpty());
    }

    private Optional<String> opening(String text) {
        return commands.meaning(text.strip().split("[,.!;]", 2)[0]).filter(YES_OR_NO::contains);
    }

    /** Whether a line of a letter is nothing but a greeting or a closing. */
    public boolean isSalutation(String line) {
        return salutations.isAll(line);
    }

    /** The words of a message that its intent is told by: without a greeting and a closing. */
    public String telling(Understanding understanding) {
        return salutations.without(head(understanding.text()));
    }

    /** The intent of a text that is nothing but a command, and is not left to the classifier. */
    public Optional<String> command(String text) {
        return commands.meaning(text);
    }

    /** The language of a text; empty when it has no words. */
    public Optional<Language> language(String text) {
        return models.languages().guess(head(text)).flatMap(locale -> Language.of(locale.getLanguage()));
    }

    /**
     * Understands a message.
     *
     * <p>Of a message in the letters of the other language, or with slips, the text is the one that was meant.
     *
     * @param sentAt when it was sent: relative dates are counted from there
     * @param usual the language to assume where the words don't tell
     * @param isStaff whether intents that only staff have may be meant
     */
    public Understanding understand(String text, Instant sentAt, Language usual, boolean isStaff) {
        var typed = legible(head(text), sentAt, usual);
        // Of a long letter only the beginning is read, which has to stand where it does in the whole.
        var read = text.length() == head(text).length() ? slips.mended(typed) : typed;
        var guessed = language(read);
        var entities = recognizer.recognize(read, guessed.orElse(usual), sentAt, zone, region);
        var nameless = withoutNames(read, entities);
        var language =
                nameless.equals(read) ? guessed : language(nameless).or(() -> guessed.filter(_ -> !isLatin(read)));
        var allowed = isStaff ? catalogue.forStaff() : catalogue.forPublic();
        var said = salutations.without(read);
        var whole = models.intents().classify(said, allowed);
        var acts = commands.meaning(said)
                .or(() -> undo(said, entities, allowed))
                .map(intent -> List.of(new Act(intent, 1, 1, read, entities, false)))
                .orElseGet(() -> finder.acts(
                        said, recognizer.words(said), entities, whole, allowed, LocalDate.ofInstant(sentAt, zone)));
        return new Understanding(
                text.length() == head(text).length() ? read : text, language, top(whole), acts, entities);
    }

    /** Russian that was typed in Latin letters, or either language on the other's keys, as it was meant; else as typed. */
    private String legible(String typed, Instant sentAt, Language usual) {
        var meant = models.normalizer().normalize(typed);
        boolean isAsTyped = isCyrillic(meant) == isCyrillic(typed)
                || (isNames(typed, sentAt, usual) && (recognizer.isKnownName(typed) || isNames(meant, sentAt, usual)));
        return isAsTyped ? typed : meant;
    }

    /** Boris Johnson is nobody in other letters, and how people spell their own names is theirs to choose. */
    private boolean isNames(String text, Instant sentAt, Language usual) {
        var entities = recognizer.recognize(text, usual, sentAt, zone, region);
        return withoutNames(text, entities).codePoints().noneMatch(Character::isLetter);
    }

    /** Whether most letters are Cyrillic. */
    private static boolean isCyrillic(String text) {
        long cyrillic = text.codePoints()
                .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.CYRILLIC)
                .count();
        return 2 * cyrillic > text.codePoints().filter(Character::isLetter).count();
    }

    /** Whether a message names anything besides its words: "no, 3400" does, also where nobody has spoken of money. */
    public boolean namesValue(Understanding understanding, Language usual) {
        return !understanding.entities().isEmpty()
                || recognizer
                        .amount(understanding.text(), understanding.language().orElse(usual))
                        .isPresent();
    }

    /** Whether a message has words that tell of an intent by themselves: "worked", of hours. */
    public boolean tells(Understanding understanding, String intent) {
        var text = understanding.text();
        var chart = recognizer.words(text);
        var whole = new Piece(text, 0, 0, chart.tokens().size(), Piece.Join.SENTENCE);
        return Told.heads(whole, chart, understanding.entities()).containsKey(intent);
    }

    /** The only sum that words say with a bare number, where it is known that they speak of money. */
    public Optional<Entity.Money> sum(Understanding understanding, Language usual) {
        return recognizer.sum(understanding.text(), understanding.language().orElse(usual), understanding.entities());
    }

    /** Where the first day that a message names lies; today, or none, leaves it open. */
    public Direction looks(Understanding understanding, Instant sentAt) {
        var today = LocalDate.ofInstant(sentAt, zone);
        return understanding
                .all(Entity.Date.class)
                .map(Entity.Date::value)
                .findFirst()
                .map(day -> day.first().isAfter(today)
                        ? Direction.FUTURE
                        : day.last().isBefore(today) ? Direction.PAST : Direction.OPEN)
                .orElse(Direction.OPEN);
    }

    /** "Undo that, wrong person": the command among clauses that ask for nothing else. */
    private Optional<String> undo(String text, List<Entity> entities, Predicate<String> allowed) {
        var clauses = CLAUSE.splitAsStream(text)
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .toList();
        boolean isUndo = clauses.size() > 1
                && clauses.size() <= FEW_CLAUSES
                && entities.isEmpty()
                && clauses.stream().anyMatch(clause -> isUndo(clause))
                && clauses.stream().filter(clause -> !isUndo(clause)).noneMatch(clause -> isRequest(clause, allowed));
        return isUndo ? Optional.of(UNDO) : Optional.empty();
    }

    private boolean isUndo(String clause) {
        return commands.meaning(clause).filter(UNDO::equals).isPresent();
    }

    private boolean isRequest(String clause, Predicate<String> allowed) {
        return models.intents()
                .classify(clause, allowed)
                .best()
                .filter(best -> best.confidence() >= Act.SURE && !best.label().startsWith("conversation."))
                .isPresent();
    }

    /** A name tells nothing of the language of who writes it: "find Kirill Fomin". */
    private static String withoutNames(String text, List<Entity> entities) {
        var rest = new StringBuilder(text);
        entities.stream().filter(Entity::namesSomebody).map(Entity::span).forEach(span -> span.blank(rest));
        return ORPHAN.matcher(rest).replaceAll("  ");
    }

    /** Foreign names are written in Latin letters in any language. */
    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN);
    }

    private static String head(String text) {
        return text.length() <= READ_AT_MOST ? text : text.substring(0, text.offsetByCodePoints(0, READ_AT_MOST / 2));
    }

    private static List<Ranked> top(Classification whole) {
        return whole.ranked().stream().limit(3).toList();
    }
}
