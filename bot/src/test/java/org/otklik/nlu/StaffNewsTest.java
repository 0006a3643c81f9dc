package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.i18n.Language;
import org.otklik.nlp.NluModels;

/** What colleagues tell of others, beside what they ask and what others want for themselves. */
class StaffNewsTest {
    private static final Instant SENT_AT = Instant.parse("2026-05-20T11:30:00Z");
    private static final Understander UNDERSTANDER =
            new Understander(NluModels.load(), new EntityRecognizer(), ZoneId.of("Europe/Moscow"), "RU");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Борис Ёлкин не придёт, он болеет. Напомни мне завтра ему позвонить",
                "Olga Hill has broken her leg. Remind me tomorrow to call her"
            })
    void whatIsSaidOfSomebodyBeforeARequestIsNews(String text) {
        assertThat(intents(text, true)).containsExactly("interactions.log", "tasks.create");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Зоя Ёлкина нам жертвовала в прошлом году?", "Did Zoe Hill give anything last year?"})
    void aQuestionWhetherSomebodyGaveRecordsNothing(String text) {
        assertThat(intents(text, true)).doesNotContain("giving.record", "interactions.log", "giving.donate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Созвонилась с Зоей Ёлкиной, она просит больше не присылать ей письма 📭",
                "Called Zoe Hill, she can't come to the fair on Friday"
            })
    void whatOthersWantForThemselvesIsPartOfTheNews(String text) {
        assertThat(intents(text, true)).containsExactly("interactions.log");
    }

    @Test
    void theSameWordsOfAVisitorAreTheirOwnWish() {
        assertThat(intents("больше не присылайте мне письма", false)).containsExactly("mailing.unsubscribe");
    }

    private static List<String> intents(String text, boolean isStaff) {
        return UNDERSTANDER.understand(text, SENT_AT, Language.RU, isStaff).acts().stream()
                .map(Act::intent)
                .toList();
    }
}
