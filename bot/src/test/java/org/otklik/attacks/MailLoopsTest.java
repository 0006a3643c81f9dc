package org.otklik.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.attacks.Wire.OFFICE;
import static org.otklik.check.RawMail.provenFrom;
import static org.otklik.check.RawMail.unprovenFrom;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.TASK;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.TestNode;
import org.otklik.check.RawMail;

/** Mails that would make the bot write without end, or to people who have not written, through real mail servers. */
class MailLoopsTest {
    private static final String HAROLD = "harold@mail.example";
    private static final String NOBODY = "";
    private static final String SISTER = "hello@sister.example";
    private static final String COUSIN = "hello@cousin.example";

    /** How many write in the flood, some thousands. A larger one is played by hand. */
    private static final int FLOOD = Integer.getInteger("otklik.test.flood", 1_000);

    private static final int WAVE = 1_000;

    private static Wire wire;
    private static TestNode sister;
    private static TestNode cousin;

    @BeforeAll
    static void start(@TempDir Path folder) {
        wire = Wire.withTheFund(folder);
        sister = wire.connectBehindTheGateway(SISTER);
        cousin = wire.connectBehindTheGateway(COUSIN);
    }

    @AfterAll
    static void stop() {
        wire.close();
    }

    /** Limits are those of an hour. */
    @BeforeEach
    void anHourLater() {
        wire.fund().clock().advance(Duration.ofMinutes(61));
    }

    @Test
    void noMachineIsAnswered() {
        var machines = Stream.of(
                        "Auto-Submitted: auto-replied",
                        "Auto-Submitted: auto-generated",
                        "Precedence: bulk",
                        "List-Id: <news.example>",
                        "List-Unsubscribe: <mailto:x@news.example>",
                        "X-Otklik: 12",
                        "X-Auto-Response-Suppress: All")
                .map(header -> header.split(": ", 2))
                .map(header -> provenFrom(HAROLD).with(header[0], header[1]).says("Which toys do you take?"))
                .toArray(RawMail[]::new);

        assertThat(wire.receive(machines)).isEmpty();
        assertThat(wire.stored(HAROLD)).hasSize(machines.length).containsOnly("handled");
    }

    @Test
    void whoWantsNoAnswerGetsNone() {
        assertThat(wire.receive(
                        NOBODY, OFFICE, unprovenFrom("quiet@mail.example").says("Which toys do you take?")))
                .isEmpty();
        assertThat(wire.receive(provenFrom(OFFICE).says("Which toys do you take?")))
                .isEmpty();
        assertThat(wire.receive(
                        provenFrom("office+0123456789abcdef@lipa.example").says("Which toys do you take?")))
                .isEmpty();
    }

    @Test
    void anAnswerSaysThatAMachineWroteIt() {
        assertThat(wire.receive(
                        provenFrom("ann@mail.example").id("a1@mail.example").says("Which toys do you take?")))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-replied");
                    assertThat(mail.header("X-Otklik")).isNotEmpty();
                });
    }

    @Test
    void ofTwoBotsTheOneThatIsToldKeepsSilent() {
        wire.receive(SISTER, OFFICE, unprovenFrom(SISTER).says("Which toys do you take?"));

        assertThat(lettersTo(wire.fund(), SISTER)).isEqualTo(1);
        assertThat(lettersTo(sister, OFFICE)).isZero();
    }

    @Test
    void twoBotsThatAreNotToldOfEachOtherTalkFiveTimes() {
        wire.receive(SISTER, COUSIN, unprovenFrom(SISTER).says("Which toys do you take?"));

        assertThat(lettersTo(cousin, SISTER)).isBetween(2, 5);
        assertThat(lettersTo(sister, COUSIN)).isBetween(2, 5);
    }

    private static int lettersTo(TestNode bot, String address) {
        return bot.database()
                .sql()
                .select(MESSAGE.ID)
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(MESSAGE.DIRECTION.eq("out"))
                .and(CONVERSATION.ADDRESS.eq(address))
                .fetch()
                .size();
    }

    @Test
    void aMachineThatDoesNotSaySoIsAnsweredFiveTimes() {
        var robot = "robot@other.example";
        var letters = IntStream.range(0, 12)
                .mapToObj(
                        i -> unprovenFrom(robot).id("r" + i + "@other.example").says("Which toys do you take? " + i))
                .toArray(RawMail[]::new);

        var sent = wire.receive(letters);

        assertThat(sent).hasSize(5).allMatch(mail -> mail.mailbox().equals(robot));
        assertThat(wire.stored(robot)).hasSize(12).containsOnly("handled");
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void whoIsProvenIsAnsweredHoweverOftenTheyWrite() {
        var letters = IntStream.range(0, 8)
                .mapToObj(i -> provenFrom("often@mail.example")
                        .id("h" + i + "@mail.example")
                        .says("I will give " + (i + 10) + " euros on Friday"))
                .toArray(RawMail[]::new);

        var sent = wire.receive(letters);

        assertThat(sent).hasSize(8);
    }

    @Test
    void inventedSendersAreNotAllAnsweredAndNoneReadsWhatWasWrittenInTheirName() {
        var answers = new ArrayList<Delivered>();
        for (int wave = 0; wave < FLOOD; wave += WAVE) {
            answers.addAll(wire.receive(IntStream.range(wave, wave + WAVE)
                    .mapToObj(MailLoopsTest::advertisement)
                    .toArray(RawMail[]::new)));
        }

        assertThat(answers).hasSizeBetween(1, 60);
        assertThat(answers.stream().filter(mail -> mail.mailbox().endsWith("@one.example")))
                .hasSizeBetween(1, 20);
        assertThat(answers).allSatisfy(mail -> assertThat(mail.everything()).doesNotContainIgnoringCase("pills"));
        assertThat(victims()).hasSize(FLOOD).containsOnly("handled");
        assertThat(told()).isEqualTo(1);
    }

    /** In the name of somebody else each time, of a few large domains and many small ones. */
    private static RawMail advertisement(int number) {
        var domain = number % 30 == 0 ? "other" + number : "one";
        return unprovenFrom("Cheap pills http://pills.test <victim" + number + "@" + domain + ".example>")
                .id("v" + number + "@attack.test")
                .about("Cheap pills at http://pills.test, best price for you")
                .says("Cheap pills at http://pills.test, best price for you. I want a human to call me.");
    }

    private static List<String> victims() {
        return wire.sql()
                .select(MESSAGE.STATUS)
                .from(MESSAGE)
                .where(MESSAGE.DIRECTION.eq("in"))
                .and(MESSAGE.EXTERNAL_ID.startsWith("v"))
                .fetch(MESSAGE.STATUS);
    }

    private static int told() {
        return wire.sql().fetchCount(TASK, TASK.TITLE.likeRegex("More letters|больше писем"));
    }
}
