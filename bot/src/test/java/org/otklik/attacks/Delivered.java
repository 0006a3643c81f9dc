package org.otklik.attacks;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** A mail in somebody's mailbox, read as a mail program does. */
record Delivered(String mailbox, MimeMessage mail) {
    private static final Session SESSION = Session.getInstance(new Properties());

    /** @param file in the folder of new mails of a mailbox */
    static Delivered read(Path file) {
        var mailbox = file.getName(file.getNameCount() - 3);
        try (var stream = Files.newInputStream(file)) {
            return new Delivered(mailbox.toString(), new MimeMessage(SESSION, stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    String header(String name) {
        try {
            return String.join("\n", Objects.requireNonNullElse(mail.getHeader(name), new String[0]));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    String subject() {
        try {
            return String.valueOf(mail.getSubject());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    String messageId() {
        return header("Message-ID").replaceAll("[<>]", "");
    }

    String text() {
        return content("text/plain").findFirst().orElse("");
    }

    /** All that can be read in it. */
    String everything() {
        return subject() + "\n" + String.join("\n", content("text/*").toList());
    }

    Stream<String> content(String mediaType) {
        return parts(mail).stream().filter(part -> is(part, mediaType)).map(Delivered::decoded);
    }

    @Override
    public String toString() {
        return mailbox + ": " + everything();
    }

    private static List<Part> parts(Part part) {
        try {
            if (part.getContent() instanceof Multipart several) {
                var parts = new ArrayList<Part>();
                for (int i = 0; i < several.getCount(); i++) {
                    parts.addAll(parts(several.getBodyPart(i)));
                }
                return parts;
            }
            return List.of(part);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean is(Part part, String mediaType) {
        try {
            return part.isMimeType(mediaType);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String decoded(Part part) {
        try (var stream = part.getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
