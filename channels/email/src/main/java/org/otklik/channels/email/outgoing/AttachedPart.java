package org.otklik.channels.email.outgoing;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.otklik.channels.Attachment;

/** A file as a part of a mail, under its name in any letters (RFC 2231). */
final class AttachedPart {
    private static final Pattern TYPE = Pattern.compile("[a-z]{2,20}/[a-z0-9][a-z0-9!#$&^_.+-]{0,90}");
    private static final Pattern CONTENT_ID = Pattern.compile("[A-Za-z0-9.-]{1,60}");
    private static final String ANYTHING = "application/octet-stream";
    private static final int LONGEST_NAME = 120;

    private AttachedPart() {}

    /** Whether it can be shown within the text. */
    static boolean isInline(Attachment file) {
        return file.inline()
                .filter(inline -> CONTENT_ID.matcher(inline.contentId()).matches()
                        && type(file).startsWith("image/"))
                .isPresent();
    }

    static MimeBodyPart beside(Attachment file) throws MessagingException {
        return part(file, Part.ATTACHMENT);
    }

    /** @param contentId by which the HTML names it */
    static MimeBodyPart within(Attachment file, String contentId) throws MessagingException {
        var part = part(file, Part.INLINE);
        part.setContentID("<" + contentId + ">");
        return part;
    }

    private static MimeBodyPart part(Attachment file, String disposition) throws MessagingException {
        var name = Words.line(file.name().replaceAll("[/\\\\]", "_"), LONGEST_NAME);
        var type = new ContentType(type(file));
        if (type.getPrimaryType().equals("text")) {
            type.setParameter("charset", StandardCharsets.UTF_8.name());
        }
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(file.content().getBytes(), type.toString())));
        var disposed = new ContentDisposition(disposition, new ParameterList());
        if (!name.isEmpty()) {
            disposed.getParameterList().set("filename", name, StandardCharsets.UTF_8.name());
        }
        part.setHeader("Content-Disposition", disposed.toString());
        part.setHeader("Content-Type", type.toString());
        // As it is, to the byte: otherwise the line ends of texts would be changed.
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** A mail or a multipart must not be coded (RFC 2046 §5); as a file it may. */
    private static String type(Attachment file) {
        var declared = file.mediaType().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return TYPE.matcher(declared).matches() && !declared.matches("(?:message|multipart)/.*") ? declared : ANYTHING;
    }
}
