package org.otklik.channels.email;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.channels.Attachment;
import org.otklik.channels.FileName;
import org.otklik.channels.FileType;
import org.otklik.channels.email.mime.Part;
import org.otklik.channels.email.reply.ReadableHtml;
import org.otklik.channels.email.reply.Reply;
import org.otklik.channels.email.reply.ReplyExtractor;

/** What of a mail's parts is its text, and what comes with it. */
final class MailText {
    /** In UTF-16 units; longer ones are cut, since no person writes them. */
    private static final int LONGEST = 500_000;

    private final List<Part> texts = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Part> mails = new ArrayList<>();
    private Optional<Part> calendar = Optional.empty();
    private @Nullable String whole;

    private MailText() {}

    static MailText of(Part mail) {
        var text = new MailText();
        text.collect(mail);
        return text;
    }

    private void collect(Part part) {
        if (part.isMultipart()) {
            if (part.type().is("multipart/alternative")) {
                alternative(part);
            } else {
                part.parts().forEach(this::collect);
            }
            return;
        }
        if (part.type().is("text/calendar")) {
            calendar = calendar.or(() -> Optional.of(part));
            attach(part, "invitation.ics");
        } else if (part.isMail()) {
            mails.add(part.parts().getFirst());
            attach(part, "message.eml");
        } else if (isText(part) && (!part.isAttachment() && (part.name().isEmpty() || texts.isEmpty()))) {
            texts.add(part);
        } else if (part.bytes().length > 0 || part.name().isPresent()) {
            attach(part, "");
        }
    }

    /** The same in several forms: the plain text if it says anything, else the marked-up one; what is no text comes along. */
    private void alternative(Part part) {
        var inner = part.parts().stream().map(MailText::of).toList();
        var chosen = inner.stream()
                .filter(form -> !form.texts.isEmpty() && form.isPlain() && form.says())
                .findFirst()
                .or(() -> inner.reversed().stream().filter(MailText::says).findFirst());
        chosen.ifPresent(form -> texts.addAll(form.texts));
        inner.forEach(form -> {
            attachments.addAll(form.attachments);
            mails.addAll(form.mails);
            calendar = calendar.or(() -> form.calendar);
        });
    }

    private boolean says() {
        return texts.stream().anyMatch(part -> !part.text().isBlank());
    }

    private boolean isPlain() {
        return texts.stream().allMatch(part -> part.type().is("text/plain"));
    }

    /** A multipart without parts is text that calls itself so. */
    private static boolean isText(Part part) {
        return part.type().is("text/plain")
                || part.type().is("text/html")
                || part.type().is("text/enriched")
                || part.type().name().equals("text/")
                || part.type().is("multipart/");
    }

    private void attach(Part part, String usual) {
        var content = part.bytes();
        attachments.add(new Attachment(
                FileName.clean(part.name().orElse(usual)),
                FileType.of(content, part.type().name()),
                Buffer.buffer(content)));
    }

    /** All text, as its reader sees it. */
    String whole() {
        if (whole == null) {
            whole = joined();
        }
        return whole;
    }

    private String joined() {
        var joined = new StringBuilder();
        for (var part : texts) {
            var text = part.type().is("text/html")
                    ? ReadableHtml.text(shortened(part))
                    : shortened(part).strip();
            if (!text.isBlank() && joined.length() + text.length() <= LONGEST) {
                joined.append(joined.isEmpty() ? "" : "\n").append(text);
            }
        }
        return joined.toString();
    }

    /** The new text and the rest. */
    Reply reply() {
        if (texts.size() == 1 && texts.getFirst().type().is("text/html")) {
            return ReplyExtractor.fromHtml(shortened(texts.getFirst()));
        }
        return ReplyExtractor.fromText(whole());
    }

    private static String shortened(Part part) {
        var text = part.text();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    /** The mails that are attached whole. */
    List<Part> mails() {
        return List.copyOf(mails);
    }

    Optional<Part> calendar() {
        return calendar;
    }
}
