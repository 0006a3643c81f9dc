package org.otklik.channels.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.channels.Button;
import org.otklik.channels.OutboundMessage;
import org.otklik.i18n.Language;

/** Whether everybody can see and use the chat: light and dark, on a phone and on a desk, by the rules of axe-core. */
class AppearanceTest extends BrowserTest {
    private static final long FROM_STAFF = 1_000_000;

    AppearanceTest() {
        super(TestSettings.generous());
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1280, 800, /?lang=ru",
        "LIGHT, 1280, 800, /chat/demo?lang=en",
        "LIGHT, 390, 844, /chat/demo?lang=ru",
        "DARK, 1280, 800, /chat/demo?lang=ru",
        "DARK, 390, 844, /?lang=en",
        "LIGHT, 320, 568, /?lang=ru",
        "DARK, 740, 360, /chat/demo?lang=ru"
    })
    void everybodyCanUseIt(ColorScheme scheme, int width, int height, String path) {
        become(options().setColorScheme(scheme).setViewportSize(width, height));
        var page = tab(path);
        boolean isPage = path.startsWith("/?");
        var name = scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + (isPage ? "-page" : "-widget");
        if (!isPage) {
            launcher(page).waitFor();
            Look.at(page, name + "-closed");
            launcher(page).click();
        }
        input(page).waitFor();
        Look.at(page, name + "-empty");

        talk(page);
        Look.at(page, name + "-talk");
        server().host().down(true);
        write(page, "Ещё один вопрос");
        assertThat(page.locator(".notice")).not().isEmpty();
        Look.at(page, name + "-held");
        input(page).fill("Очень длинное сообщение. ".repeat(300));
        Look.at(page, name + "-long");
        assertThat(page.locator("html").evaluate("it => it.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        server().host().down(false);
    }

    private void talk(Page page) {
        write(page, "Здравствуйте! Хочу помогать приюту каждый месяц.");
        page.getByText("Эхо").waitFor();
        write(page, "Можно 500 рублей? Подробности на https://example.org/help?");
        page.locator(".choice").first().click();
        page.getByText("Записано").waitFor();
        var staff = new OutboundMessage(
                FROM_STAFF,
                visitor(),
                "Добрый день! Это Мария из фонда. Спасибо, что вы с нами 🐾 Чек придёт на почту в течение дня.",
                List.of(new Button("Хорошо"), new Button("Нужна справка для налоговой")),
                Language.RU,
                OutboundMessage.Author.STAFF);
        server().channel().send(staff);
        page.getByText("Мария из фонда").waitFor();
    }
}
