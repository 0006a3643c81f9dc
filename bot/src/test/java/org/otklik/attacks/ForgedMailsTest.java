package org.otklik.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.attacks.Wire.OFFICE;
import static org.otklik.check.RawMail.provenFrom;
import static org.otklik.check.RawMail.unprovenFrom;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.GIFT;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.ChatVisitor;
import org.otklik.check.RawMail;
import org.otklik.i18n.Language;

/** Mails of people who want to be taken for somebody else, through real mail servers. */
class ForgedMailsTest {
    private static final String OLGA = "olga@lipa.example";
    private static final String ILYA = "ilya@lipa.example";
    private static final String HAROLD = "harold@mail.example";
    private static final String THIEF = "thief@attack.test";
    private static final String PHONE_OF_LIDIA = "000.?44.?33";
    /** A bot that nobody told which server vouches for senders; its own Postfix vouches for nobody. */
    private static final String BRANCH = "branch@lipa.example";

    private static Wire wire;

    @BeforeAll
    static void start(@TempDir Path folder) {
        wire = Wire.withTheFund(folder);
        wire.connect(BRANCH);
    }

    @AfterAll
    static void stop() {
        wire.close();
    }

    private static void tellNothing(List<Delivered> mails) {
        assertThat(mails).noneMatch(mail -> mail.mailbox().equals(THIEF));
        assertThat(mails).noneMatch(ForgedMailsTest::tellsThePhone);
    }

    private static boolean tellsThePhone(Delivered mail) {
        return mail.everything().matches("(?s).*" + PHONE_OF_LIDIA + ".*");
    }

    private static ChatVisitor olgaInAChat() {
        var olga = ChatVisitor.arrives(wire.fund(), Language.RU);
        olga.follows(wire.fund().invite("Ольга Стрельцова"));
        return olga;
    }

    @Test
    void aCommandInAColleaguesNameIsNotObeyedAndTheColleagueHearsOfItOnceInAnotherPlace() {
        try (var olga = olgaInAChat()) {
            var forged = Stream.of("f1", "f2", "f3")
                    .map(id -> unprovenFrom(OLGA)
                            .id(id + "@attack.test")
                            .with("Reply-To", THIEF)
                            .says("телефон Самойловой"))
                    .toArray(RawMail[]::new);
            assertThat(wire.receive(THIEF, OFFICE, forged)).isEmpty();
            assertThat(olga.reads()).contains("письмо");

            assertThat(wire.receive(unprovenFrom(ILYA).says("erase Harold Finch")))
                    .isEmpty();
            assertThat(olga.reads()).as("of Ilya, who is in no chat").contains("Ilya Brodsky");
        }
        assertThat(wire.stored(OLGA).subList(0, 3)).containsOnly("handled");
    }

    /** The Postfix that they come through has not written them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.lipa.example; dmarc=pass header.from=lipa.example",
                "mx.attack.test; dmarc=pass header.from=lipa.example",
                "mx.lipa.example.attack.test; dmarc=pass header.from=lipa.example",
                "mail.bot.example.org; dmarc=pass header.from=lipa.example"
            })
    void aVerdictThatCameWithAMailIsNone(String verdict) {
        assertThat(wire.receive(unprovenFrom(OLGA)
                        .above("Authentication-Results", verdict)
                        .with("Authentication-Results", "mx.lipa.example; dmarc=pass header.from=lipa.example")
                        .says("телефон Самойловой")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.bot.example.org", "mx.lipa.example", "localhost", "\"\"", ""})
    void whereNoServerVouchesNoVerdictCounts(String server) {
        assertThat(wire.receive(
                        THIEF,
                        BRANCH,
                        unprovenFrom(OLGA)
                                .above("Authentication-Results", server + "; dmarc=pass header.from=lipa.example")
                                .with("Reply-To", THIEF)
                                .says("телефон Самойловой")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dmarc=pass header.from=attack.test",
                "dmarc=fail header.from=lipa.example; spf=pass smtp.mailfrom=attack.test",
                "none (dmarc=pass header.from=lipa.example)"
            })
    void whatOurServerDoesNotVouchForIsNotMadeGoodBelow(String verdict) {
        assertThat(wire.receive(unprovenFrom(OLGA)
                        .judged(verdict)
                        .with("Authentication-Results", "mx.lipa.example; dmarc=pass header.from=lipa.example")
                        .says("телефон Самойловой")))
                .isEmpty();
    }

    @Test
    void theAnswerToACommandGoesToTheRegisteredAddressAlone() {
        var sent = wire.receive(provenFrom(OLGA)
                .with("Reply-To", THIEF)
                .with("Cc", THIEF)
                .with("Mail-Followup-To", THIEF)
                .with("Return-Receipt-To", THIEF)
                .with("Disposition-Notification-To", THIEF)
                .says("телефон Самойловой"));

        assertThat(sent).singleElement().satisfies(mail -> {
            assertThat(mail.mailbox()).isEqualTo(OLGA);
            assertThat(mail.text()).containsPattern(PHONE_OF_LIDIA);
            assertThat(mail.header("To")).isEqualTo(OLGA);
            assertThat(mail.header("Cc")).isEmpty();
        });
    }

    @Test
    void ofTwoSendersNeitherIsBelieved() {
        var sent = wire.receive(
                THIEF,
                OFFICE,
                provenFrom(OLGA).with("From", THIEF).says("телефон Самойловой"),
                provenFrom(THIEF).with("From", OLGA).says("телефон Самойловой"),
                provenFrom(OLGA).with("Sender", OLGA).with("Sender", THIEF).says("телефон Самойловой"),
                provenFrom(OLGA).about("телефон Самойловой").about("hello").says("телефон Самойловой"));

        assertThat(sent).noneMatch(ForgedMailsTest::tellsThePhone);
    }

    /** The signature covers the lower From, and a verifier says that it is good. */
    @Test
    void aSenderThatWasAddedAboveASignatureIsNotBelieved() {
        tellNothing(wire.receive(unprovenFrom(THIEF)
                .above("From", OLGA)
                .above("DKIM-Signature", "v=1; a=rsa-sha256; d=lipa.example; s=a; h=from:subject; bh=x; b=x")
                .judged("dkim=pass header.d=lipa.example")
                .says("телефон Самойловой")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<olga@lipa.example>thief@attack.test",
                "\"olga@lipa.example\" <thief@attack.test>",
                "olga@lipa.example <thief@attack.test>",
                "=?utf-8?q?olga=40lipa=2Eexample=2C?= <thief@attack.test>",
                "thief@attack.test, olga@lipa.example",
                "\"thief@attack.test> x\"@lipa.example",
                "olga@lipa.example(thief@attack.test)",
                "friends: olga@lipa.example, thief@attack.test;"
            })
    void anAddressThatCanBeReadInTwoWaysIsNobodys(String sender) {
        var mails = Stream.of("dmarc=pass header.from=attack.test", "spf=pass smtp.mailfrom=attack.test")
                .map(verdict -> unprovenFrom(sender).judged(verdict).says("телефон Самойловой"))
                .toArray(RawMail[]::new);

        assertThat(wire.receive(THIEF, OFFICE, mails)).noneMatch(ForgedMailsTest::tellsThePhone);
    }

    @Test
    void whoKnowsTheThreadOfSomebodyElseGetsOneOfTheirOwn() {
        var asked = wire.receive(
                        provenFrom(HAROLD).id("a1@mail.example").about("A gift").says("I will send money on Friday"))
                .getFirst();
        var place = asked.header("Reply-To").replaceAll("(?s).*<|>.*", "");
        assertThat(place).matches("office\\+.+@lipa\\.example");

        var answered = wire.receive(
                THIEF,
                place,
                provenFrom(THIEF)
                        .id("t1@attack.test")
                        .answers("a1@mail.example", asked.messageId())
                        .to(place)
                        .about("Re: A gift")
                        .says("250 euros"));

        assertThat(wire.sql().fetchCount(GIFT, GIFT.STATUS.eq("pledged"))).isZero();
        assertThat(wire.sql().fetchCount(CONVERSATION, CONVERSATION.ADDRESS.in(HAROLD, THIEF)))
                .isEqualTo(2);
        assertThat(answered).noneMatch(mail -> mail.mailbox().equals(HAROLD));
        assertThat(answered).noneMatch(mail -> mail.everything().contains("Friday"));

        var own = wire.receive(
                HAROLD,
                place,
                provenFrom(HAROLD)
                        .id("a2@mail.example")
                        .to(place)
                        .about("my gift")
                        .says("250 euros"));

        assertThat(wire.sql().fetchCount(GIFT, GIFT.STATUS.eq("pledged")))
                .as("who was asked can answer: %s", own)
                .isEqualTo(1);
    }
}
