package org.otklik.channels.email.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.channels.email.outgoing.TestLetter.letter;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.i18n.Language;

class LetterHtmlTest {
    private static String body(String text) {
        return Jsoup.parse(letter().saying(text).html()).body().html().replaceAll("\\s*\n\\s*", "");
    }

    @Test
    void paragraphsAndLinesStayWhatTheyAre() {
        assertThat(body("Раз\nдва\n\n\nтри")).isEqualTo("<p dir=\"auto\">Раз<br>два</p><p dir=\"auto\">три</p>");
    }

    @Test
    void choicesAreANumberedList() {
        assertThat(body("Что сделать?\n1. Отменить\n2. Оставить <всё>\n\nОтветьте номером."))
                .isEqualTo("<p dir=\"auto\">Что сделать?</p><ol><li dir=\"auto\">Отменить</li>"
                        + "<li dir=\"auto\">Оставить &lt;всё&gt;</li></ol><p dir=\"auto\">Ответьте номером.</p>");
    }

    @Test
    void pointsAreAList() {
        assertThat(body("• раз\n• два")).isEqualTo("<ul><li dir=\"auto\">раз</li><li dir=\"auto\">два</li></ul>");
        assertThat(body("3) раз\n4) два")).startsWith("<ol start=\"3\">");
    }

    @Test
    void aFigureAtTheBeginningMakesNoList() {
        assertThat(body("2026. Год отчёта.\nИтоги ниже.")).startsWith("<p");
        assertThat(body("12. мая\n5. июня")).startsWith("<p");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Вот: https://fund.example/a?b=1&c=2. | https://fund.example/a?b=1&c=2",
                "(https://fund.example/wiki_(x)) | https://fund.example/wiki_(x)",
                "«https://fund.example/где» | https://fund.example/где",
                "Пишите anna.b@fund.example! | mailto:anna.b@fund.example",
                "HTTPS://FUND.EXAMPLE/x | HTTPS://FUND.EXAMPLE/x"
            })
    void addressesAreLinks(String text, String target) {
        var links = Jsoup.parse(letter().saying(text).html()).select("a");

        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.attr("href")).isEqualTo(target);
            assertThat(link.text()).isEqualTo(target.replace("mailto:", ""));
        });
        assertThat(Jsoup.parse(letter().saying(text).html()).body().text()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "https://a.example/\"onmouseover=\"alert(1)",
                "https://a.example/'onmouseover='alert(1)",
                "javascript:alert(1)//https://a.example",
                "1. <svg onload=alert(1)>\n2. <b>",
                "&lt;script&gt;",
                "</title></body><iframe src=//attack.example>"
            })
    void whatIsWrittenIsTextAndNothingElse(String text) {
        var page = Jsoup.parse(
                letter().saying(text).placed(threading -> threading.about(text)).html());

        assertThat(page.select("script, img, svg, iframe, b")).isEmpty();
        assertThat(page.getAllElements())
                .allMatch(element -> element.attributes().asList().stream()
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        assertThat(page.select("a[href]")).allMatch(link -> link.attr("href").startsWith("https://a.example"));
        assertThat(page.body().wholeText())
                .contains(text.lines().toList().getFirst().replaceFirst("^1\\. ", ""));
    }

    @Test
    void theLanguageIsSaid() {
        assertThat(letter().in(Language.EN).saying("Hi").html()).contains("<html lang=\"en\" dir=\"ltr\">");
        assertThat(letter().html()).contains("<html lang=\"ru\" dir=\"ltr\">").doesNotContain("http");
    }
}
