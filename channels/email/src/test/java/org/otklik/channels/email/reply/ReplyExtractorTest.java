package org.otklik.channels.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file for each way in which mail programs and people arrange a reply: the mail, a line, the new text. */
class ReplyExtractorTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/otklik/channels/email/reply");

    static List<Path> cases() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNewTextIsFound(Path file) {
        var parts = read(file).split("=== new text ===\n", 2);

        assertThat(reply(file, parts[0]).text()).isEqualTo(parts[1].strip());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingOfTheQuotationIsInTheNewText(Path file) {
        var mail = read(file).split("=== new text ===\n", 2)[0];
        var reply = reply(file, mail);

        assertThat(reply.quote()
                        .lines()
                        .filter(line -> line.length() > 20 && reply.text().contains(line)))
                .isEmpty();
    }

    @Test
    void whatIsQuotedIsKeptAsContext() {
        var reply = ReplyExtractor.fromText("Да, приду.\n\n18.05.2026 9:12, Фонд «Дом» пишет:\n> Придёте в среду?\n");

        assertThat(reply.text()).isEqualTo("Да, приду.");
        assertThat(reply.quote()).contains("Фонд «Дом» пишет:").contains("> Придёте в среду?");
    }

    private static Reply reply(Path file, String mail) {
        return file.toString().endsWith(".html") ? ReplyExtractor.fromHtml(mail) : ReplyExtractor.fromText(mail);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
