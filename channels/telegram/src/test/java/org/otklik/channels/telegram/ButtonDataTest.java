package org.otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.channels.Press;

class ButtonDataTest {
    private static final long CHAT = 501;

    private final ButtonData data = new ButtonData("110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw");

    @Test
    void whatIsWrittenIsReadInItsChat() {
        var press = new Press(9_876_543_210L, 4);

        var written = data.write(CHAT, press);

        assertThat(data.read(CHAT, written)).contains(press);
        assertThat(written.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void anotherChatCanNotPressIt() {
        assertThat(data.read(502, data.write(CHAT, new Press(7, 0)))).isEmpty();
    }

    @Test
    void anotherBotCanNotHaveWrittenIt() {
        var other = new ButtonData("110201544:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw");

        assertThat(data.read(CHAT, other.write(CHAT, new Press(7, 0)))).isEmpty();
    }

    @Test
    void anotherButtonOfTheSameMessageIsSealedOtherwise() {
        var written = data.write(CHAT, new Press(7, 0));

        assertThat(data.read(CHAT, written.replace("7.0.", "7.1."))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7.0",
                "7.0.",
                "да 🐾",
                "7.0.aaaaaaaaaaaaaaaa",
                "99999999999999999999.0.aaaaaaaaaaaaaaaa",
                "\u0000"
            })
    void whatIsNoneOfOursIsNoPress(String foreign) {
        assertThat(data.read(CHAT, foreign)).isEmpty();
    }
}
