package org.otklik.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.channels.Address;
import org.otklik.channels.Letter;

class MailReaderTest {
    private static final String RUSSIAN = "Здравствуйте! Хочу помочь приюту деньгами и вещами, ещё могу приехать.";

    @Test
    void aMailBecomesAMessageInTheConversationWithItsSender() {
        var message = TestMail.mail()
                .with("Message-ID: <1@donor.example>")
                .saying("Хочу помочь 🙂")
                .read();

        assertThat(message.from()).isEqualTo(new Address("email", "bot@dom.example", "anna@donor.example"));
        assertThat(message.text()).isEqualTo("Хочу помочь 🙂");
        assertThat(message.letter().orElseThrow().subject()).isEqualTo("Помощь");
        assertThat(message.letter().orElseThrow().sender()).isEqualTo(new Letter.Sender("Анна", "Anna@donor.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, windows-1251",
        "koi8-r, KOI8-R",
        "KOI8-U, KOI8-U",
        "cp866, IBM866",
        "ISO-8859-5, ISO-8859-5",
        "x-mac-cyrillic, x-MacCyrillic",
        "utf-8, UTF-8",
        "utf-16, UTF-16"
    })
    void declaredCharsetsAreRead(String declared, String charset) {
        var encoded = Base64.getMimeEncoder().encodeToString(RUSSIAN.getBytes(Charset.forName(charset)));
        var message = TestMail.mail()
                .with("Content-Type: text/plain; charset=" + declared)
                .with("Content-Transfer-Encoding: base64")
                .saying(encoded)
                .read();

        assertThat(message.text()).isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "UTF-8"})
    void anUndeclaredCharsetIsToldByItsLetters(String charset) {
        var message = TestMail.mail().in(charset).saying(RUSSIAN).read();

        assertThat(message.text()).isEqualTo(RUSSIAN);
        assertThat(message.letter().orElseThrow().subject()).isEqualTo("Помощь");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, KOI8-R",
        "koi8-r, windows-1251",
        "iso-8859-1, windows-1251",
        "utf-8, windows-1251",
        "no-such, KOI8-R"
    })
    void aWrongDeclarationIsSeenThrough(String declared, String charset) {
        var message = TestMail.mail()
                .with("Content-Type: text/plain; charset=" + declared)
                .with("Content-Transfer-Encoding: 8bit")
                .in(charset)
                .saying(RUSSIAN)
                .read();

        assertThat(message.text()).isEqualTo(RUSSIAN);
    }

    @Test
    void westernLettersAreNotTakenForRussianOnes() {
        var french = "Bonjour, j'aimerais aider les enfants à l'école, où êtes-vous située exactement ?";

        assertThat(TestMail.mail()
                        .without("From")
                        .without("Subject")
                        .in("ISO-8859-1")
                        .saying(french)
                        .read()
                        .text())
                .isEqualTo(french);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-8?B?0J/QvtC80L7RidGM?=",
                "=?UTF-8?Q?=D0=9F=D0=BE=D0=BC=D0=BE=D1=89=D1=8C?=",
                "=?koi8-r?B?8M/Nz93Y?=",
                "=?windows-1251?Q?=CF=EE=EC=EE=F9=FC?=",
                "=?utf-8?B?0J/QvtC80L7RiQ==?= =?utf-8?B?0Yw=?=",
                "=?utf-8?B?0J/QvtC80L7R?=\n =?utf-8?B?idGM?=",
                "=?utf-8?B?0J/QvtC80L7RidGM",
                "=?utf-8*ru?B?0J/QvtC80L7RidGM?="
            })
    void encodedSubjectsAreReadEvenWhenBroken(String subject) {
        assertThat(TestMail.empty().with("Subject: " + subject).letter().subject())
                .isEqualTo("Помощь");
    }

    @Test
    void markedUpTextAloneIsReadAsText() {
        var message = TestMail.mail()
                .with("Content-Type: text/html; charset=utf-8")
                .saying("<style>p{color:red}</style><p>Хочу <b>помочь</b>&nbsp;вам</p><script>alert(1)</script>")
                .read();

        assertThat(message.text()).isEqualTo("Хочу помочь вам");
    }

    @Test
    void linesThatWereBrokenForTheWayAreJoined() {
        var message = TestMail.mail()
                .with("Content-Type: text/plain; charset=utf-8; format=flowed")
                .saying("Хочу помочь \nприюту \nв среду.\nИ в пятницу.")
                .read();

        assertThat(message.text()).isEqualTo("Хочу помочь приюту в среду.\nИ в пятницу.");
    }

    @Test
    void ofTwoFormsThePlainOneIsTakenAndFilesComeAlong() {
        var message = TestMail.mail()
                .with("Content-Type: multipart/mixed; boundary=outer")
                .saying("""
                        --outer
                        Content-Type: multipart/alternative; boundary=inner

                        --inner
                        Content-Type: text/plain; charset=utf-8

                        Вот отчёт
                        --inner
                        Content-Type: text/html; charset=utf-8

                        <p>Вот <i>отчёт</i>
                        --inner--
                        --outer
                        Content-Type: application/pdf
                        Content-Disposition: attachment; filename*0*=utf-8''%D0%9E%D1%82; filename*1*=%D1%87%D1%91%D1%82.pdf
                        Content-Transfer-Encoding: base64

                        JVBERg==
                        --outer
                        Content-Type: application/ms-tnef; name=winmail.dat
                        Content-Transfer-Encoding: base64

                        eJ8+
                        --outer--
                        """)
                .read();

        assertThat(message.text()).isEqualTo("Вот отчёт");
        assertThat(message.attachments()).extracting("name").containsExactly("Отчёт.pdf", "winmail.dat");
        assertThat(message.attachments().getFirst().content().toString()).isEqualTo("%PDF");
    }

    @Test
    void anInvitationComesAsAFileAndAsAHint() {
        var message = TestMail.mail()
                .with("Content-Type: text/calendar; charset=utf-8; method=REQUEST")
                .saying("""
                        BEGIN:VCALENDAR
                        BEGIN:VEVENT
                        DTSTART;TZID=Europe/Moscow:20260520T180000
                        SUMMARY:Встреча волонтёров\\, зал 2
                        LOCATION:Офис
                        END:VEVENT
                        END:VCALENDAR
                        """)
                .read();

        assertThat(message.attachments()).extracting("name").containsExactly("invitation.ics");
        assertThat(message.letter().orElseThrow().invitation())
                .contains(new Letter.Invitation(
                        "Встреча волонтёров, зал 2", Optional.of(Instant.parse("2026-05-20T15:00:00Z")), "Офис"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPLY", "CANCEL", "COUNTER"})
    void theAnswerToAnInvitationIsNone(String method) {
        var message = TestMail.mail()
                .with("Content-Type: text/calendar; charset=utf-8")
                .saying("""
                        BEGIN:VCALENDAR
                        METHOD:%s
                        BEGIN:VEVENT
                        DTSTART:20260520T150000Z
                        SUMMARY:Встреча
                        END:VEVENT
                        END:VCALENDAR
                        """.formatted(method))
                .read();

        assertThat(message.attachments()).hasSize(1);
        assertThat(message.letter().orElseThrow().invitation()).isEmpty();
    }

    @Test
    void theSameIdWithAnotherTextIsAnotherMessage() {
        var first = TestMail.mail().with("Message-ID: <1@x>").saying("Даю 500").read();
        var again = TestMail.mail().with("Message-ID: <1@x>").saying("Даю 500").read();
        var other = TestMail.mail().with("Message-ID: <1@x>").saying("Даю 5000").read();

        assertThat(again.externalId()).isEqualTo(first.externalId());
        assertThat(other.externalId()).isNotEqualTo(first.externalId());
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 18 May 2026 12:00:00 +0300', 2026-05-18T09:00:00Z",
        "'Mon, 18 May 2026 09:40:00 GMT', 2026-05-18T09:40:00Z",
        "'Thu, 1 Jan 1970 00:00:00 +0000', 2026-05-18T09:30:00Z",
        "'Fri, 31 Dec 9999 23:59:59 +0000', 2026-05-18T09:30:00Z",
        "'вчера', 2026-05-18T09:30:00Z"
    })
    void theDateIsBelievedWhenItIsNearTheReceipt(String date, Instant expected) {
        assertThat(TestMail.mail().with("Date: " + date).read().sentAt()).isEqualTo(expected);
    }

    @Test
    void theMailsThatItAnswersAreKnownOldestFirst() {
        var letter = TestMail.mail()
                .with("References: <1@x> <2@x>\n <3@x>")
                .with("In-Reply-To: <3@x>")
                .letter();

        assertThat(letter.references()).containsExactly("1@x", "2@x", "3@x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd | passwd",
                "C:\\Windows\\evil.exe | evil.exe",
                "отчёт\u202Efdp.exe | отчётfdp.exe",
                "...hidden | hidden"
            })
    void namesOfFilesAreHarmless(String given, String shown) {
        var message = TestMail.mail()
                .with("Content-Type: application/octet-stream")
                .with("Content-Disposition: attachment; filename=\"" + given.replace("\\", "\\\\") + "\"")
                .read();

        assertThat(message.attachments()).extracting("name").containsExactly(shown);
    }

    @Test
    void aDecodedSubjectIsOneLine() {
        // "x\r\nBcc: thief@attack.example"
        var subject = TestMail.empty()
                .with("Subject: =?utf-8?Q?x=0D=0ABcc:_thief@attack.example?=")
                .letter()
                .subject();

        assertThat(subject).isEqualTo("x Bcc: thief@attack.example");
    }
}
