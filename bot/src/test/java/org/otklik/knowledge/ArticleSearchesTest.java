package org.otklik.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.i18n.Language.EN;
import static org.otklik.i18n.Language.RU;
import static org.otklik.schema.Tables.ARTICLE_SEARCH;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.i18n.Language;
import org.otklik.knowledge.ArticleSearches.Passage;
import org.otklik.knowledge.Articles.NewArticle;

class ArticleSearchesTest {
    private final Knowledge knowledge = new Knowledge();

    @AfterEach
    void close() {
        knowledge.close();
    }

    @Test
    void theAnswerIsTheSectionThatAnswers() {
        publish(
                RU,
                "visit",
                "Прийти в гости",
                "## Когда открыто?\nПо средам.\n## Где парковка?\nУ ворот, на шесть машин 🚗.");
        publish(RU, "volunteer", "Стать волонтёром", "Приходите в субботу.");

        assertThat(knowledge.find(RU, "а парковка у вас есть?")).hasValueSatisfying(answer -> {
            assertThat(answer.slug()).isEqualTo("visit");
            assertThat(answer.title()).isEqualTo("Прийти в гости");
            assertThat(answer.heading()).isEqualTo("Где парковка?");
            assertThat(answer.text()).isEqualTo("У ворот, на шесть машин 🚗.");
        });
    }

    @Test
    void anArticleIsFoundInItsOwnLanguageOnly() {
        publish(EN, "visit", "Visiting the café", "Open daily.");
        publish(RU, "visit", "Прийти в кафе", "Открыто каждый день.");

        assertThat(knowledge.find(EN, "when can I visit the café?"))
                .map(Passage::title)
                .contains("Visiting the café");
        assertThat(knowledge.find(RU, "visiting the café")).isEmpty();
    }

    @Test
    void aNewTextIsFoundAndTheOldOneIsNot() {
        publish(RU, "things", "Какие вещи берём", "Берём пианино.");
        publish(RU, "things", "Какие вещи берём", "Берём самокаты.");

        assertThat(knowledge.find(RU, "пианино")).isEmpty();
        assertThat(knowledge.find(RU, "самокат")).map(Passage::text).contains("Берём самокаты.");
    }

    @Test
    void typingErrorsAndYoAreForgiven() {
        publish(RU, "trees", "Посадка деревьев", "Ёлки сажаем весной.");
        publish(EN, "trees", "Planting trees", "Saplings are planted in spring.");

        for (var question : List.of("пасадка деревев", "елки", "Ёлки", "посдака")) {
            assertThat(knowledge.find(RU, question)).as(question).isPresent();
        }
        for (var question : List.of("plantign tres", "saplngs", "SAPLINGS!!!")) {
            assertThat(knowledge.find(EN, question)).as(question).isPresent();
        }
    }

    @Test
    void politenessAndQuestionWordsAloneFindNothing() {
        publish(EN, "help", "How can I help you please", "Tell us what you want and how we can help.");
        publish(RU, "help", "Как я могу вам помочь", "Скажите, пожалуйста, что вы хотите.");

        assertThat(knowledge.find(EN, "could you please tell me what I should do?"))
                .isEmpty();
        assertThat(knowledge.find(RU, "подскажите, пожалуйста, а как мне быть?"))
                .isEmpty();
    }

    @Test
    void otherWordsForTheSameFindTheArticle() {
        publish(EN, "give", "Ways to donate", "By card or in cash.");
        publish(RU, "give", "Как пожертвовать", "Картой или наличными.");

        assertThat(knowledge.find(EN, "I'd like to make a contribution")).isPresent();
        assertThat(knowledge.find(RU, "хочу задонатить")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "?!",
                "🐈🐈🐈",
                "' OR 1=1 --",
                "a\\b 'c' \"d\" & | ! <-> :* (",
                "https://fund.example/it's?q=\\'x\\'&y=%27",
                "C:\\Documents\\it's",
                "3-НДФЛ, 152-ФЗ; 10 000 ₽",
                "İstanbul ΣΑΣ ﬁ"
            })
    void aQuestionOfOddCharactersBreaksNothing(String question) {
        publish(RU, "trees", "Посадка деревьев", "Ёлки сажаем весной.");

        assertThat(knowledge.find(RU, question)).isEmpty();
        assertThat(knowledge.find(EN, question)).isEmpty();
    }

    @Test
    void aWordOfManyLettersBreaksNothing() {
        publish(
                RU,
                "trees",
                "Посадка деревьев",
                "Ёлки сажаем в" + "о".repeat(700) + "т здесь: https://fund.example/" + "a".repeat(300));

        assertThat(knowledge.find(RU, "где в" + "о".repeat(300) + "т https://fund.example/" + "a".repeat(290)))
                .isEmpty();
    }

    @Test
    void aLetterOfManyPagesIsSearchedByItsBeginning() {
        publish(RU, "trees", "Посадка деревьев", "Ёлки сажаем весной.");

        assertThat(knowledge.find(RU, "Посадка деревьев. " + "и ещё ".repeat(20_000)))
                .isPresent();
    }

    @Test
    void eachQuestionIsLoggedAlsoTheOneWithoutAnAnswer() {
        publish(RU, "trees", "Посадка деревьев", "Ёлки сажаем весной.");
        var answer = knowledge.ask(RU, "когда посадка деревьев? 🌲");
        knowledge.find(RU, "где купить билет в цирк");

        var log = knowledge
                .database()
                .sql()
                .selectFrom(ARTICLE_SEARCH)
                .orderBy(ARTICLE_SEARCH.ID)
                .fetch();

        assertThat(log).hasSize(2);
        assertThat(log.get(0).getId()).isEqualTo(answer.searchId());
        assertThat(log.get(0).getQuery()).isEqualTo("когда посадка деревьев? 🌲");
        assertThat(log.get(0).getArticleId()).isNotNull();
        assertThat(log.get(0).getHelpful()).isNull();
        assertThat(log.get(1).getArticleId()).isNull();
        assertThat(log.get(1).getScore()).isNull();
    }

    @Test
    void onlyTheConversationThatAskedSaysWhetherItHelped() {
        publish(RU, "trees", "Посадка деревьев", "Ёлки сажаем весной.");
        var answer = knowledge.ask(RU, "посадка деревьев");

        knowledge.rate(answer.searchId(), false, knowledge.conversation("visitor-2"));
        assertThat(helpful()).containsOnlyNulls();

        knowledge.rate(answer.searchId(), true, knowledge.visitor());
        assertThat(helpful()).containsExactly(true);
    }

    private List<Boolean> helpful() {
        return knowledge.database().sql().fetchValues(ARTICLE_SEARCH.HELPFUL);
    }

    private void publish(Language language, String slug, String title, String body) {
        knowledge.publish(List.of(new NewArticle(slug, language, title, body, List.of())));
    }
}
