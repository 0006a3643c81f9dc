package org.otklik.channels.email;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.otklik.channels.Letter.Forwarded;
import org.otklik.channels.email.mime.MailDate;
import org.otklik.channels.email.mime.Mailbox;
import org.otklik.channels.email.mime.Part;
import org.otklik.channels.email.reply.Reply;
import org.otklik.channels.email.reply.Subject;
import org.otklik.channels.email.reply.WrittenDate;

/**
 * Mails that pass another one on: attached whole, or in the text below its header. A header in the text also stands in replies of some
 * programs, so the words for forwarding decide, then the subject, then whether the mail answers another one.
 */
final class Forwards {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@\\[\\]()\",;:]+@[^\\s<>@\\[\\]()\",;:]+");

    private static final Pattern OFFSET = Pattern.compile("[+-](?:0\\d|1[0-4])[0-5]\\d(?!\\d)");

    private Forwards() {}

    static Optional<Forwarded> in(Part mail, MailText parts, Reply reply, OwnMailbox own) {
        if (mail.type().is("multipart/report")) {
            return Optional.empty();
        }
        return parts.mails().stream()
                .findFirst()
                .map(Forwards::attached)
                .or(() -> reply.passedOn()
                        .filter(earlier -> isForward(mail, earlier, own))
                        .map(earlier -> quoted(earlier, offset(mail))));
    }

    private static Forwarded attached(Part mail) {
        var author = MailReader.sender(mail.headers());
        return new Forwarded(
                Optional.of(OwnMailbox.lowerCase(author.address())).filter(Mailbox::isAddress),
                author.name(),
                mail.headers().raw("date").flatMap(MailDate::of),
                mail.headers().text("subject"),
                MailText.of(mail).whole());
    }

    private static boolean isForward(Part mail, Reply.Earlier earlier, OwnMailbox own) {
        if (earlier.isForward()) {
            return true;
        }
        var subject = Subject.of(mail.headers().text("subject"));
        if (subject.isForward()) {
            return true;
        }
        boolean answers = mail.headers().has("in-reply-to") || mail.headers().has("references");
        return !subject.isReply()
                && !answers
                && address(earlier.from()).filter(own::has).isEmpty();
    }

    /** Programs write the date of a letter that is passed on in the zone of who passes it on. */
    private static ZoneOffset offset(Part mail) {
        return mail.headers()
                .raw("date")
                .flatMap(date ->
                        OFFSET.matcher(date).results().map(MatchResult::group).findFirst())
                .map(ZoneOffset::of)
                .orElse(ZoneOffset.UTC);
    }

    private static Forwarded quoted(Reply.Earlier earlier, ZoneOffset usual) {
        var name = earlier.from()
                .replaceAll("(?i)[\\[(<]?(?:mailto:)?" + ADDRESS.pattern() + "[\\])>]?", "")
                .replaceAll("[<>\\[\\]\"']|mailto:", "")
                .strip();
        return new Forwarded(
                address(earlier.from()),
                name,
                WrittenDate.read(earlier.date(), usual),
                earlier.subject(),
                earlier.text());
    }

    private static Optional<String> address(String text) {
        var found = ADDRESS.matcher(text.replace("mailto:", ""));
        return found.find() ? Optional.of(OwnMailbox.lowerCase(found.group())) : Optional.empty();
    }
}
