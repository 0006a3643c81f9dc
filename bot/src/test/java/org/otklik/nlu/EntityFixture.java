package org.otklik.nlu;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.i18n.Language;

/** Reads texts as if sent on Wednesday, 20 May 2026, at 14:30 in Moscow, and shows what was found in one line. */
final class EntityFixture {
    static final EntityRecognizer RECOGNIZER = new EntityRecognizer();
    static final Instant SENT_AT = Instant.parse("2026-05-20T11:30:00Z");
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private EntityFixture() {}

    static List<Entity> entities(String text) {
        var language = text.chars().anyMatch(c -> c >= 'а' && c <= 'я') ? Language.RU : Language.EN;
        return RECOGNIZER.recognize(text, language, SENT_AT, ZONE, "RU");
    }

    /** Types and values, such as "money 5000 RUB, date 2026-05-29". */
    static String shown(String text) {
        return entities(text).stream().map(EntityFixture::shown).collect(Collectors.joining(", "));
    }

    private static String shown(Entity entity) {
        return EntityType.of(entity).code() + " " + value(entity);
    }

    private static String value(Entity entity) {
        return switch (entity) {
            case Entity.Money money ->
                NluJson.plain(money.amount())
                        + money.to().map(to -> "-" + NluJson.plain(to)).orElse("")
                        + money.currency().map(code -> " " + code).orElse("")
                        + (money.isExact() ? "" : "?");
            case Entity.Date date -> date.value().iso();
            case Entity.DateTime moment -> moment.value().toString();
            case Entity.Duration duration -> duration.value().iso();
            case Entity.Hours hours -> NluJson.plain(hours.value());
            case Entity.Person person -> person.name().base();
            case Entity.Organization organization -> organization.base();
            case Entity.Phone phone -> phone.value();
            case Entity.Email email -> email.value();
            case Entity.Rating rating ->
                NluJson.plain(rating.value())
                        + (rating.of().isPresent() ? "/" + rating.of().getAsInt() : "");
            case Entity.PostalAddress _ -> "";
        };
    }
}
