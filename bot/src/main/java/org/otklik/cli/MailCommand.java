package org.otklik.cli;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.Letter;
import org.otklik.channels.Letter.Authentication;
import org.otklik.host.Channels;
import org.otklik.nlp.LanguageGuesser;
import org.otklik.nlp.NluModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Mails as the bot reads them. */
@Command(name = "mail", description = "Show what the bot reads in a mail.")
public final class MailCommand {
    private static final String CHANNEL = "email";
    private static final int SOMETHING_MISSING = 3;

    /** In bytes; mail servers take less, and it has to fit into memory several times. */
    private static final long LARGEST = 100L * 1024 * 1024;

    /** A file of a mail, without its content. */
    private record File(String name, String type, int size) {}

    /** A mail that was read, as {@code --json} prints it. */
    private record Line(
            String file,
            String from,
            String fromName,
            String subject,
            Optional<Instant> date,
            Optional<String> language,
            String text,
            String newText,
            String quote,
            List<File> attachments,
            boolean automatic,
            Optional<String> reason,
            boolean bounce,
            Optional<String> recipient,
            Optional<String> status,
            boolean authenticated,
            String authentication,
            Optional<Letter.Forwarded> forwarded,
            Optional<Letter.Invitation> invitation) {}

    /** A file that could not be read. */
    private record Unreadable(String file, String error) {}

    @Command(
            name = "read",
            description = {
                "Read mails from files and print what the bot would take from each: the sender, the new text without",
                "quotations and signatures, whether a machine wrote it, what was not delivered. No server is asked, so that",
                "of signatures only what the own mail server wrote about them counts."
            })
    int read(
            @Mixin Installation installation,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "A mail as it was delivered (.eml).")
                    List<Path> files) {
        var reader = Channels.reader(installation.configuration(), CHANNEL).orElseThrow();
        var languages = NluModels.load().languages();
        var now = Installation.clock().instant();
        int status = 0;
        for (var file : files) {
            try {
                var message = reader.read(Buffer.buffer(content(file)), now);
                var letter = message.letter().orElseThrow();
                installation.print(line(file, message, letter, languages), sentences(file, message, letter));
            } catch (IOException e) {
                installation.print(
                        new Unreadable(file.toString(), "cannot be read: " + e), file + ": cannot be read: " + e);
                status = SOMETHING_MISSING;
            }
        }
        return status;
    }

    private static byte[] content(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than any mail");
        }
        return Files.readAllBytes(file);
    }

    private static Line line(Path file, InboundMessage message, Letter letter, LanguageGuesser languages) {
        return new Line(
                file.toString(),
                letter.sender().address(),
                letter.sender().name(),
                letter.subject(),
                letter.date(),
                languages
                        .guess(message.text().isBlank() ? letter.subject() : message.text())
                        .map(Locale::getLanguage),
                letter.whole(),
                message.text(),
                letter.quote(),
                message.attachments().stream()
                        .map(sent -> new File(
                                sent.name(), sent.mediaType(), sent.content().length()))
                        .toList(),
                letter.automatic().isPresent(),
                letter.automatic().map(MailCommand::word),
                letter.bounce().isPresent(),
                letter.bounce().map(Letter.Bounce::recipient).filter(recipient -> !recipient.isEmpty()),
                letter.bounce().flatMap(Letter.Bounce::status),
                letter.authentication() == Authentication.PASSED,
                word(letter.authentication()),
                letter.forwarded(),
                letter.invitation());
    }

    private static String sentences(Path file, InboundMessage message, Letter letter) {
        var machine = letter.automatic().map(kind -> " [" + word(kind) + "]").orElse("");
        return file + ": " + letter.sender().address() + machine + ": " + letter.subject() + "\n" + message.text()
                + "\n";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
