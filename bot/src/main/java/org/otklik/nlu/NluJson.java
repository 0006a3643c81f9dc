package org.otklik.nlu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.otklik.i18n.Language;

/** Writes what was understood as {@code nlu parse} prints it. */
public final class NluJson {
    private final JsonNodeFactory json = JsonNodeFactory.instance;

    public ObjectNode understanding(Understanding understanding) {
        var object = json.objectNode();
        object.put("language", understanding.language().map(Language::code).orElse(null));
        var intents = object.putArray("intents");
        understanding
                .ranked()
                .forEach(ranked ->
                        intents.addObject().put("name", ranked.label()).put("confidence", ranked.confidence()));
        var acts = object.putArray("acts");
        for (var act : understanding.acts()) {
            var told = acts.addObject();
            told.put("intent", act.intent()).put("mood", act.mood().name().toLowerCase(Locale.ROOT));
            indexes(told.putArray("entities"), act.entities(), understanding.entities());
            indexes(told.putArray("rejected"), act.rejected(), understanding.entities());
        }
        object.set("entities", entities(understanding.text(), understanding.entities()));
        return object;
    }

    /** Which of all entities these are; a bare number of a correction is none of them. */
    private static void indexes(ArrayNode array, List<Entity> some, List<Entity> all) {
        some.stream().mapToInt(all::indexOf).filter(index -> index >= 0).forEach(array::add);
    }

    /** @param text what the entities were found in */
    public ArrayNode entities(String text, List<Entity> entities) {
        var array = json.arrayNode();
        entities.forEach(entity -> array.add(entity(text, entity)));
        return array;
    }

    public ObjectNode entity(String text, Entity entity) {
        var object = json.objectNode();
        object.put("type", EntityType.of(entity).code());
        object.put("text", entity.span().in(text));
        object.put("start", entity.span().start());
        object.put("end", entity.span().end());
        switch (entity) {
            case Entity.Money money -> {
                object.put("amount", plain(money.amount()));
                object.put("currency", money.currency().orElse(null));
                money.to().ifPresent(to -> object.put("to", plain(to)));
            }
            case Entity.Date date -> object.put("value", date.value().iso());
            case Entity.DateTime moment -> object.put("value", moment.value().toString());
            case Entity.Duration duration ->
                object.put("value", duration.value().iso());
            case Entity.Hours hours -> object.put("value", plain(hours.value()));
            case Entity.Person person -> object.put("base", person.name().base());
            case Entity.Organization organization -> object.put("base", organization.base());
            case Entity.Phone phone -> object.put("value", phone.value());
            case Entity.Email email -> object.put("value", email.value());
            case Entity.Rating rating -> {
                object.put("value", plain(rating.value()));
                rating.of().ifPresent(of -> object.put("of", String.valueOf(of)));
            }
            case Entity.PostalAddress _ -> {}
        }
        return object;
    }

    /** A line of the report of {@code nlu entities}. */
    public ObjectNode score(EntityScorer.Score score) {
        var object = json.objectNode();
        object.put("lang", score.language().map(Language::code).orElse("all"));
        object.put("type", score.type().code());
        object.put("tp", score.hits());
        object.put("fp", score.extra());
        object.put("fn", score.missed());
        object.put("precision", score.precision());
        object.put("recall", score.recall());
        object.put("f1", score.f1());
        return object;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
