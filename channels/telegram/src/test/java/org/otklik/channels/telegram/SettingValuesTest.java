package org.otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingValuesTest {
    @Test
    void whatIsRightIsRead() {
        assertThat(new SettingValues.BotToken().convert(" 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw\n"))
                .isEqualTo("110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw");
        assertThat(new SettingValues.Server().convert("http://localhost:8081"))
                .isEqualTo(URI.create("http://localhost:8081"));
        assertThat(new SettingValues.Page().convert("https://crm.example.org/telegram"))
                .isEqualTo(URI.create("https://crm.example.org/telegram"));
        assertThat(new SettingValues.Wait().convert("PT25S")).isEqualTo(Duration.ofSeconds(25));
        assertThat(new SettingValues.Rate().convert("30")).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "токен 🐾", "123:abc/../def", "a b"})
    void whatIsNoTokenIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> new SettingValues.BotToken().convert(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not the token of a bot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.telegram.org", "ftp://api.telegram.org", "https://", "https://a b"})
    void whatIsNoServerIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> new SettingValues.Server().convert(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not a web address");
    }

    @Test
    void aServerHasNoPathAndAPageHasOne() {
        assertThatThrownBy(() -> new SettingValues.Server().convert("https://example.org/bots"))
                .hasMessage("has a path behind the server's name");
        assertThatThrownBy(() -> new SettingValues.Page().convert("https://example.org/"))
                .hasMessage("has no path behind the server's name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT51S"})
    void aWaitThatTelegramDoesNotWaitIsRefused(String text) {
        assertThatThrownBy(() -> new SettingValues.Wait().convert(text)).hasMessage("is not between PT1S and PT50S");
    }
}
