package org.otklik.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.channels.Letter.Forwarded;

class ForwardsTest {
    private static final Forwarded PETR = new Forwarded(
            Optional.of("petr@donor.example"),
            "Пётр Иванов",
            Optional.of(Instant.parse("2026-05-12T14:30:00Z")),
            "Книги",
            "Готов отдать 20 книг.");

    @Test
    void aForwardInGmailIsRecognised() {
        var letter = TestMail.mail().saying("""
                        Посмотри, пожалуйста

                        ---------- Forwarded message ---------
                        От: Пётр Иванов <petr@donor.example>
                        Date: вт, 12 мая 2026 г. в 14:30
                        Subject: Книги
                        To: <anna@donor.example>


                        Готов отдать 20 книг.
                        """).read();

        assertThat(letter.text()).isEqualTo("Посмотри, пожалуйста");
        assertThat(letter.letter().orElseThrow().forwarded()).contains(PETR);
    }

    @Test
    void aDateWithoutAZoneIsInTheZoneOfWhoPassesTheLetterOn() {
        var letter = TestMail.mail()
                .without("Date")
                .with("Date: Wed, 13 May 2026 09:00:00 +0300")
                .saying("""
                        ---------- Пересланное сообщение ---------
                        От: Пётр Иванов <petr@donor.example>
                        Дата: вт, 12 мая 2026 г. в 17:30
                        Тема: Книги
                        Кому: <anna@donor.example>

                        Готов отдать 20 книг.
                        """)
                .letter();

        assertThat(letter.forwarded()).contains(PETR);
    }

    @Test
    void aZoneOfOneFigureIsRead() {
        var letter = TestMail.mail().saying("""
                        Begin forwarded message:

                        > From: Пётр Иванов <petr@donor.example>
                        > Subject: Книги
                        > Date: 12 May 2026 at 17:30:00 GMT+3
                        > To: Anna <anna@donor.example>
                        >\s
                        > Готов отдать 20 книг.
                        """).letter();

        assertThat(letter.forwarded()).contains(PETR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Пересл.: Книги", "FW: Книги", "WG: Книги", "TR: Книги", "Fwd: Книги", "Книги"})
    void aForwardInOutlookIsRecognisedByItsSubjectAndByAnsweringNothing(String subject) {
        var letter = TestMail.mail()
                .without("Subject")
                .with("Subject: " + subject)
                .saying("""
                        От: Пётр Иванов <petr@donor.example>
                        Отправлено: вторник, 12 мая 2026 г. 14:30
                        Кому: Анна
                        Тема: Книги

                        Готов отдать 20 книг.
                        """)
                .letter();

        assertThat(letter.forwarded()).contains(PETR);
    }

    @Test
    void anAppleForwardIsRecognised() {
        var letter = TestMail.mail().saying("""
                        Начало переадресованного сообщения:

                        > От: Пётр Иванов <petr@donor.example>
                        > Тема: Книги
                        > Дата: 12 мая 2026 г., 14:30:00 GMT+00:00
                        > Кому: Анна <anna@donor.example>
                        >\s
                        > Готов отдать 20 книг.
                        """).letter();

        assertThat(letter.forwarded()).contains(PETR);
    }

    @Test
    void anAttachedMailIsAForward() {
        var letter = TestMail.mail()
                .with("Content-Type: multipart/mixed; boundary=b")
                .saying("""
                        --b
                        Content-Type: text/plain; charset=utf-8

                        Смотри
                        --b
                        Content-Type: message/rfc822

                        From: Пётр Иванов <petr@donor.example>
                        Date: Tue, 12 May 2026 14:30:00 +0000
                        Subject: Книги
                        Content-Type: text/plain; charset=utf-8

                        Готов отдать 20 книг.
                        --b--
                        """)
                .letter();

        assertThat(letter.forwarded()).contains(PETR);
    }

    @Test
    void aReplyWithTheHeaderOfItsMailIsNoForward() {
        var letter = TestMail.mail()
                .without("Subject")
                .with("Subject: RE: Книги")
                .with("In-Reply-To: <1@dom.example>")
                .saying("""
                        Да.

                        От: Дом <bot@dom.example>
                        Отправлено: вторник, 12 мая 2026 г. 14:30
                        Кому: Анна
                        Тема: Книги

                        Привезёте?
                        """)
                .letter();

        assertThat(letter.forwarded()).isEmpty();
    }
}
