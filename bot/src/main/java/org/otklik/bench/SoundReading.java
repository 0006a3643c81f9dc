package org.otklik.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.otklik.conversation.Json;
import org.otklik.i18n.Language;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;
import org.otklik.nlp.Ranked;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.NluJson;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understander;
import org.otklik.nlu.Understanding;

/**
 * What has to be true of whatever is understood of any text at all, however senseless: it is read without an exception, each entity stands
 * in the text, and its value can be read back from the JSON. Throws an {@link IllegalStateException} that names what is not.
 */
public final class SoundReading {
    private static final Instant SENT_AT = Instant.parse("2026-05-20T11:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final String REGION = "RU";

    private static final int LONGEST_FRACTION = 20;

    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{3,15}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern DATE = Pattern.compile("[-+]?[0-9]{4,}(-[0-9]{2}(-[0-9]{2})?)?(/.+)?");
    private static final double ROUNDING = 1e-6;

    private final EntityRecognizer recognizer = new EntityRecognizer();
    private final NluModels models = NluModels.load();
    private final Understander understander = new Understander(models, recognizer, ZONE, REGION);
    private final IntentCatalogue catalogue = new IntentCatalogue();
    private final NluJson json = new NluJson();

    /** Understands the text as a message of a visitor or of somebody of the staff. */
    public void understanding(String text, Language usual, boolean isStaff) {
        var understanding = understander.understand(text, SENT_AT, usual, isStaff);
        understander.yesOrNo(understanding);
        understander.namesValue(understanding, usual);
        understander.sum(understanding, usual);
        understander.looks(understanding, SENT_AT);
        understander.isSalutation(text);
        understanding.besidesValues();
        probabilities(understanding.ranked());
        inOrder(understanding.text(), understanding.entities());
        understanding.acts().forEach(act -> act(understanding, act));
    }

    private void act(Understanding understanding, Act act) {
        require(act.confidence() >= 0 && act.confidence() <= 1 + ROUNDING, "confidence", act.confidence());
        require(!act.intent().isBlank(), "intent", act);
        act.entities().forEach(entity -> entity(understanding.text(), entity));
        act.rejected().forEach(entity -> entity(understanding.text(), entity));
    }

    /** Looks for all that a text may name, in its whole length. */
    public void entities(String text, Language language) {
        inOrder(text, recognizer.recognize(text, language, SENT_AT, ZONE, REGION));
        recognizer.amount(text, language).ifPresent(amount -> entity(text, amount));
        recognizer.sum(text, language, List.of()).ifPresent(sum -> entity(text, sum));
        recognizer.between(text, language);
        recognizer.impossibleDay(text, language).ifPresent(span -> span(text, span));
        recognizer.impossibleLength(text, language).ifPresent(span -> span(text, span));
    }

    /** Undoes how the text was typed, guesses its language and classifies it. */
    public void letters(String text) {
        var normal = models.normalizer().normalize(text);
        require(Normalizer.isNormalized(normal, Normalizer.Form.NFC), "composed", normal);
        models.languages().guess(text);
        probabilities(models.intents().classify(text, catalogue.forStaff()).ranked());
    }

    private static void probabilities(List<Ranked> ranked) {
        double last = 1 + ROUNDING;
        for (var one : ranked) {
            require(one.confidence() >= 0 && one.confidence() <= last, "order of the intents", ranked);
            last = one.confidence();
        }
    }

    private void inOrder(String text, List<Entity> entities) {
        int end = 0;
        for (var entity : entities) {
            require(entity.span().start() >= end, "order of the entities", entities);
            entity(text, entity);
            end = entity.span().end();
        }
    }

    private void entity(String text, Entity entity) {
        span(text, entity.span());
        var written = readBack(json.entity(text, entity).toString());
        require(written.path("text").asText().equals(entity.span().in(text)), "text", written);
        var value = written.path("value").asText();
        switch (entity) {
            case Entity.Money _ -> money(written);
            case Entity.Date _ -> require(DATE.matcher(value).matches(), "date", written);
            case Entity.DateTime moment -> require(value.equals(moment.value().toString()), "moment", written);
            case Entity.Duration _ -> require(value.startsWith("P") && value.length() > 1, "duration", written);
            // Less than nothing is read as it was said, so that it can be answered why it can't be.
            case Entity.Hours _ -> require(new BigDecimal(value).scale() < LONGEST_FRACTION, "hours", written);
            case Entity.Person _, Entity.Organization _ ->
                require(!written.path("base").asText().isBlank(), "name", written);
            case Entity.Phone _ -> require(PHONE.matcher(value).matches(), "phone", written);
            case Entity.Email _ -> require(EMAIL.matcher(value).matches(), "address", written);
            case Entity.Rating rating ->
                require(
                        rating.value().signum() >= 0
                                && (rating.of().isEmpty()
                                        || BigDecimal.valueOf(rating.of().getAsInt())
                                                        .compareTo(rating.value())
                                                >= 0),
                        "rating",
                        written);
            case Entity.PostalAddress _ -> require(entity.span().in(text).length() > 1, "postal address", written);
        }
    }

    private static void money(JsonNode written) {
        var amount = new BigDecimal(written.path("amount").asText());
        require(
                !written.has("to") || new BigDecimal(written.path("to").asText()).compareTo(amount) >= 0,
                "to",
                written);
        if (!written.path("currency").isNull()) {
            Currency.getInstance(written.path("currency").asText());
        }
    }

    private static void span(String text, Span span) {
        boolean isInside = span.start() >= 0 && span.start() < span.end() && span.end() <= text.length();
        require(isInside && isBorder(text, span.start()) && isBorder(text, span.end()), "span", span);
        require(!span.in(text).isBlank(), "span of something", span);
    }

    /** Not in the middle of an emoji. */
    private static boolean isBorder(String text, int at) {
        return at == 0 || at == text.length() || !Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static JsonNode readBack(String written) {
        try {
            return Json.MAPPER.readTree(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + written, e);
        }
    }

    private static void require(boolean isSound, String what, Object found) {
        if (!isSound) {
            throw new IllegalStateException("not a sound " + what + ": " + found);
        }
    }
}
