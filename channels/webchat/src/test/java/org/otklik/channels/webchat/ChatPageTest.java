package org.otklik.channels.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.channels.Press;

/** Conversations on the chat's own page. */
class ChatPageTest extends BrowserTest {
    ChatPageTest() {
        super(TestSettings.generous());
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Фонд «Тёплый дом» & друзья, Чем помочь?, Напишите сообщение…, Помощник",
        "en, Warm House <Fund>, How can we help?, Write a message…, Assistant"
    })
    void aVisitorTalksInEitherLanguage(String language, String title, String greeting, String label, String author) {
        var page = tab("/?lang=" + language);

        assertThat(page).hasTitle(title);
        assertThat(page.getByRole(AriaRole.HEADING)).hasText(title);
        assertThat(page.getByText(greeting)).isVisible();
        page.getByLabel(label).fill("Можно прийти с детьми?");
        page.getByLabel(label).press("Enter");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Да, верно"))
                .click();

        awaitShown(page, "Можно прийти с детьми?", "Можно прийти с детьми?", "Да, верно", "Записано: 0");
        assertThat(page.locator(".bot .meta").last()).hasText(author + " · 14:30");
        assertThat(server().host().accepted().getLast().press().map(Press::button))
                .contains(0);
    }

    @Test
    void thePageOffersItsOtherLanguage() {
        var page = tab("/?lang=ru");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .click();

        assertThat(page.getByText("How can we help?")).isVisible();
    }

    @Test
    void aReloadShowsTheSameConversationOnce() {
        var page = tab("/");
        write(page, "Хочу помочь?");
        page.getByText("Да, верно").click();
        awaitShown(page, "Хочу помочь?", "Хочу помочь?", "Да, верно", "Записано: 0");
        input(page).fill("недописанное");

        page.reload();

        awaitShown(page, "Хочу помочь?", "Хочу помочь?", "Да, верно", "Записано: 0");
        assertThat(page.locator(".choice").first()).isDisabled();
        assertThat(page.locator(".chosen")).containsText("Да, верно");
        assertThat(input(page)).hasValue("недописанное");
    }

    @Test
    void aServerThatIsKilledAndRestartedLosesAndDoublesNothing() {
        var page = tab("/");
        write(page, "раз");
        awaitShown(page, "раз", "Эхо: раз");

        server().stop();
        assertThat(page.getByText("Нет связи")).isVisible();
        write(page, "два");
        write(page, "три");
        input(page).fill("четы");
        assertThat(page.locator(".unsent")).hasCount(2);
        server().startAgain();

        awaitSent(page);
        assertThat(input(page)).hasValue("четы");
        await().until(() -> shown(page).size() == 6);
        assertThat(shown(page)).containsSubsequence("раз", "Эхо: раз", "два", "три");
        assertThat(arrived()).containsExactly("раз", "два", "три");
        assertThat(page.getByText("Нет связи")).isHidden();
    }

    @Test
    void aReplyThatCameWhileTheLineWasBrokenIsShownOnce() {
        var page = tab("/");
        write(page, "раз");
        awaitShown(page, "раз", "Эхо: раз");

        server().stop();
        server().host().reply(visitor(), "Пока вас не было", List.of());
        server().startAgain();

        awaitShown(page, "раз", "Эхо: раз", "Пока вас не было");
    }

    @Test
    void whatWasWrittenOfflineIsSentWhenTheVisitorComesBack() {
        var page = tab("/");
        write(page, "раз");
        awaitShown(page, "раз", "Эхо: раз");
        server().stop();
        write(page, "два");
        write(page, "три");
        page.close();
        server().startAgain();

        var later = tab("/");

        awaitSent(later);
        await().until(() -> arrived().size() == 3);
        assertThat(arrived()).containsExactly("раз", "два", "три");
        await().until(() -> shown(later).size() == 6);
    }

    @Test
    void aStoreThatIsDownIsTriedAgain() {
        var page = tab("/");
        server().host().down(true);

        write(page, "Здравствуйте");
        assertThat(page.getByText("пока не удалось принять")).isVisible();
        server().host().down(false);

        awaitShown(page, "Здравствуйте", "Эхо: Здравствуйте");
        assertThat(page.locator(".notice")).isEmpty();
    }

    @Test
    void aSignShowsThatAReplyIsBeingPrepared() {
        var page = tab("/");

        write(page, "Дайте подумать…");
        assertThat(page.locator(".typing")).isVisible();
        assertThat(page.locator(".typing")).hasText("Помощник печатает");
        Look.at(page, "typing");
        bot().say(visitor(), "Думайте сколько нужно", List.of());

        assertThat(page.locator(".typing")).isHidden();
    }

    @Test
    void twoTabsShowOneConversation() {
        var one = tab("/");
        write(one, "раз");
        awaitShown(one, "раз", "Эхо: раз");
        var other = tab("/");
        awaitShown(other, "раз", "Эхо: раз");

        write(other, "два");

        awaitShown(one, "раз", "Эхо: раз", "два", "Эхо: два");
        awaitShown(other, "раз", "Эхо: раз", "два", "Эхо: два");
        assertThat(server().host().attached()).hasSize(1);
    }

    @Test
    void tabsThatStartTogetherShareOneSession() {
        var one = tab("/");
        var other = tab("/");

        input(one).fill("из первой");
        input(other).fill("из второй");
        input(one).press("Enter");
        input(other).press("Enter");

        await().until(() -> shown(one).size() == 4 && shown(other).size() == 4);
        assertThat(server().host().accepted().stream()
                        .map(message -> message.from())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whereSocketsAreForbiddenTheChatPolls() {
        context().addInitScript("""
                window.WebSocket = class {
                  constructor() { setTimeout(() => this.onclose?.({ code: 1006 })); }
                  close() {}
                };""");
        var page = tab("/");

        write(page, "Здравствуйте?");
        page.getByText("Да, верно").click();

        awaitShown(page, "Здравствуйте?", "Здравствуйте?", "Да, верно", "Записано: 0");
        page.reload();
        awaitShown(page, "Здравствуйте?", "Здравствуйте?", "Да, верно", "Записано: 0");
    }

    @Test
    void aLinkWithACodeSignsInOnceAndLeavesTheAddressBar() {
        var page = tab("/#code=one-time-secret");

        assertThat(page.getByText("Добро пожаловать, Мария!")).isVisible();
        assertThat(page.url()).isEqualTo(server().origin() + "/");
        page.reload();
        awaitShown(page, "Добро пожаловать, Мария!");
        assertThat(server().host().accepted()).hasSize(1);
        assertThat(server().host().accepted().getFirst().code()).contains("one-time-secret");
    }

    @Test
    void aRevokedSessionStartsAfreshWithASentence() {
        var page = tab("/");
        write(page, "Тайна");
        awaitShown(page, "Тайна", "Эхо: Тайна");
        var before = visitor();

        server().host().revoke(before);

        assertThat(page.getByText("Этот разговор завершён")).isVisible();
        assertThat(page.getByText("Тайна")).hasCount(0);
        write(page, "Снова здравствуйте");
        awaitShown(page, "Снова здравствуйте", "Эхо: Снова здравствуйте");
        assertThat(visitor()).isNotEqualTo(before);
    }

    @Test
    void aMessageThatIsTooLongStaysInTheInput() {
        var page = tab("/");

        input(page).fill("я".repeat(8001));
        input(page).press("Enter");

        assertThat(page.locator(".counter")).hasText("8001 из 8000 знаков");
        assertThat(page.locator(".send")).isDisabled();
        assertThat(input(page)).hasValue("я".repeat(8001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "\"><iframe src=javascript:alert(1)>",
                "javascript:alert(1) data:text/html,<script>alert(1)</script>",
                "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
                "https://example.org/\"onmouseover=\"alert(1)"
            })
    void markupIsOnlyText(String text) {
        var page = tab("/");

        write(page, text + "?");

        awaitShown(page, text + "?", text + "?");
        assertThat(page.locator(".bubble script, .bubble img, .bubble svg, .bubble iframe"))
                .hasCount(0);
        assertThat(page.locator(".bubble a[onmouseover], .bubble a[href^='javascript'], .bubble a[href^='data']"))
                .hasCount(0);
        page.reload();
        awaitShown(page, text + "?", text + "?");
    }

    @Test
    void webAddressesBecomeSafeLinks() {
        var page = tab("/");

        write(
                page,
                "Смотрите (https://example.org/помощь?a=1&b=2), http://example.org.\nи https://ru.wikipedia.org/wiki/Приют_(дом)");

        var links = page.locator(".own .bubble a");
        assertThat(links).hasText(new String[] {
            "https://example.org/помощь?a=1&b=2", "http://example.org", "https://ru.wikipedia.org/wiki/Приют_(дом)"
        });
        assertThat(links.first()).hasAttribute("rel", "noopener noreferrer nofollow");
        assertThat(links.first()).hasAttribute("target", "_blank");
    }
}
