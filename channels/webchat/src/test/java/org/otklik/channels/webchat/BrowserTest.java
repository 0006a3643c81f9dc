package org.otklik.channels.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;

/** The widget in a real browser, talking to a real server; what the browser complains of fails the test. */
abstract class BrowserTest {
    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private final ChatServer server;
    private final EchoBot bot;
    private BrowserContext context;

    BrowserTest(WebChatSettings settings) {
        server = new ChatServer(settings);
        bot = new EchoBot(server);
        context = visitor(options());
    }

    @BeforeAll
    static void startBrowser() {
        chromium = new Chromium();
        // A widget that lost its server waits up to some seconds before the next try.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @AfterEach
    void stop() {
        context.close();
        bot.close();
        server.close();
        Assertions.assertThat(complaints).isEmpty();
    }

    static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale("ru-RU")
                .setTimezoneId("Europe/Moscow")
                .setViewportSize(1280, 800);
    }

    final ChatServer server() {
        return server;
    }

    final EchoBot bot() {
        return bot;
    }

    final BrowserContext context() {
        return context;
    }

    /** Goes on as another visitor, with other devices or tastes. */
    final void become(Browser.NewContextOptions options) {
        context.close();
        context = visitor(options);
    }

    private BrowserContext visitor(Browser.NewContextOptions options) {
        var visitor = chromium.browser().newContext(options);
        visitor.setDefaultTimeout(15_000);
        return visitor;
    }

    /** A new tab. The day of the fixtures is fixed, so that days and times are the same in every run. */
    final Page tab(String path) {
        var page = context.newPage();
        page.clock().setFixedTime("2026-05-20T11:30:00Z");
        page.onPageError(error -> complaints.add(error));
        page.onConsoleMessage(message -> {
            // A line that breaks is part of several tests, and Chromium always reports it.
            if (message.type().equals("error")
                    && !message.text().contains("ERR_")
                    && !message.text().contains("WebSocket")) {
                complaints.add(message.text());
            }
        });
        page.onDialog(dialog -> complaints.add("dialog " + dialog.message()));
        page.navigate(path.startsWith("http") ? path : server.origin() + path);
        return page;
    }

    final void expectComplaint(String part) {
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    static Locator input(Page page) {
        return page.getByRole(AriaRole.TEXTBOX);
    }

    static Locator launcher(Page page) {
        return page.locator(".launcher");
    }

    static void write(Page page, String text) {
        input(page).fill(text);
        input(page).press("Enter");
    }

    /** Everything that was said, in the order in which it stands. */
    static List<String> shown(Page page) {
        return page.locator(".list .bubble").allInnerTexts();
    }

    static void awaitShown(Page page, String... texts) {
        assertThat(page.locator(".list .bubble")).hasText(texts);
    }

    static void awaitSent(Page page) {
        assertThat(page.locator(".unsent")).hasCount(0);
    }

    final Address visitor() {
        return server.host().accepted().getLast().from();
    }

    final List<String> arrived() {
        return server.host().accepted().stream().map(InboundMessage::text).toList();
    }
}
