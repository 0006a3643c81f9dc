package org.otklik.channels.email.outgoing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.otklik.channels.Address;
import org.otklik.channels.Attachment;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.channels.Table;
import org.otklik.channels.Threading;
import org.otklik.channels.email.connection.Credential;
import org.otklik.channels.email.connection.MailServer;
import org.otklik.channels.email.connection.Security;
import org.otklik.channels.email.mime.MimeParser;
import org.otklik.channels.email.mime.Part;
import org.otklik.i18n.Language;

/** A letter from the fund at bot@fund.example to anna@donor.example, written, and read again as anybody would. */
final class TestLetter {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-18T09:30:00Z"), ZoneOffset.UTC);

    private String to = "anna@donor.example";
    private String name = "Фонд «Причал»";
    private String text = "Спасибо! 🙂";
    private Language language = Language.RU;
    private Author author = Author.BOT;
    private Optional<Threading> threading = Optional.of(new Threading("Помощь", Optional.empty(), List.of()));
    private final List<Attachment> files = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    static TestLetter letter() {
        return new TestLetter();
    }

    TestLetter to(String address) {
        to = address;
        return this;
    }

    TestLetter from(String senderName) {
        name = senderName;
        return this;
    }

    TestLetter saying(String words) {
        text = words;
        return this;
    }

    TestLetter in(Language spoken) {
        language = spoken;
        return this;
    }

    TestLetter by(Author writer) {
        author = writer;
        return this;
    }

    TestLetter placed(UnaryOperator<Threading> place) {
        threading = threading.map(place);
        return this;
    }

    TestLetter answering(String messageId, String... references) {
        threading = Optional.of(new Threading("Re: Помощь", Optional.of(messageId), List.of(references)));
        return this;
    }

    TestLetter with(Attachment file) {
        files.add(file);
        return this;
    }

    TestLetter with(Table table) {
        tables.add(table);
        return this;
    }

    OutboundMessage message() {
        return message(7);
    }

    OutboundMessage message(long id) {
        return new OutboundMessage(
                id,
                new Address("email", "bot@fund.example", to),
                text,
                List.of(),
                language,
                author,
                files,
                threading,
                tables);
    }

    static OutgoingSettings settings(int port) {
        return settings(port, Security.NONE, "", new Credential.None());
    }

    static OutgoingSettings settings(int port, Security security, String user, Credential credential) {
        var server = new MailServer("channels.email.smtp", "localhost", port, security, user, credential);
        return new OutgoingSettings(server, "bot@fund.example", language -> "Фонд «Причал»", 600);
    }

    /** As it goes over the line. */
    String source() {
        var sender = Recipient.of("bot@fund.example").orElseThrow();
        var own = settings(25);
        var settings = new OutgoingSettings(own.server(), own.address(), spoken -> name, own.ratePerMinute());
        var bytes = new ByteArrayOutputStream();
        try {
            new MimeWriter(settings, sender, CLOCK)
                    .write(message(), Recipient.of(to).orElseThrow(), Session.getInstance(new Properties()))
                    .writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    Part read() {
        return parsed(source());
    }

    static Part parsed(String source) {
        return MimeParser.parse(source.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The first part of a type, at any depth. */
    static Part find(Part part, String type) {
        return all(part, type).getFirst();
    }

    static List<Part> all(Part part, String type) {
        var found = new ArrayList<Part>();
        if (part.type().is(type)) {
            found.add(part);
        }
        part.parts().forEach(inner -> found.addAll(all(inner, type)));
        return found;
    }

    String plain() {
        return find(read(), "text/plain").text();
    }

    String html() {
        return find(read(), "text/html").text();
    }
}
