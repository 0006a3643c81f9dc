package org.otklik.channels.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The widget on somebody's site, which has an origin, styles and a policy of its own. */
class EmbeddedWidgetTest extends BrowserTest {
    private static final int ALLOWED_PORT = freePort();

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer site = site(ALLOWED_PORT);

    EmbeddedWidgetTest() {
        super(TestSettings.with(Map.of("allowed-origins", "http://localhost:" + ALLOWED_PORT)));
    }

    @AfterEach
    void stopSite() {
        ChatServer.await(vertx.close());
    }

    /** The system gives a free port; the settings must name it before the site opens it. */
    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HttpServer site(int port) {
        return ChatServer.await(vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .putHeader(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; script-src %s; connect-src %s ws://127.0.0.1:%d"
                                        .formatted(server().origin(), server().origin(), server().port()))
                        .end("""
                                <!doctype html><html lang="en"><head><title>A shelter</title>
                                <style>* { color: red !important; font-size: 40px !important; border: 0 !important }
                                button, textarea, div { position: static !important; border: 9px solid red !important }</style>
                                <script src="%s/chat/widget.js" data-color="#ffd34d" data-side="left" data-title="Ask us"></script></head>
                                <body><h1>A shelter</h1></body></html>""".formatted(server().origin())))
                .listen(port));
    }

    private Page open() {
        return tab("http://localhost:" + site.actualPort() + "/");
    }

    @Test
    void aForeignSiteWithItsOwnStylesAndPolicyShowsTheWidgetAsItIs() {
        var page = open();

        launcher(page).click();
        write(page, "Hello https://example.org?");
        page.getByText("Да, верно").click();

        awaitShown(page, "Hello https://example.org?", "Hello https://example.org?", "Да, верно", "Записано: 0");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasAccessibleName("Ask us");
        assertThat(page.locator(".bubble").first()).hasCSS("font-size", "15px");
        assertThat(page.locator("header")).hasCSS("background-color", "rgb(255, 211, 77)");
        assertThat(page.locator("header")).hasCSS("color", "rgb(0, 0, 0)");
        assertThat(launcher(page).boundingBox().x).isLessThan(100);
        Look.at(page, "embedded-left-yellow");
    }

    @Test
    void aSiteThatIsNotAllowedGetsNoConnection() {
        var other = site(0);
        var page = tab("http://localhost:" + other.actualPort() + "/");

        launcher(page).click();
        write(page, "Hello");

        assertThat(page.getByText("No connection")).isVisible();
        assertThat(arrived()).isEmpty();
        expectComplaint("CORS");
        expectComplaint("403");
    }

    @Test
    void theWholeConversationWorksByKeyboardAlone() {
        var page = tab("/chat/demo");
        launcher(page).waitFor();

        page.keyboard().press("Tab");
        assertThat(launcher(page)).isFocused();
        page.keyboard().press("Enter");
        assertThat(input(page)).isFocused();
        page.keyboard().type("Первая строка");
        page.keyboard().press("Shift+Enter");
        page.keyboard().type("вторая?");
        page.keyboard().press("Enter");
        page.locator(".choice").last().waitFor();
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator(".choice").last()).isFocused();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Space");
        awaitShown(page, "Первая строка\nвторая?", "Первая строка\nвторая?", "Да, верно", "Записано: 0");
        assertThat(page.locator(".choice").first()).isFocused();
        page.keyboard().press("Escape");

        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(launcher(page)).isFocused();
        assertThat(launcher(page)).hasAttribute("aria-expanded", "false");
    }

    @Test
    void aClosedWidgetCountsWhatIsUnread() {
        var page = tab("/chat/demo");
        launcher(page).click();
        write(page, "Здравствуйте");
        awaitShown(page, "Здравствуйте", "Эхо: Здравствуйте");
        input(page).press("Escape");

        bot().say(visitor(), "Мы нашли вам пару 🐾", List.of());
        bot().say(visitor(), "Позвоните нам", List.of());

        assertThat(page.locator(".badge")).hasText("2");
        assertThat(launcher(page)).hasAccessibleName("Открыть чат, непрочитанных сообщений: 2");
        Look.at(page, "unread");
        page.reload();
        assertThat(page.locator(".badge")).hasText("2");
        launcher(page).click();
        assertThat(page.locator(".badge")).isHidden();
        assertThat(page.getByText("Новые сообщения")).isVisible();
        page.reload();
        assertThat(input(page)).isVisible();
        assertThat(page.locator(".badge")).isHidden();
    }

    @Test
    void readingInOneTabClearsTheMarkInTheOther() {
        var one = tab("/chat/demo");
        launcher(one).click();
        write(one, "Здравствуйте");
        awaitShown(one, "Здравствуйте", "Эхо: Здравствуйте");
        var other = tab("/chat/demo");
        launcher(other).waitFor();
        input(one).press("Escape");
        bot().say(visitor(), "Новость", List.of());
        assertThat(other.locator(".badge")).hasText("1");

        launcher(one).click();

        assertThat(other.locator(".badge")).isHidden();
    }

    @Test
    void aVisitorWhoWritesNothingCostsNoSession() {
        var page = tab("/chat/demo");
        launcher(page).click();
        input(page).waitFor();

        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);

        assertThat(server().channel().health().says()).isEqualTo("0 connections");
        write(page, "Привет");
        await().until(() -> arrived().size() == 1);
    }

    @Test
    void scrollingBackIsNotInterrupted() {
        var page = tab("/chat/demo");
        launcher(page).click();
        for (int i = 0; i < 12; i++) {
            write(page, "сообщение " + i);
        }
        await().until(() -> shown(page).size() == 24);
        page.locator(".scroll").evaluate("it => it.scrollTop = 0");

        bot().say(visitor(), "Новость", List.of());

        assertThat(page.locator(".jump")).isVisible();
        assertThat(page.getByText("Новость")).not().isInViewport();
        page.locator(".jump").click();
        assertThat(page.getByText("Новость")).isInViewport();
        assertThat(page.locator(".jump")).isHidden();
    }
}
