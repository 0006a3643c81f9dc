package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.i18n.Language;

class EntityScorerTest {
    private final EntityScorer scorer = new EntityScorer(EntityFixture.RECOGNIZER, "RU");

    @Test
    void hitsMissesAndExtrasAreCountedByTypeAndLanguage() {
        var report = scorer.score(Stream.of(LabelledText.ofJson("""
                {"lang": "ru", "now": "2026-05-20T14:30:00+03:00", "text": "Анна дала 500 р завтра",
                 "entities": [{"type": "money", "text": "500 р", "amount": "500", "currency": "RUB"},
                              {"type": "date", "text": "завтра", "value": "2026-05-22"}]}""")));

        var money = score(report, EntityType.MONEY);
        var date = score(report, EntityType.DATE);
        var person = score(report, EntityType.PERSON);
        assertThat(money.f1()).isEqualTo(1);
        assertThat(List.of(date.hits(), date.extra(), date.missed())).containsExactly(0, 1, 1);
        assertThat(person.precision()).isEqualTo(0);
        assertThat(report.worst()).hasSize(1);
    }

    @Test
    void aTableHasOneEntityALine() {
        var texts = LabelledText.ofTable(
                List.of("10-20 долларов\tmoney\t10-20 USD", "завтра\tdate\t2013-02-13"),
                Language.RU,
                OffsetDateTime.parse("2013-02-12T04:30:00-02:00"));

        var report = scorer.score(texts);

        assertThat(report.worst()).isEmpty();
        assertThat(score(report, EntityType.DATE).hits()).isEqualTo(1);
    }

    @Test
    void entitiesAreWrittenAsTheCommandPrintsThem() {
        var text = "Здравствуйте, переведу 5 тыс. рублей в следующую пятницу";

        var json = new NluJson().entities(text, EntityFixture.entities(text));

        assertThat(json).hasToString("""
                [{"type":"money","text":"5 тыс. рублей","start":23,"end":36,"amount":"5000","currency":"RUB"},\
                {"type":"date","text":"следующую пятницу","start":39,"end":56,"value":"2026-05-29"}]""");
    }

    private static EntityScorer.Score score(EntityScorer.Report report, EntityType type) {
        return report.scores().stream()
                .filter(score -> score.language().equals(Optional.of(Language.RU)) && score.type() == type)
                .findFirst()
                .orElseThrow();
    }
}
