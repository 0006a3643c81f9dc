package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.i18n.Language.EN;
import static org.otklik.i18n.Language.RU;
import static org.otklik.schema.Tables.ARTICLE_SEARCH;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.GIFT;
import static org.otklik.schema.Tables.SERVICE_CASE;
import static org.otklik.schema.Tables.TASK;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.i18n.Language;
import org.otklik.schema.tables.records.GiftRecord;
import org.otklik.schema.tables.records.ServiceCaseRecord;

/** Conversations of people outside with the whole bot, over a WebSocket. */
class VisitorConversationTest {
    private static final TestNode NODE = TestNode.start();

    @RegisterExtension
    private final Visitors visitors = new Visitors(NODE);

    @AfterEach
    void backToTheMorning() {
        NODE.clock().set(TestNode.IN_OFFICE_HOURS);
    }

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @ParameterizedTest
    @CsvSource({"EN, Hello!, Good Harbour Fund, I want to give", "RU, Привет 👋, Добрый причал, Хочу помочь деньгами"})
    void aGreetingIsAnsweredInTheNameOfTheFund(Language language, String greeting, String name, String button) {
        var visitor = visitors.arrives(language);

        assertThat(visitor.says(greeting)).contains(name);
        assertThat(visitor.buttons()).hasSize(3).contains(button);
    }

    @ParameterizedTest
    @CsvSource({"EN, what can you do?, complaints", "RU, что ты умеешь?, жалобы"})
    void whoAsksForHelpIsToldWhatTheBotCanDo(Language language, String question, String part) {
        assertThat(visitors.arrives(language).says(question)).contains(part);
    }

    @Test
    void theLanguageFollowsTheMessageUntilOneIsAskedFor() {
        var visitor = visitors.arrives(RU);
        assertThat(visitor.says("Здравствуйте")).contains("Здравствуйте");
        assertThat(visitor.says("Hello!")).contains("Hello!");

        assertThat(visitor.says("давайте по-русски")).contains("по-русски");

        assertThat(visitor.says("Hello!")).contains("Здравствуйте");
        assertThat(visitor.says("English please")).contains("English");
        assertThat(visitor.says("Здравствуйте")).contains("Hello!");
    }

    @ParameterizedTest
    @CsvSource({
        "EN, how can I get a certificate for my tax return?, tax-deduction, Yes, Did this help?",
        "RU, где находится ваш офис?, contacts, Да, Помогло?"
    })
    void aQuestionIsAnsweredFromAnArticleAndTheAnswerIsRated(
            Language language, String question, String slug, String yes, String asks) {
        var visitor = visitors.arrives(language);

        assertThat(visitor.says(question))
                .contains(NODE.url() + "/articles/" + language.code() + "/" + slug)
                .contains(asks);
        visitor.presses(yes);

        var search = NODE.database()
                .sql()
                .selectFrom(ARTICLE_SEARCH)
                .where(ARTICLE_SEARCH.CONVERSATION_ID.eq(visitor.conversation()))
                .fetchSingle();
        assertThat(search.getQuery()).isEqualTo(question);
        assertThat(search.getHelpful()).isTrue();
    }

    @Test
    void anAnswerThatDidNotHelpBecomesACase() {
        var visitor = visitors.arrives(RU);
        visitor.says("где находится ваш офис?");

        visitor.says("нет");

        assertThat(cases(visitor)).singleElement().satisfies(opened -> {
            assertThat(opened.getKind()).isEqualTo("question");
            assertThat(opened.getSubject()).contains("где находится ваш офис?");
        });
    }

    @Test
    void aPledgeIsAskedForStepByStepInEnglish() {
        var visitor = visitors.arrives(EN);

        visitor.says("I would like to donate");
        visitor.says("50");
        visitor.says("euros");
        visitor.says("next Friday");
        visitor.says("Maria Green");
        var thanks = visitor.says("Maria.Green@example.org");

        assertThat(thanks).contains("Maria Green", "€50", "29 May 2026", "goodharbour.example/give");
        var gift = gift(visitor);
        assertThat(gift.getStatus()).isEqualTo("pledged");
        assertThat(gift.getAmount()).isEqualByComparingTo("50");
        assertThat(gift.getCurrency()).isEqualTo("EUR");
        assertThat(gift.getExpectedOn()).isEqualTo(LocalDate.of(2026, 5, 29));
        assertThat(points(gift.getContactId())).containsExactly("maria.green@example.org claimed");
    }

    @Test
    void aPledgeIsAskedForStepByStepInRussian() {
        var visitor = visitors.arrives(RU);

        visitor.says("хочу пожертвовать");
        visitor.says("пять тысяч");
        visitor.presses("RUB");
        visitor.says("в июне");
        visitor.says("Мария Зелёная");
        var thanks = visitor.says("8 (900) 123-45-67");

        assertThat(thanks).contains("Мария Зелёная", "30 июня 2026").containsPattern("5\\h000\\h₽");
        var gift = gift(visitor);
        assertThat(gift.getAmount()).isEqualByComparingTo("5000");
        assertThat(gift.getExpectedOn()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(points(gift.getContactId())).containsExactly("+79001234567 claimed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | I want to donate 200 dollars on June 1st                | Oliver Stone | oliver@example.org | 200  | USD
            RU | Хочу пожертвовать 3000 рублей 1 июня                    | Олег Каменев | oleg@example.org   | 3000 | RUB
            """)
    void whatTheFirstMessageSaysIsNotAskedAgain(
            Language language, String words, String name, String email, BigDecimal amount, String currency) {
        var visitor = visitors.arrives(language);

        visitor.says(words);
        visitor.says(name);
        visitor.says(email);

        var gift = gift(visitor);
        assertThat(gift.getAmount()).isEqualByComparingTo(amount);
        assertThat(gift.getCurrency()).isEqualTo(currency);
        assertThat(gift.getExpectedOn()).isEqualTo(LocalDate.of(2026, 6, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | I want to donate 200 dollars on June 1st. My name is Oliver Stone, oliver.stone@example.org | Oliver Stone | 200
            RU | Хочу пожертвовать 3000 рублей 1 июня. Меня зовут Олег Каменев, почта kamenev@example.org    | Олег Каменев | 3000
            """)
    void everythingMayBeSaidInOneMessageAndOnlyTheNameIsAskedForWithTheNoticeAboutIt(
            Language language, String words, String name, BigDecimal amount) {
        var visitor = visitors.arrives(language);

        visitor.says(words);
        visitor.says(name);

        assertThat(gift(visitor).getAmount()).isEqualByComparingTo(amount);
        assertThat(cases(visitor)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | I want to give 100 EUR | no, 150 EUR            | tomorrow | Ann Lee       | ann.lee@example.org | 150
            EN | I want to give 100 EUR | no wait, 170           | tomorrow | Ann Lee       | ann.lee@example.org | 170
            RU | хочу дать 1000 рублей  | нет, лучше 1500 рублей | завтра   | Анна Лисицына | lis@example.org     | 1500
            RU | хочу дать 1000 рублей  | нет, 1700              | завтра   | Анна Лисицына | lis@example.org     | 1700
            """)
    void anAnswerIsCorrectedInTheMiddle(
            Language language,
            String first,
            String correction,
            String day,
            String name,
            String email,
            BigDecimal amount) {
        var visitor = visitors.arrives(language);

        visitor.says(first);
        visitor.says(correction);
        visitor.says(day);
        visitor.says(name);
        visitor.says(email);

        assertThat(gift(visitor).getAmount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "EN, I want to give 100 EUR, where is your office?, tomorrow, Ann Lee, ann@example.org",
        "RU, хочу дать 1000 рублей, где находится ваш офис?, завтра, Анна Лисицына, anna@example.org"
    })
    void aQuestionInBetweenIsAnsweredAndTheFormGoesOn(
            Language language, String first, String question, String day, String name, String email) {
        var visitor = visitors.arrives(language);

        visitor.says(first);
        assertThat(visitor.says(question)).contains("/articles/" + language.code() + "/contacts");
        visitor.says(day);
        visitor.says(name);
        visitor.says(email);

        assertThat(gift(visitor).getExpectedOn()).isEqualTo(LocalDate.of(2026, 5, 21));
    }

    @ParameterizedTest
    @CsvSource({"EN, I want to give 100 EUR, cancel, Hello!", "RU, хочу дать 1000 рублей, я передумала, Привет"})
    void aFormThatIsLeftWritesNothing(Language language, String first, String leave, String greeting) {
        var visitor = visitors.arrives(language);
        visitor.says(first);

        visitor.says(leave);

        assertThat(visitor.says(greeting)).doesNotContain("?\n");
        assertThat(gifts(visitor)).isEmpty();
        assertThat(NODE.database()
                        .sql()
                        .fetchValue(CONVERSATION.CONTACT_ID, CONVERSATION.ID.eq(visitor.conversation())))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "EN, I want to give 100 EUR tomorrow, Ann Redmond, ann.r@example.org, undo",
        "RU, хочу дать 1000 рублей завтра, Анна Отменина, otm@example.org, отмени"
    })
    void aPledgeIsTakenBack(Language language, String words, String name, String email, String undo) {
        var visitor = visitors.arrives(language);
        visitor.says(words);
        visitor.says(name);
        visitor.says(email);
        long gift = gift(visitor).getId();

        visitor.says(undo);

        assertThat(NODE.database().sql().fetchExists(GIFT, GIFT.ID.eq(gift))).isFalse();
        assertThat(visitor.says(undo)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | Your volunteer shouted at my mother yesterday, this is outrageous!        | 15:30
            RU | Ваш сотрудник нахамил мне по телефону вчера, я очень недовольна вашей работой! | 15:30
            """)
    void aComplaintGetsANumberAndATimeInOfficeHours(Language language, String complaint, String due) {
        var visitor = visitors.arrives(language);

        var reply = visitor.says(complaint);

        var opened = cases(visitor).getFirst();
        assertThat(opened.getKind()).isEqualTo("complaint");
        assertThat(opened.getPriority()).isEqualTo("high");
        assertThat(opened.getSubject()).isEqualTo(complaint);
        assertThat(reply).contains(String.valueOf(opened.getNumber()), due);
        assertThat(opened.getFirstReplyDueAt()).isEqualTo(Instant.parse("2026-05-20T12:30:00Z"));
        assertThat(NODE.database()
                        .sql()
                        .fetchValues(TASK.DUE_AT, TASK.TITLE.contains(String.valueOf(opened.getNumber()))))
                .containsExactly(opened.getFirstReplyDueAt());
    }

    @Test
    void aComplaintOnFridayEveningIsDueOnMonday() {
        NODE.clock().set(Instant.parse("2026-05-22T19:00:00Z"));
        var visitor = visitors.arrives(RU);

        var reply = visitor.says("Мне нахамили в приюте, я возмущена и требую разобраться!");

        assertThat(reply).contains("понедельник, 25 мая 2026, 14:00");
        assertThat(cases(visitor).getFirst().getFirstReplyDueAt()).isEqualTo(Instant.parse("2026-05-25T11:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"EN, can I talk to a real person please, hello?", "RU, позовите человека, алло?"})
    void inOfficeHoursAPersonIsCalledAndTheBotKeepsSilent(Language language, String words, String more) {
        var visitor = visitors.arrives(language);
        var reply = visitor.says(words);

        visitor.writes(more);
        visitor.awaitHandled();

        assertThat(reply).contains(String.valueOf(cases(visitor).getFirst().getNumber()));
        assertThat(owner(visitor)).isEqualTo("queue");
        assertThat(visitor.hasUnread()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"EN, can I talk to a real person please, Hello!", "RU, позовите человека, Привет"})
    void outOfOfficeHoursACaseIsOpenedAndTheBotStays(Language language, String words, String greeting) {
        NODE.clock().set(Instant.parse("2026-05-20T20:00:00Z"));
        var visitor = visitors.arrives(language);

        var reply = visitor.says(words);

        assertThat(reply).contains(String.valueOf(cases(visitor).getFirst().getNumber()), "14:00");
        assertThat(owner(visitor)).isEqualTo("bot");
        assertThat(visitor.says(greeting)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"EN, find Anna Petrova", "RU, найди Анну Петрову"})
    void whatStaffMayAskIsNotAnsweredToOthers(Language language, String words) {
        var reply = visitors.arrives(language).says(words);

        assertThat(reply).doesNotContain("Сергеевна", "Викторовна", "@", "+7");
    }

    @Test
    void whoComesBackSeesTheConversationAndGoesOn() {
        var visitor = visitors.arrives(RU);
        visitor.says("хочу пожертвовать 700 рублей");

        var history = visitor.comesBack();

        assertThat(history).extracting(frame -> frame.getString("type")).containsExactly("said", "message");
        visitor.says("завтра");
        visitor.says("Раиса Возвратная");
        visitor.says("raisa@example.org");
        assertThat(gift(visitor).getAmount()).isEqualByComparingTo("700");
    }

    private static GiftRecord gift(ChatVisitor visitor) {
        assertThat(gifts(visitor)).hasSize(1);
        return gifts(visitor).getFirst();
    }

    private static List<GiftRecord> gifts(ChatVisitor visitor) {
        return NODE.database()
                .sql()
                .select(GIFT.fields())
                .from(GIFT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(GIFT.CONTACT_ID))
                .join(CONVERSATION)
                .on(CONVERSATION.CONTACT_ID.eq(CONTACT.ID))
                .where(CONVERSATION.ID.eq(visitor.conversation()))
                .fetchInto(GIFT);
    }

    private static List<ServiceCaseRecord> cases(ChatVisitor visitor) {
        return NODE.database()
                .sql()
                .selectFrom(SERVICE_CASE)
                .where(SERVICE_CASE.CONVERSATION_ID.eq(visitor.conversation()))
                .orderBy(SERVICE_CASE.ID)
                .fetch();
    }

    private static List<String> points(long contactId) {
        return NODE.database()
                .sql()
                .selectFrom(CONTACT_POINT)
                .where(CONTACT_POINT.CONTACT_ID.eq(contactId))
                .fetch(point -> point.getValue() + " " + point.getStatus());
    }

    private static String owner(ChatVisitor visitor) {
        return NODE.database().sql().fetchValue(CONVERSATION.OWNER, CONVERSATION.ID.eq(visitor.conversation()));
    }
}
