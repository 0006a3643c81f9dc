package org.otklik.channels.email.outgoing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.channels.Attachment;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.channels.Table;
import org.otklik.channels.Threading;

/** Writes a message as a mail: its text plain and as HTML, the files with it, and where it belongs. */
final class MimeWriter {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_NAME = 100;
    private static final String TOKEN = "[A-Za-z0-9_-]{1,40}";

    private final OutgoingSettings settings;
    private final Recipient sender;
    private final Clock clock;

    /** @param sender the address in the settings */
    MimeWriter(OutgoingSettings settings, Recipient sender, Clock clock) {
        this.settings = settings;
        this.sender = sender;
        this.clock = clock;
    }

    /** A mail under a name that it keeps when it is saved. */
    private static final class NamedMail extends MimeMessage {
        private final String id;

        NamedMail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }

    /** The Message-ID under which a message goes, each time that it goes. */
    String id(OutboundMessage message) {
        return MessageId.of(message, sender.domain());
    }

    MimeMessage write(OutboundMessage message, Recipient to, Session session) throws MessagingException {
        var id = id(message);
        var mail = new NamedMail(session, id);
        var name = Words.line(settings.name().apply(message.language()), LONGEST_NAME);
        var subject = subject(message, name);
        mail.setFrom(address(sender.address(), name));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to.address()));
        mail.setSubject(subject, UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Content-Language", message.language().code());
        mail.setHeader("X-Otklik", String.valueOf(message.id()));
        sayWhoWrote(mail, message);
        if (message.threading().isPresent()) {
            place(mail, message.threading().get(), name);
        }
        mail.setContent(body(message, subject, id));
        mail.saveChanges();
        return mail;
    }

    private static String subject(OutboundMessage message, String name) {
        return message.threading()
                .map(threading -> Words.line(threading.subject(), LONGEST_SUBJECT))
                .filter(subject -> !subject.isBlank())
                .orElse(name);
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            return new InternetAddress(address, name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    /** So that no machine answers what a machine has written (RFC 3834 §5); what a person has written may be answered by one. */
    private static void sayWhoWrote(MimeMessage mail, OutboundMessage message) throws MessagingException {
        if (message.author() == Author.BOT) {
            boolean isAnswer = message.threading().flatMap(Threading::inReplyTo).isPresent();
            mail.setHeader("Auto-Submitted", isAnswer ? "auto-replied" : "auto-generated");
            mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        }
    }

    private void place(MimeMessage mail, Threading threading, String name) throws MessagingException {
        var answered = threading.inReplyTo().filter(MessageId::isSound);
        if (answered.isPresent()) {
            mail.setHeader("In-Reply-To", "<" + answered.get() + ">");
        }
        var references = MessageId.list(Stream.concat(
                        threading.references().stream().filter(id -> !answered.equals(Optional.of(id))),
                        answered.stream())
                .toList());
        if (!references.isEmpty()) {
            mail.setHeader("References", references.replace(" ", "\r\n "));
        }
        var answers = threading.replyTo().filter(token -> token.matches(TOKEN)).map(sender::tagged);
        if (answers.isPresent()) {
            mail.setReplyTo(new InternetAddress[] {address(answers.get(), name)});
        }
        if (threading.unsubscribe().isPresent()) {
            sayHowToUnsubscribe(mail, threading.unsubscribe().get().toASCIIString(), answers.orElse(sender.address()));
        }
    }

    /** RFC 8058 §3.1: one click needs HTTPS; without it the mailbox is left. */
    private static void sayHowToUnsubscribe(MimeMessage mail, String page, String mailbox) throws MessagingException {
        var letter = "<mailto:"
                + URLEncoder.encode(mailbox, StandardCharsets.UTF_8).replace("%40", "@") + "?subject=unsubscribe>";
        if (page.startsWith("https://")) {
            mail.setHeader("List-Unsubscribe", "<" + page + ">,\r\n " + letter);
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        } else {
            mail.setHeader("List-Unsubscribe", letter);
        }
    }

    private static MimeMultipart body(OutboundMessage message, String subject, String id) throws MessagingException {
        var pictures =
                message.attachments().stream().filter(AttachedPart::isInline).toList();
        var text = alternatives(message, subject, pictures, id);
        if (pictures.size() == message.attachments().size()) {
            return text;
        }
        var mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(part(text));
        for (var file : message.attachments()) {
            if (!AttachedPart.isInline(file)) {
                mixed.addBodyPart(AttachedPart.beside(file));
            }
        }
        return mixed;
    }

    /** The plain text first: the last one that a program can show is the one that it shows. */
    private static MimeMultipart alternatives(
            OutboundMessage message, String subject, List<Attachment> pictures, String id) throws MessagingException {
        var shown = pictures.stream()
                .flatMap(picture -> picture.inline().stream())
                .map(inline -> new LetterHtml.Picture(name(inline, id), inline.alternative()))
                .toList();
        var html = new MimeBodyPart();
        html.setText(
                Words.lines(new LetterHtml(message.language()).of(subject, message.text(), message.tables(), shown)),
                UTF_8,
                "html");
        var alternatives = new MimeMultipart("alternative");
        var plain = new MimeBodyPart();
        plain.setText(Words.lines(plain(message, shown)), UTF_8, "plain");
        alternatives.addBodyPart(plain);
        if (pictures.isEmpty()) {
            alternatives.addBodyPart(html);
        } else {
            var related = new MimeMultipart("related");
            related.addBodyPart(html);
            for (var picture : pictures) {
                related.addBodyPart(
                        AttachedPart.within(picture, name(picture.inline().orElseThrow(), id)));
            }
            alternatives.addBodyPart(part(related));
        }
        return alternatives;
    }

    private static String plain(OutboundMessage message, List<LetterHtml.Picture> shown) {
        var pieces = new ArrayList<String>();
        pieces.add(message.text().strip());
        message.tables().stream()
                .map(Table::plain)
                .filter(table -> !message.text().contains(table))
                .forEach(pieces::add);
        shown.stream()
                .map(LetterHtml.Picture::alternative)
                .filter(words -> !words.isBlank())
                .forEach(words -> pieces.add("[" + words + "]"));
        return String.join("\n\n", pieces) + "\n";
    }

    /** A Content-ID is one of all mails, not of this one (RFC 2045 §7). */
    private static String name(Attachment.Inline inline, String id) {
        return inline.contentId() + "." + id;
    }

    private static MimeBodyPart part(MimeMultipart content) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(content);
        return part;
    }
}
