package org.otklik.channels.email.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.channels.email.outgoing.TestLetter.letter;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.channels.Attachment;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.channels.Table;
import org.otklik.channels.Threading;
import org.otklik.i18n.Language;

class MimeWriterTest {
    @Test
    void whatIsWrittenIsReadTheSame() {
        var mail = letter().saying("Спасибо, Анна! 🐾\n\nДо встречи.").read();

        assertThat(mail.headers().text("subject")).isEqualTo("Помощь");
        assertThat(mail.headers().text("from")).isEqualTo("Фонд «Причал» <bot@fund.example>");
        assertThat(mail.headers().raw("to")).contains("anna@donor.example");
        assertThat(mail.headers().raw("content-language")).contains("ru");
        assertThat(mail.headers().raw("date").orElseThrow()).startsWith("Mon, 18 May 2026");
        assertThat(TestLetter.find(mail, "text/plain").text().strip()).isEqualTo("Спасибо, Анна! 🐾\n\nДо встречи.");
    }

    @Test
    void theNameOfALetterIsTheSameEachTimeAndAnotherForAnother() {
        var once = letter().read().headers().raw("message-id");
        var again = letter().read().headers().raw("message-id");
        var other = letter().saying("Другое").read().headers().raw("message-id");

        assertThat(once).isEqualTo(again).isNotEqualTo(other);
        assertThat(once.orElseThrow()).matches("<otklik\\.7\\.[0-9a-f]{16}@fund\\.example>");
    }

    @Test
    void anAnswerNamesWhatItAnswersAndItsThread() {
        var headers = letter().answering("b@x.example", "a@x.example", "b@x.example")
                .read()
                .headers();

        assertThat(headers.raw("in-reply-to")).contains("<b@x.example>");
        assertThat(headers.raw("references").orElseThrow().split("\\s+"))
                .containsExactly("<a@x.example>", "<b@x.example>");
        assertThat(headers.raw("auto-submitted")).contains("auto-replied");
        assertThat(headers.raw("x-otklik")).contains("7");
    }

    @Test
    void ofALongThreadTheFirstLetterAndTheLastOnesAreNamed() {
        var all = IntStream.range(0, 300).mapToObj(i -> "id" + i + "@x.example").toArray(String[]::new);

        var source = letter().answering("id299@x.example", all).source();

        assertThat(TestLetter.parsed(source)
                        .headers()
                        .raw("references")
                        .orElseThrow()
                        .split("\\s+"))
                .hasSize(20)
                .startsWith("<id0@x.example>", "<id281@x.example>")
                .endsWith("<id299@x.example>");
        assertThat(source.lines()).allMatch(line -> line.length() <= 998);
    }

    @Test
    void aLetterThatBeginsAThreadIsGeneratedAndWhatAPersonWritesIsNotAutomatic() {
        assertThat(letter().read().headers().raw("auto-submitted")).contains("auto-generated");
        assertThat(letter().by(Author.STAFF).read().headers().has("auto-submitted"))
                .isFalse();
    }

    @Test
    void answersGoToTheAddressOfTheThread() {
        var headers = letter().placed(threading -> threading.answeredTo("k3Jf-9_x"))
                .read()
                .headers();

        assertThat(headers.text("reply-to")).isEqualTo("Фонд «Причал» <bot+k3Jf-9_x@fund.example>");
    }

    @Test
    void aMailingSaysHowToEndIt() {
        var page = URI.create("https://bot.fund.example/unsubscribe/abc");
        var headers =
                letter().placed(threading -> threading.endedBy(page)).read().headers();

        assertThat(headers.raw("list-unsubscribe").orElseThrow().split(",\\s+"))
                .containsExactly("<" + page + ">", "<mailto:bot@fund.example?subject=unsubscribe>");
        assertThat(headers.raw("list-unsubscribe-post")).contains("List-Unsubscribe=One-Click");
    }

    @Test
    void withoutHttpsThereIsNoOneClick() {
        var page = URI.create("http://localhost:8080/unsubscribe/abc");
        var headers = letter().placed(threading -> threading.answeredTo("tok").endedBy(page))
                .read()
                .headers();

        assertThat(headers.raw("list-unsubscribe")).contains("<mailto:bot%2Btok@fund.example?subject=unsubscribe>");
        assertThat(headers.has("list-unsubscribe-post")).isFalse();
    }

    @Test
    void onlyAMailingHasSuchHeaders() {
        assertThat(letter().read().headers().hasPrefix("list-")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi\r\nBcc: thief@attack.example",
                "Hi\nBcc: thief@attack.example",
                "Hi\rBcc: thief@attack.example",
                "Hi\r\n\r\nBcc: thief@attack.example",
                "Привет\r\nBcc: thief@attack.example",
                "Hi\u2028Bcc: thief@attack.example",
                "Hi\u0085Bcc: thief@attack.example",
                "Hi\u0000\r\n Bcc: thief@attack.example"
            })
    void noWordsMakeAHeader(String words) {
        var source = letter().from(words)
                .placed(_ -> new Threading(
                        words,
                        Optional.of(words),
                        List.of(words, "x>\r\nBcc: <a@b.example"),
                        Optional.of(words),
                        Optional.empty()))
                .with(new Attachment(words, "text/csv\r\nBcc: thief@attack.example", Buffer.buffer("x")))
                .with(new Attachment(
                        "a.png", "image/png", Buffer.buffer("x"), Optional.of(new Attachment.Inline(words, words))))
                .source();

        assertThat(headerNames(source)).doesNotContain("bcc");
        assertThat(TestLetter.all(TestLetter.parsed(source), ""))
                .noneMatch(part -> part.headers().has("bcc"));
        assertThat(TestLetter.parsed(source).headers().has("reply-to")).isFalse();
        assertThat(TestLetter.parsed(source).headers().has("in-reply-to")).isFalse();
    }

    private static List<String> headerNames(String source) {
        return Arrays.stream(source.split("\r\n\r\n", 2)[0].split("\r\n(?![ \t])"))
                .map(line -> line.replaceFirst(":[\\s\\S]*", "").toLowerCase(Locale.ROOT))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n.\nb",
                "a\r\n.\r\nMAIL FROM:<x@attack.example>",
                "a\r.\r\nb",
                "a\n.\r\nQUIT",
                ".",
                "\u0000.\r"
            })
    void everyLineEndsAsALineDoes(String text) {
        var source = letter().in(Language.EN).saying(text).source();

        assertThat(source.replace("\r\n", "")).doesNotContain("\r", "\n", "\0");
    }

    @Test
    void aSubjectOrNameMayBeLongAndInAnyLetters() {
        var subject = "Очень длинная тема письма 🐾 ".repeat(30);

        var source = letter().from("Благотворительный фонд помощи животным «Причал» имени всех дворняг 🐕")
                .placed(threading -> threading.about(subject))
                .source();

        var headers = TestLetter.parsed(source).headers();
        assertThat(headers.text("subject"))
                .hasSizeBetween(190, 220)
                .startsWith("Очень длинная")
                .endsWith("…");
        assertThat(headers.text("from"))
                .startsWith("Благотворительный фонд помощи животным «Причал» имени всех дворняг 🐕");
        assertThat(source.lines()).allMatch(line -> line.length() <= 200);
    }

    @Test
    void aLetterWithoutASubjectIsAboutTheOrganisation() {
        assertThat(letter().placed(threading -> threading.about(" \u200e\n"))
                        .read()
                        .headers()
                        .text("subject"))
                .isEqualTo("Фонд «Причал»");
    }

    @Test
    void filesKeepTheirNamesAndBytes() {
        var name =
                "Справка о пожертвованиях за 2025 год, Щербакова Анна 🐾 и ещё много слов, чтобы имя стало длинным.csv";
        var content = "\uFEFFимя;сумма\nАнна;5000\n";

        var mail = letter().with(new Attachment(name, "text/csv; charset=windows-1251", Buffer.buffer(content)))
                .read();

        assertThat(mail.type().is("multipart/mixed")).isTrue();
        var file = mail.parts().getLast();
        assertThat(file.isAttachment()).isTrue();
        assertThat(file.name()).contains(name);
        assertThat(file.type().name()).isEqualTo("text/csv");
        assertThat(file.type().parameter("charset")).contains("UTF-8");
        assertThat(Buffer.buffer(file.bytes()).toString()).isEqualTo(content);
    }

    @Test
    void aMailAsAFileAndAnUnknownTypeAreBytes() {
        var mail = letter().with(new Attachment("a.eml", "message/rfc822", Buffer.buffer("Subject: x\r\n\r\n")))
                .with(new Attachment("../../b", "what is this", Buffer.buffer("x")))
                .read();

        assertThat(mail.parts().stream().skip(1))
                .allMatch(file -> file.type().name().equals("application/octet-stream"));
        assertThat(mail.parts().getLast().name()).contains(".._.._b");
    }

    @Test
    void aPictureStandsInTheTextAndIsDescribedWhereItIsNotSeen() {
        var chart = new Attachment(
                "chart.png",
                "image/png",
                Buffer.buffer(new byte[] {(byte) 0x89, 'P', 'N', 'G'}),
                Optional.of(new Attachment.Inline("chart1", "Пожертвования по месяцам: \"рост\"")));

        var mail = letter().with(chart).read();

        assertThat(mail.type().is("multipart/alternative")).isTrue();
        var picture = TestLetter.find(mail, "image/png");
        var id = picture.headers().raw("content-id").orElseThrow().replaceAll("[<>]", "");
        assertThat(TestLetter.find(mail, "text/html").text())
                .contains("<img src=\"cid:" + id + "\" alt=\"Пожертвования по месяцам: &quot;рост&quot;\"");
        assertThat(TestLetter.find(mail, "text/plain").text()).endsWith("[Пожертвования по месяцам: \"рост\"]\n");
        assertThat(picture.bytes()).hasSize(4);
    }

    @Test
    void aTableStandsWhereItsPlainFormStood() {
        var table = new Table(
                "Доноры",
                List.of("Имя", "Сумма"),
                List.of(List.of("Анна <b>", "5 000"), List.of("Борис", "700")),
                Set.of(1));

        var letter =
                letter().saying("Вот они:\n\n" + table.plain() + "\n\nЭто все.").with(table);

        assertThat(letter.plain().strip()).isEqualTo("""
                Вот они:

                Доноры
                Имя       Сумма
                --------  -----
                Анна <b>  5 000
                Борис       700

                Это все.""");
        assertThat(letter.html())
                .containsSubsequence(
                        "Вот они:", "<table", "Доноры", "<th scope=\"col\"", "Анна &lt;b&gt;", "</table>", "Это все.")
                .containsPattern("text-align:end\">5 000</td>")
                .doesNotContain("-----");
    }

    @Test
    void aTableThatTheTextDoesNotHaveStandsBelow() {
        var table = new Table("", List.of("a"), List.of(List.of("1")), Set.of(0));

        var letter = letter().saying("Итого").with(table);

        assertThat(letter.plain().strip()).isEqualTo("Итого\n\na\n-\n1");
        assertThat(letter.html()).containsSubsequence("Итого", "<table");
    }
}
