package org.otklik;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.GIFT;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.schema.tables.records.GiftRecord;

/** The whole product as visitors see it: a real browser, the real bot. What the browser complains of fails the test. */
class BrowserConversationTest {
    private static final TestNode NODE = TestNode.start();
    private static final Chromium CHROMIUM = new Chromium();

    /** More than a visitor should have to pass on the way to the input. */
    private static final int MOST_STOPS = 5;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void waitLongerThanAWidgetDoes() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @AfterAll
    static void stop() {
        CHROMIUM.close();
        NODE.close();
    }

    @AfterEach
    void nothingWentWrong() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).isEmpty();
    }

    private Page open(String locale) {
        return open(locale, 1280, 800);
    }

    private Page open(String locale, int width, int height) {
        var context = CHROMIUM.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setTimezoneId("Europe/Moscow")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, height));
        contexts.add(context);
        context.setDefaultTimeout(15_000);
        var page = context.newPage();
        page.clock().setFixedTime(NODE.clock().instant().toString());
        page.onPageError(error -> complaints.add(error));
        page.onConsoleMessage(message -> {
            // A line that breaks is part of a test, and Chromium always reports it.
            boolean isBrokenLine =
                    message.text().contains("ERR_") || message.text().contains("WebSocket");
            if (message.type().equals("error") && !isBrokenLine) {
                complaints.add(message.text());
            }
        });
        page.navigate(NODE.url() + "/");
        return page;
    }

    private static Locator input(Page page) {
        return page.getByRole(AriaRole.TEXTBOX);
    }

    private static Locator lastReply(Page page) {
        return page.locator(".list .bubble").last();
    }

    /** Writes and clicks, and waits for a reply that says something. */
    private static void write(Page page, String text, String reply) {
        input(page).fill(text);
        page.locator("button[type=submit]").click();
        assertThat(lastReply(page)).containsText(reply);
    }

    private static GiftRecord gift(String name) {
        return NODE.database()
                .sql()
                .select(GIFT.fields())
                .from(GIFT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(GIFT.CONTACT_ID))
                .where(CONTACT.NAME.eq(name))
                .fetchSingleInto(GIFT);
    }

    @Test
    void aPledgeByMouseInRussian() {
        var page = open("ru-RU");
        Chromium.look(page, "ru-empty");

        write(page, "Здравствуйте!", "Добрый причал");
        Chromium.look(page, "ru-greeting");
        page.getByText("Хочу помочь деньгами").click();
        assertThat(lastReply(page)).containsText("Какую сумму");
        write(page, "пять тысяч", "валюте");
        page.getByText("RUB", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(lastReply(page)).containsText("Когда");
        page.getByText("Сегодня", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(lastReply(page)).containsText("зовут");
        write(page, "Мария Зелёная", "почта");
        write(page, "maria@example.org", "Записано обещание: Мария Зелёная");
        Chromium.look(page, "ru-pledge");

        assertThat(gift("Мария Зелёная").getAmount()).isEqualByComparingTo("5000");
        page.getByText("Отменить", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(lastReply(page)).containsText("отменено");
        assertThat(lastReply(page)).not().containsText("Спасибо");
        assertThat(NODE.database().sql().fetchExists(CONTACT, CONTACT.NAME.eq("Мария Зелёная")))
                .isFalse();
    }

    @Test
    void aPledgeByKeyboardAloneInEnglish() {
        var page = open("en-GB");
        input(page).waitFor();

        tabTo(page);
        type(page, "I would like to donate 50 euros", "When would you like to send it?");
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator(".choice").last()).isFocused();
        page.keyboard().press("Enter");
        assertThat(lastReply(page)).containsText("name");
        tabTo(page);
        type(page, "Mary O’Neill-Smith", "reach you");
        type(page, "mary@example.org", "Pledge written down: Mary O’Neill-Smith");
        Chromium.look(page, "en-pledge");

        assertThat(gift("Mary O’Neill-Smith").getCurrency()).isEqualTo("EUR");
    }

    /** Presses Tab until the input has the focus. */
    private static void tabTo(Page page) {
        for (int stops = 0; stops < MOST_STOPS && !isInInput(page); stops++) {
            page.keyboard().press("Tab");
        }
    }

    private static boolean isInInput(Page page) {
        return (Boolean) input(page).evaluate("it => it.getRootNode().activeElement === it");
    }

    private static void type(Page page, String text, String reply) {
        assertThat(input(page)).isFocused();
        page.keyboard().type(text);
        page.keyboard().press("Enter");
        assertThat(lastReply(page)).containsText(reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-GB | I want to give 100 EUR   | When would | tomorrow | name  | Ann Reload      | reach | ann@example.org  | Pledge written down: Ann Reload
            ru-RU | хочу дать 1000 рублей    | Когда      | завтра   | зовут | Анна Обновлёнова | почта | anna@example.org | Записано обещание: Анна Обновлёнова
            """)
    void aReloadInTheMiddleLosesNothing(
            String locale,
            String wish,
            String when,
            String day,
            String asksName,
            String name,
            String asksReach,
            String email,
            String thanks) {
        var page = open(locale);
        write(page, wish, when);

        page.reload();

        assertThat(page.locator(".list .bubble")).hasCount(2);
        write(page, day, asksName);
        page.reload();
        write(page, name, asksReach);
        write(page, email, thanks);
    }

    @Test
    void aServerThatIsStartedAgainWhileSomebodyTypesLosesNothing() {
        var page = open("ru-RU");
        write(page, "хочу дать 2000 рублей", "Когда");
        input(page).pressSequentially("зав");

        NODE.stop();
        input(page).pressSequentially("тра");
        input(page).press("Enter");
        assertThat(page.locator(".notice")).not().isEmpty();
        Chromium.look(page, "ru-offline");
        NODE.startAgain();

        assertThat(lastReply(page)).containsText("зовут");
        assertThat(page.locator(".list .bubble")).hasCount(4);
        write(page, "Пётр Перезапусков", "почта");
        write(page, "petr@example.org", "Записано обещание: Пётр Перезапусков");
        assertThat(gift("Пётр Перезапусков").getAmount()).isEqualByComparingTo("2000");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, where is your office?, en", "ru-RU, где находится ваш офис?, ru"})
    void anAnswerLeadsToItsArticle(String locale, String question, String language) {
        var page = open(locale, 390, 844);
        write(page, question, "/articles/" + language + "/contacts");
        Chromium.look(page, language + "-phone-answer");

        page.navigate(lastReply(page).getByRole(AriaRole.LINK).first().getAttribute("href"));

        assertThat(page.locator("h1")).hasCount(1);
        Chromium.look(page, language + "-phone-article");
        page.setViewportSize(1280, 800);
        Chromium.look(page, language + "-article");
    }

    @Test
    void scriptsThatAreWrittenAreShownAndNotRun() {
        var page = open("ru-RU");

        write(page, "<img src=x onerror=\"document.title='взлом'\"><script>alert(1)</script>", "");

        assertThat(page.locator(".list .bubble").first()).containsText("<script>alert(1)</script>");
        assertThat(page.title()).isNotEqualTo("взлом");
    }
}
