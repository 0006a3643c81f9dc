package org.otklik.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.i18n.Language;
import org.otklik.nlp.NluModels;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understander;

/** In which words people take back what was just written. */
class TakingBackWordsTest {
    private static final Understander UNDERSTANDER =
            new Understander(NluModels.load(), new EntityRecognizer(), ZoneId.of("Europe/Moscow"), "RU");

    private final TakingBackWords words = new TakingBackWords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "отмени всё это",
                "ой, убери, я перепутала 🙈",
                "Верни как было, пожалуйста",
                "Нет-нет, удали последнюю запись. Это не та Анна",
                "scrap that, I mixed them up",
                "oops, please undo everything",
                "delete it — my mistake"
            })
    void everythingIsTakenBack(String text) {
        assertThat(in(text)).contains(Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "убери встречу, interaction",
        "удали это пожертвование, gift",
        "отмени напоминание, task",
        "remove the pledge, gift",
        "forget the reminder, task",
        "scratch the hours, time_entry"
    })
    void onlyWhatIsNamedIsTakenBack(String text, String table) {
        assertThat(in(text)).contains(Set.of(table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "удали мои данные",
                "отмени 500 и запиши 700",
                "убери со склада коробки с игрушками",
                "cancel my monthly gift to the shelter from June",
                "я ошиблась",
                "спасибо 🌻"
            })
    void whatAsksForSomethingElseIsNot(String text) {
        assertThat(in(text)).isEmpty();
    }

    private Optional<Set<String>> in(String text) {
        return words.in(UNDERSTANDER.understand(text, Instant.parse("2026-05-20T11:30:00Z"), Language.RU, true));
    }
}
