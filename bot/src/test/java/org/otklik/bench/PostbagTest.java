package org.otklik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.Letter;
import org.otklik.channels.Letter.Authentication;
import org.otklik.config.SettingsReader;
import org.otklik.host.Channels;

class PostbagTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int MAILS = 400;
    private static final List<String> KNOWN = List.of("vera@known.example", "boris@known.example");

    private final Postbag postbag = new Postbag(1, KNOWN, NOW);

    @TempDir
    private Path folder;

    /** As the product reads them. */
    private List<InboundMessage> read() {
        var settings = Map.of(
                "OTKLIK_CHANNELS_EMAIL_ADDRESS", BenchLetter.ORGANIZATION,
                "OTKLIK_CHANNELS_EMAIL_AUTHSERV_ID", BenchLetter.SERVER);
        var configuration = new SettingsReader(settings, folder, Channels.settings()).read();
        var reader = Channels.reader(configuration, "email").orElseThrow();
        return IntStream.range(0, MAILS)
                .mapToObj(number -> reader.read(Buffer.buffer(postbag.mail(number)), NOW))
                .toList();
    }

    private static long count(List<InboundMessage> mails, Predicate<Letter> which) {
        return mails.stream()
                .flatMap(mail -> mail.letter().stream())
                .filter(which)
                .count();
    }

    @Test
    void aMailHasAboutTwentyKilobytes() {
        var sizes = IntStream.range(0, MAILS)
                .map(number -> postbag.mail(number).length)
                .summaryStatistics();

        assertThat(sizes.getAverage()).isBetween(19_000.0, 21_000.0);
        assertThat(sizes.getMin()).isGreaterThan(15_000);
        assertThat(sizes.getMax()).isLessThan(25_000);
    }

    @Test
    void theSameSeedMakesTheSameMails() {
        assertThat(new Postbag(1, KNOWN, NOW).mail(7)).isEqualTo(postbag.mail(7));
        assertThat(new Postbag(2, KNOWN, NOW).mail(7)).isNotEqualTo(postbag.mail(7));
    }

    @Test
    void thereAreLettersOfMachinesBetweenThoseOfPeople() {
        var mails = read();

        assertThat(count(mails, letter -> letter.automatic().isPresent())).isBetween(20L, 80L);
        assertThat(count(mails, letter -> letter.bounce().isPresent())).isBetween(4L, 30L);
        assertThat(count(mails, letter -> letter.authentication() == Authentication.PASSED))
                .isBetween(300L, 380L);
        assertThat(mails.stream().filter(mail -> !mail.attachments().isEmpty())).hasSizeBetween(50, 120);
        assertThat(mails.stream().filter(mail -> KNOWN.contains(mail.from().value())))
                .hasSize(MAILS / 5);
    }

    @Test
    void whatAPersonSaysStandsAboveAQuotation() {
        var people = read().stream()
                .filter(mail -> mail.letter().orElseThrow().automatic().isEmpty())
                .toList();

        assertThat(people).allSatisfy(mail -> {
            assertThat(mail.text()).hasSizeLessThan(400);
            assertThat(mail.letter().orElseThrow().quote()).isNotBlank();
        });
        // A good-bye alone is taken for the end of a letter.
        assertThat(people).filteredOn(mail -> mail.text().isBlank()).hasSizeLessThan(MAILS / 50);
        assertThat(people).anySatisfy(mail -> assertThat(mail.text()).isEqualTo("Привет"));
        assertThat(people).anySatisfy(mail -> assertThat(mail.text()).isEqualTo("Hello!"));
    }

    @Test
    void theLettersOfOneWriterAnswerEachOther() {
        assertThat(new String(postbag.mail(2_001), StandardCharsets.ISO_8859_1))
                .contains("In-Reply-To: <letter-1@mail.example>", "From: ", "<writer1@mail1.example>");
        assertThat(new String(postbag.mail(6_001), StandardCharsets.ISO_8859_1)).doesNotContain("In-Reply-To");
    }
}
