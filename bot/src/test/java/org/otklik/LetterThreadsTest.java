package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.check.RawMail.provenFrom;
import static org.otklik.check.RawMail.unprovenFrom;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.GIFT;
import static org.otklik.schema.Tables.LETTER_THREAD;
import static org.otklik.schema.Tables.MESSAGE;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.Threading;
import org.otklik.check.Mailroom;

/** Letters of one person about several things at once. */
class LetterThreadsTest {
    private static final String HAROLD = "harold@mail.example";
    private static final String OLGA_IN_TELEGRAM = "601";

    private final Mailroom mail = new Mailroom(organization -> new Skills(organization, TestNode.models()).dialogue());

    @AfterEach
    void close() {
        mail.close();
    }

    private static Threading threading(OutboundMessage letter) {
        return letter.threading().orElseThrow();
    }

    private String token(OutboundMessage letter) {
        return "office+" + threading(letter).replyTo().orElseThrow() + "@lipa.example";
    }

    private List<Long> threads() {
        return mail.sql()
                .select(MESSAGE.THREAD_ID)
                .from(MESSAGE)
                .where(MESSAGE.DIRECTION.eq("in"))
                .orderBy(MESSAGE.ID)
                .fetch(MESSAGE.THREAD_ID);
    }

    private int gifts() {
        return mail.sql().fetchCount(GIFT, GIFT.STATUS.eq("pledged"));
    }

    @Test
    void anAnswerFindsItsQuestionByTheLetterThatItNames() {
        var asked = mail.receive(
                provenFrom(HAROLD).id("a1@mail.example").about("A gift").says("I will send money on Friday"));
        mail.receive(provenFrom(HAROLD).id("b1@mail.example").about("Toys").says("Which toys do you take?"));

        mail.receive(provenFrom(HAROLD)
                .id("a2@mail.example")
                .answers("a1@mail.example", Mailroom.messageId(asked.getFirst()))
                .about("Re: A gift")
                .says("250 euros"));

        assertThat(gifts()).isEqualTo(1);
        assertThat(threads().get(2))
                .isEqualTo(threads().get(0))
                .isNotEqualTo(threads().get(1));
    }

    @Test
    void anAnswerFindsItsQuestionByTheAddressThatItWentTo() {
        var asked = mail.receive(
                provenFrom(HAROLD).id("a1@mail.example").about("A gift").says("I will send money on Friday"));

        mail.receive(provenFrom(HAROLD)
                .id("a2@mail.example")
                .with("Delivered-To", token(asked.getFirst()))
                .about("sent from my telephone")
                .says("250 euros"));

        assertThat(gifts()).isEqualTo(1);
        assertThat(threads().get(1)).isEqualTo(threads().get(0));
    }

    @Test
    void theSubjectAloneMakesNoThread() {
        mail.receive(provenFrom(HAROLD).id("a1@mail.example").about("A gift").says("I will send money on Friday"));

        mail.receive(
                provenFrom(HAROLD).id("a2@mail.example").about("Re: A gift").says("250 euros"));

        assertThat(threads().get(1)).isNotEqualTo(threads().get(0));
    }

    @Test
    void lettersThatAnswerTheSameUnseenLetterAreOneThread() {
        mail.receive(provenFrom(HAROLD)
                .id("a2@mail.example")
                .answers("never-seen@lipa.example")
                .about("Re: A gift")
                .says("I will send money on Friday"));
        mail.receive(provenFrom(HAROLD)
                .id("a3@mail.example")
                .answers("never-seen@lipa.example")
                .about("Re: A gift")
                .says("250 euros"));

        assertThat(threads().get(1)).isEqualTo(threads().get(0));
        assertThat(gifts()).isEqualTo(1);
    }

    @Test
    void lettersThatNameEachOtherInACircleAreReadLikeOthers() {
        mail.receive(provenFrom(HAROLD)
                .id("x@mail.example")
                .answers("y@mail.example")
                .says("Which toys do you take?"));
        mail.receive(provenFrom(HAROLD)
                .id("y@mail.example")
                .answers("x@mail.example")
                .says("Thank you 🙂"));

        assertThat(threads().get(1)).isEqualTo(threads().get(0));
    }

    @Test
    void aLetterThatPassesOnAnotherJoinsNoThread() {
        var asked = mail.receive(provenFrom("olga@lipa.example")
                .id("a1@lipa.example")
                .about("Звонок")
                .says("найти Самойлову"));

        mail.receive(provenFrom("olga@lipa.example")
                .id("a2@lipa.example")
                .answers("a1@lipa.example", Mailroom.messageId(asked.getFirst()))
                .about("Fwd: Благодарность")
                .says("""
                        ---------- Forwarded message ---------
                        От: Лидия Самойлова <lidia@post.example>
                        Date: вт, 3 нояб. 2026 г. в 10:00
                        Subject: Благодарность
                        To: <olga@lipa.example>

                        Спасибо за праздник!
                        """));

        assertThat(threads().get(1)).isNotEqualTo(threads().get(0));
    }

    @Test
    void whatWasWrittenLastCanBeTakenBackByANewLetter() {
        mail.receive(provenFrom(HAROLD).id("a1@mail.example").about("A gift").says("I will send 250 euros on Friday"));
        assertThat(gifts()).isEqualTo(1);

        mail.receive(provenFrom(HAROLD).id("a2@mail.example").about("oh").says("undo"));

        assertThat(gifts()).isZero();
    }

    @Test
    void whatNothingProvesDoesNotJoinWhatIsProven() {
        var asked = mail.receive(
                provenFrom(HAROLD).id("a1@mail.example").about("A gift").says("I will send money on Friday"));

        mail.receive(unprovenFrom(HAROLD)
                .id("a2@mail.example")
                .answers(Mailroom.messageId(asked.getFirst()))
                .with("Delivered-To", token(asked.getFirst()))
                .says("250000 euros"));

        assertThat(gifts()).isZero();
        assertThat(threads().get(1)).isNotEqualTo(threads().get(0));
    }

    @Test
    void aPersonAnswersInTheThreadThatAskedForOneAndTheBotInTheOthers() {
        var called = mail.receive(provenFrom(HAROLD)
                .id("a1@mail.example")
                .about("My will")
                .says("I would like to talk to a human being, please"));
        var toys = mail.receive(
                provenFrom(HAROLD).id("b1@mail.example").about("Toys").says("Which toys do you take?"));
        var notice = called.stream()
                .filter(message -> message.to().value().equals(OLGA_IN_TELEGRAM))
                .findFirst()
                .orElseThrow();

        mail.press(notice, 0);
        var passed = mail.chat("S1", "Good afternoon, what is it about? ✉️");
        var answered = mail.receive(provenFrom(HAROLD)
                .id("a2@mail.example")
                .answers("a1@mail.example", Mailroom.messageId(passed.getFirst()))
                .says("A house in the country"));

        assertThat(toys).anySatisfy(letter -> assertThat(letter.text()).contains("board games"));
        assertThat(threading(passed.getFirst()).inReplyTo()).contains("a1@mail.example");
        assertThat(threading(passed.getFirst()).subject()).isEqualTo("Re: My will");
        assertThat(answered)
                .singleElement()
                .satisfies(message -> assertThat(message.to().value()).isEqualTo(OLGA_IN_TELEGRAM));
        assertThat(mail.sql()
                        .fetchSingle(CONVERSATION, CONVERSATION.ADDRESS.eq(HAROLD))
                        .getOwner())
                .isEqualTo("staff");
        assertThat(mail.sql().fetchCount(LETTER_THREAD, LETTER_THREAD.OWNER.eq("staff")))
                .isEqualTo(1);
    }

    @Test
    void whoTakesAConversationByLetterAnswersItFromThatThread() {
        var called = mail.receive(provenFrom(HAROLD)
                .id("a1@mail.example")
                .about("My will")
                .says("I would like to talk to a human being, please"));
        var notice = called.stream()
                .filter(message -> message.to().value().equals("ilya@lipa.example"))
                .findFirst();
        assertThat(notice).isEmpty();

        var listed = mail.receive(provenFrom("ilya@lipa.example")
                .id("i1@lipa.example")
                .about("cases")
                .says("take the next case"));
        var passed = mail.receive(provenFrom("ilya@lipa.example")
                .id("i2@lipa.example")
                .answers("i1@lipa.example", Mailroom.messageId(listed.getFirst()))
                .says("Good afternoon, Harold"));
        var answered = mail.receive(provenFrom(HAROLD)
                .id("a2@mail.example")
                .answers("a1@mail.example", Mailroom.messageId(passed.getFirst()))
                .says("A house in the country"));

        assertThat(passed).singleElement().satisfies(letter -> {
            assertThat(letter.to().value()).isEqualTo(HAROLD);
            assertThat(letter.text()).isEqualTo("Good afternoon, Harold");
        });
        assertThat(answered).singleElement().satisfies(letter -> {
            assertThat(letter.to().value()).isEqualTo("ilya@lipa.example");
            assertThat(threading(letter).references()).contains("i2@lipa.example");
        });
    }
}
