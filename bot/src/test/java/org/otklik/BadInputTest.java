package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.otklik.i18n.Language.EN;
import static org.otklik.i18n.Language.RU;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.MESSAGE;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.i18n.Language;

/** What nobody should send, sent to the whole bot: it is refused in a clear sentence or answered, and disturbs nobody else. */
class BadInputTest {
    private static final TestNode NODE = TestNode.start();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Fewer than a connection may have waiting. */
    private static final int AT_ONCE = 40;

    private static final int MANY = 240;

    @RegisterExtension
    private final Visitors visitors = new Visitors(NODE);

    @AfterEach
    void nobodyElseIsDisturbed() {
        NODE.clock().set(TestNode.IN_OFFICE_HOURS);
        assertThat(visitors.arrives(EN).says("Hello!")).contains("Good Harbour Fund");
    }

    @AfterAll
    static void stop() {
        NODE.close();
    }

    static Stream<Arguments> oddTexts() {
        return Stream.of(
                Arguments.of("an emoji", "🐈"),
                Arguments.of("a family of emoji", "👨‍👩‍👧‍👦".repeat(50)),
                Arguments.of("punctuation", "?!… — ;;;"),
                Arguments.of("a NUL between letters", "при\u0000вет"),
                Arguments.of("a space that does not break", "\u00a0"),
                Arguments.of("text that runs backwards", "\u202eпривет\u202c \u200fhello\u200e"),
                Arguments.of("letters that can't be seen", "при\u200b\u2060\ufeffвет"),
                Arguments.of("only letters that can't be seen", "\u200b\u2060\ufeff"),
                Arguments.of("marks piled on letters", "п" + "\u0301\u0323\u0489".repeat(300)),
                Arguments.of("look-alike letters", "пpивeт, кaк дeлa"),
                Arguments.of("a script", "<script>alert('x')</script><img src=x onerror=alert(1)>"),
                Arguments.of("markup", "[here](javascript:alert(1)) **bold** | a | b |"),
                Arguments.of("SQL", "Robert'); DROP TABLE contact;--"),
                Arguments.of("wildcards", "find %' OR 1=1 --_%"),
                Arguments.of("a template", "{organization} ${jndi:ldap://example.org/a} {0} '{'"),
                Arguments.of("escape codes of a terminal", "\u001b[31mred\u001b[0m\u0007"),
                Arguments.of("one word of 8,000 letters", "ы".repeat(8_000)),
                Arguments.of("4,000 words", "я ".repeat(4_000)),
                Arguments.of("brackets in brackets", "(".repeat(8_000)),
                Arguments.of("digits", "9".repeat(8_000)),
                Arguments.of("thousands of numbers", "12 000 ".repeat(1_100)),
                Arguments.of("thousands of dates", "01.02.2026 ".repeat(700)),
                Arguments.of("thousands of names", "Анна Петрова ".repeat(600)),
                Arguments.of("a regular expression's nightmare", "a".repeat(5_000) + "!"),
                Arguments.of("an address without an end", "a@" + "b.".repeat(3_000)),
                Arguments.of("line breaks", "\r\n".repeat(3_000) + "x"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddTexts")
    void anyTextIsKeptAndAnsweredAndTheConversationGoesOn(String what, String text) {
        var visitor = visitors.arrives(RU);

        assertThat(visitor.says(text)).isNotBlank();

        assertThat(visitor.says("Здравствуйте")).isNotBlank();
        assertThat(received(visitor)).first().isEqualTo(text.replace("\u0000", ""));
        assertThat(NODE.database().sql().fetchCount(CONTACT)).isPositive();
    }

    private static List<String> received(ChatVisitor visitor) {
        return NODE.database()
                .sql()
                .select(MESSAGE.BODY)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(visitor.conversation()))
                .and(MESSAGE.DIRECTION.eq("in"))
                .orderBy(MESSAGE.ID)
                .fetch(MESSAGE.BODY);
    }

    @Test
    void halfALetterIsKeptAsAMark() {
        var visitor = visitors.arrives(RU);

        visitor.sendRaw("{\"type\": \"say\", \"id\": \"half\", \"text\": \"привет \\ud83d\"}");

        assertThat(visitor.reads()).contains("Добрый причал");
        assertThat(received(visitor)).containsExactly("привет \ufffd");
    }

    @Test
    void oddTextsInTheMiddleOfAFormLeaveItAlive() {
        var visitor = visitors.arrives(RU);
        visitor.says("хочу пожертвовать 1000 рублей завтра");

        List.of("🐈", "?!", "\u200b", "<script>alert('x')</script>", "9".repeat(300))
                .forEach(visitor::says);

        assertThat(visitor.says("Анна Скриптова")).contains("почта");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void nothingAtAllIsRefusedInASentence(String nothing) {
        var visitor = visitors.arrives(EN);

        visitor.send(say(visitor, nothing));

        assertThat(visitor.frame("error", frame -> true).getString("text")).isNotBlank();
        assertThat(visitor.says("Hello!")).isNotBlank();
    }

    @Test
    void aTextOverTheLimitIsRefusedWithItsLimit() {
        var visitor = visitors.arrives(RU);
        var frame = say(visitor, "я".repeat(8_001));

        visitor.send(frame);

        var refusal = visitor.frame("nack", nack -> frame.getString("id").equals(nack.getString("id")));
        assertThat(refusal.getString("reason")).isEqualTo("too-long");
        assertThat(refusal.getString("text")).isNotBlank();
        assertThat(visitor.says("Здравствуйте")).isNotBlank();
    }

    @Test
    void aHundredKilobytesEndTheConnectionAndNotTheSession() {
        var visitor = visitors.arrives(RU);
        visitor.says("Здравствуйте");

        visitor.send(say(visitor, "я".repeat(50_000)));

        await().atMost(PATIENCE).until(() -> visitor.socket().isClosed());
        assertThat(visitor.socket().closeStatusCode()).isEqualTo((short) 1009);
        assertThat(visitor.comesBack()).hasSize(2);
        assertThat(visitor.says("Здравствуйте")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "привет",
                "{",
                "[]",
                "null",
                "42",
                "\"say\"",
                "{}",
                "{\"type\": null}",
                "{\"type\": \"привет\"}",
                "{\"type\": [\"say\"]}",
                "{\"type\": \"say\"}",
                "{\"type\": \"say\", \"id\": \"a b\", \"text\": \"x\"}",
                "{\"type\": \"say\", \"id\": 1, \"text\": \"x\"}",
                "{\"type\": \"say\", \"id\": \"1\", \"text\": {}}",
                "{\"type\": \"press\", \"id\": \"1\", \"message\": -1, \"button\": 0}",
                "{\"type\": \"press\", \"id\": \"1\", \"message\": 1e99, \"button\": 0}",
                "{\"type\": \"press\", \"id\": \"1\", \"message\": 99999999999999999999, \"button\": 0}",
                "{\"type\": \"code\", \"id\": \"1\", \"code\": \"\"}",
                "{\"type\": \"hello\"}"
            })
    void aBrokenFrameIsAnsweredAndTheConnectionStays(String frame) {
        var visitor = visitors.arrives(EN);

        visitor.sendRaw(frame);

        assertThat(visitor.frame("error", error -> true).getString("code")).isEqualTo("bad-frame");
        assertThat(visitor.says("Hello!")).isNotBlank();
    }

    @Test
    void bracketsInBracketsAreABrokenFrame() {
        var visitor = visitors.arrives(EN);

        visitor.sendRaw("{\"type\": " + "[".repeat(60_000));

        assertThat(visitor.frame("error", error -> true).getString("code")).isEqualTo("bad-frame");
        assertThat(visitor.says("Hello!")).isNotBlank();
    }

    @Test
    void bytesAreABrokenFrame() {
        var visitor = visitors.arrives(EN);

        var _ = visitor.socket().writeBinaryMessage(Buffer.buffer(new byte[] {0, 1, 2, -1}));

        assertThat(visitor.frame("error", error -> true).getString("code")).isEqualTo("bad-frame");
    }

    @Test
    void whoSendsNothingButBrokenFramesIsShownOut() {
        var visitor = visitors.arrives(EN);

        IntStream.range(0, 30).forEach(i -> visitor.sendRaw("{" + i));

        await().atMost(PATIENCE).until(() -> visitor.socket().isClosed());
        assertThat(visitor.socket().closeStatusCode()).isEqualTo((short) 1008);
    }

    @Test
    void whoSpeaksBeforeTheHelloIsToldSo() {
        var stranger = visitors.connects();

        stranger.send(say(stranger, "Hello!"));

        assertThat(stranger.frame("error", error -> true).getString("code")).isEqualTo("hello-first");
    }

    @ParameterizedTest
    @CsvSource({"EN, 0, 0", "EN, -1, 0", "EN, 0, 7", "RU, 9223372036854775807, 2147483647"})
    void aButtonThatNobodyOfferedDoesNothing(Language language, long beside, int button) {
        var visitor = visitors.arrives(language);
        var other = visitors.arrives(language);
        visitor.says(language == EN ? "Hello!" : "Привет");
        other.says(language == EN ? "Hello!" : "Привет");
        long foreign = beside <= 0 ? other.lastReplyId() + beside : beside;

        visitor.send(new JsonObject()
                .put("type", "press")
                .put("id", visitor.nextId())
                .put("message", foreign)
                .put("button", button));

        assertThat(visitor.reads()).isNotBlank();
        assertThat(visitor.buttons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "' OR 1=1 --", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "токен"})
    void anInventedTokenOpensNothing(String token) {
        var stranger = visitors.connects();

        stranger.send(hello(token));

        assertThat(stranger.frame("error", error -> true).getString("code")).isEqualTo("session-ended");
        assertThat(stranger.frames("welcome")).isEmpty();
    }

    @Test
    void aTokenThatHasExpiredOpensNothing() {
        var visitor = visitors.arrives(RU);
        visitor.says("Здравствуйте");
        NODE.clock().advance(Duration.ofDays(181));
        var later = visitors.connects();

        later.send(hello(visitor.token()));

        assertThat(later.frame("error", error -> true).getString("code")).isEqualTo("session-ended");
        assertThat(later.frames("welcome")).isEmpty();
    }

    @Test
    void theSameMessageSentTwiceIsAnsweredOnce() {
        var visitor = visitors.arrives(RU);
        var frame = say(visitor, "хочу пожертвовать");

        visitor.send(frame);
        visitor.send(frame);

        visitor.reads();
        visitor.frame("ack", ack -> "duplicate".equals(ack.getString("result")));
        visitor.awaitHandled();
        assertThat(visitor.hasUnread()).isFalse();
    }

    /** Whoever floods is shown out; what the bot has kept until then is answered all the same. */
    @Test
    void aFloodIsCutOffAndWhatWasKeptIsAnswered() {
        var flooder = visitors.arrives(EN);
        flooder.says("Hello!");

        IntStream.range(0, 1_000).forEach(i -> flooder.send(say(flooder, "Hello!")));
        var answer = visitors.arrives(RU).says("Здравствуйте");

        assertThat(answer).contains("Добрый причал");
        await().atMost(PATIENCE).until(() -> flooder.socket().isClosed());
        assertThat(flooder.socket().closeStatusCode()).isEqualTo((short) 1008);
        flooder.awaitHandled();
        assertThat(received(flooder).size()).isLessThanOrEqualTo(40);
        await().atMost(PATIENCE)
                .until(() -> flooder.comesBack().stream()
                                .filter(frame -> frame.getString("type").equals("message"))
                                .count()
                        == received(flooder).size());
    }

    /** Where the operator lifts the limits, hundreds of messages are answered in order, and in between everybody else. */
    @Test
    void hundredsOfMessagesOfOneVisitorDoNotKeepAnotherWaiting() {
        try (var node = TestNode.startWith(Map.of(
                        "OTKLIK_CHANNELS_WEBCHAT_MESSAGES_PER_MINUTE", "100000",
                        "OTKLIK_CHANNELS_WEBCHAT_MESSAGE_BURST", "100000"));
                var flooder = ChatVisitor.arrives(node, EN);
                var other = ChatVisitor.arrives(node, RU)) {
            for (int sent = 0; sent < MANY; sent += AT_ONCE) {
                IntStream.range(0, AT_ONCE).forEach(i -> flooder.send(say(flooder, "Hello!")));
                int expected = sent + AT_ONCE;
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> flooder.frames("ack").size() == expected);
            }
            int answeredBefore = flooder.frames("message").size();
            assertThat(other.says("Здравствуйте")).contains("Добрый причал");
            assertThat(answeredBefore).isLessThan(MANY);

            await().atMost(Duration.ofSeconds(90))
                    .until(() -> flooder.frames("message").size() == MANY);
            assertThat(order(node, flooder)).isSorted().doesNotHaveDuplicates();
        }
    }

    /** The numbers of the messages that the replies answer, in the order in which the replies arrived. */
    private static List<Long> order(TestNode node, ChatVisitor visitor) {
        var answered = node.database()
                .sql()
                .select(MESSAGE.ID, MESSAGE.IN_REPLY_TO)
                .from(MESSAGE)
                .where(MESSAGE.IN_REPLY_TO.isNotNull())
                .fetchMap(MESSAGE.ID, MESSAGE.IN_REPLY_TO);
        return visitor.frames("message").stream()
                .map(reply -> answered.get(reply.getLong("id")))
                .toList();
    }

    private static JsonObject say(ChatVisitor visitor, String text) {
        return new JsonObject().put("type", "say").put("id", visitor.nextId()).put("text", text);
    }

    private static JsonObject hello(String token) {
        return new JsonObject().put("type", "hello").put("token", token);
    }
}
