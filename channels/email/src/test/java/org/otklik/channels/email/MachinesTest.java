package org.otklik.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.channels.Letter.Automatic;
import org.otklik.channels.Letter.Bounce;

class MachinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied | AUTO_REPLY",
                "Auto-Submitted: auto-generated; x=y | AUTO_REPLY",
                "Precedence: auto_reply | AUTO_REPLY",
                "X-Auto-Response-Suppress: All | AUTO_REPLY",
                "Return-Path: <> | AUTO_REPLY",
                "List-Id: <news.example> | LIST",
                "Precedence: bulk | LIST",
                "X-Otklik: 1 | OWN",
                "Content-Type: multipart/report; report-type=disposition-notification; boundary=b | AUTO_REPLY"
            })
    void headersGiveMachinesAway(String header, Automatic kind) {
        assertThat(TestMail.mail().with(header).letter().automatic()).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "Автоответ: Re: Помощь, AUTO_REPLY",
        "Automatic reply: help, AUTO_REPLY",
        "Подтвердите отправку письма, CHALLENGE",
        "Please confirm your message, CHALLENGE"
    })
    void subjectsGiveThemAwayWhereHeadersDoNot(String subject, Automatic kind) {
        var letter =
                TestMail.mail().without("Subject").with("Subject: " + subject).letter();

        assertThat(letter.automatic()).contains(kind);
    }

    @Test
    void ownMailsComeBackUnderEveryOwnAddress() {
        var letter = TestMail.empty().with("From: Дом <INFO@dom.example>").letter();

        assertThat(letter.automatic()).contains(Automatic.OWN);
    }

    @Test
    void aPersonIsNoMachine() {
        var letter = TestMail.mail()
                .with("Auto-Submitted: no")
                .with("Return-Path: <anna@donor.example>")
                .letter();

        assertThat(letter.automatic()).isEmpty();
    }

    @Test
    void aReportSaysWhoWasNotReached() {
        var letter = TestMail.empty()
                .with("From: MAILER-DAEMON@mx.example")
                .with("Subject: Undelivered Mail Returned to Sender")
                .with("Content-Type: multipart/report; report-type=delivery-status; boundary=b")
                .saying("""
                        --b
                        Content-Type: text/plain

                        Sorry.
                        --b
                        Content-Type: message/delivery-status

                        Reporting-MTA: dns; mx.example

                        Final-Recipient: rfc822; Petr@Donor.example
                        Action: failed
                        Status: 5.1.1
                        --b--
                        """)
                .letter();

        assertThat(letter.automatic()).contains(Automatic.BOUNCE);
        assertThat(letter.bounce().map(Bounce::recipient)).contains("petr@donor.example");
        assertThat(letter.bounce().flatMap(Bounce::status)).contains("5.1.1");
        assertThat(letter.forwarded()).isEmpty();
    }

    @Test
    void aReceiptThatALetterWasReadIsNoAnswer() {
        var letter = TestMail.mail()
                .with("Content-Type: multipart/report; report-type=disposition-notification; boundary=b")
                .saying("""
                        --b
                        Content-Type: text/plain

                        Прочитано 📬
                        --b
                        Content-Type: message/disposition-notification

                        Disposition: manual-action/MDN-sent-manually; displayed
                        --b--
                        """)
                .letter();

        assertThat(letter.automatic()).contains(Automatic.RECEIPT);
    }

    @Test
    void aReportOfSuccessIsNoBounce() {
        var letter = TestMail.empty()
                .with("From: MAILER-DAEMON@mx.example")
                .with("Content-Type: multipart/report; report-type=delivery-status; boundary=b")
                .saying("""
                        --b
                        Content-Type: message/delivery-status

                        Reporting-MTA: dns; mx.example

                        Final-Recipient: rfc822; petr@donor.example
                        Action: delivered
                        Status: 2.0.0
                        --b--
                        """)
                .letter();

        assertThat(letter.bounce()).isEmpty();
        assertThat(letter.automatic()).contains(Automatic.AUTO_REPLY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failure notice | <petr@donor.example>:\\nRemote host said: 550 5.7.1 refused | 5.7.1",
                "Недоставленное сообщение | Не удалось доставить письмо:\\npetr@donor.example\\nнет такого пользователя | 5.1.1",
                "Mail delivery failed | could not be delivered to petr@donor.example: mailbox is full | 5.2.2"
            })
    void reportsInWordsAreUnderstoodToo(String subject, String text, String status) {
        var letter = TestMail.empty()
                .with("From: Mail Delivery System <mailer-daemon@mx.example>")
                .with("To: bot@dom.example")
                .with("Subject: " + subject)
                .saying(text.replace("\\n", "\n"))
                .letter();

        assertThat(letter.bounce().map(Bounce::recipient)).contains("petr@donor.example");
        assertThat(letter.bounce().flatMap(Bounce::status)).contains(status);
    }

    @Test
    void somebodyWhoComplainsAboutLostMailIsAPerson() {
        var letter = TestMail.mail()
                .saying("Моё письмо не было доставлено, пришла ошибка 550. Что делать?")
                .letter();

        assertThat(letter.automatic()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "This is a permanent error. The address failed:\\nanna@donor.example\\n  retry timeout exceeded | 5.0.0",
                "could not be delivered\\nanna@donor.example: Domain does not exist | 5.1.2",
                "Delivery to anna@donor.example has been delayed. It will be retried. | 4.0.0",
                "Не удалось доставить письмо.\\nanna@donor.example: ящик переполнен | 5.2.2",
                "The original message was received at 10:00\\nanna@donor.example [User unknown], could not be delivered | 5.1.1"
            })
    void whatAReportSaysInWordsIsACodeToo(String report, String status) {
        var letter = TestMail.empty()
                .with("From: Mail Delivery System <MAILER-DAEMON@mx.example>")
                .with("Subject: Undelivered mail: Письмо не доставлено")
                .saying(report.replace("\\n", "\n"))
                .letter();

        assertThat(letter.bounce()).contains(new Bounce("anna@donor.example", Optional.of(status)));
    }
}
