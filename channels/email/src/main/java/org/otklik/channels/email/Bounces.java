package org.otklik.channels.email;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.channels.Letter.Bounce;
import org.otklik.channels.email.mime.Headers;
import org.otklik.channels.email.mime.Part;

/** Reports about mails that were not delivered: in the form of RFC 3464, and in the words that mail servers had before and have still. */
final class Bounces {
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,200}[\\p{L}\\p{N}])?");

    /** An enhanced status code, and not a piece of an IP address or a version. */
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,2}\\.\\d{1,3})(?![\\d.]*\\d)");

    private static final Pattern REPLY_CODE = Pattern.compile("(?<![\\d.@-])([45])[0-5]\\d(?=[ -][^\\d])");

    /** Places in which servers name the recipient, the surest first. */
    private static final List<Pattern> PLACES = Stream.of(
                    "(?im)^[ \\t]*(?:final|original|failed)-recipient:\\s*(?:rfc822;)?\\s*<?(%s)",
                    "(?i)rcpt to:\\s*<?(%s)",
                    "(?im)^[ \\t]*<(%s)>\\s*:?",
                    "(?i)\\bto=<(%s)>",
                    "(?im)^[ \\t]*(?:recipient|to|failed recipient|addressee|user)(?: address)?\\s*[:=]\\s*<?(%s)",
                    "(?im)^[ \\t]*(%s)[ \\t]*(?::|$|\\()",
                    "<(%s)>",
                    "(%s)")
            .map(place -> Pattern.compile(place.formatted(ADDRESS.pattern())))
            .toList();

    private static final String GENERAL = ".0.0";

    /** What reports say in words, as codes; what comes first says more. */
    private static final Map<Clue, String> TOLD = orderedByWeight();

    private static final int LONGEST = 50_000;

    private Bounces() {}

    private static Map<Clue, String> orderedByWeight() {
        var told = new LinkedHashMap<Clue, String>();
        told.put(Clue.NO_SUCH_USER, "5.1.1");
        told.put(Clue.MAILBOX_FULL, "5.2.2");
        told.put(Clue.NO_SUCH_HOST, "5.1.2");
        told.put(Clue.DELAYED, "4.0.0");
        told.put(Clue.GIVEN_UP, "5.0.0");
        return told;
    }

    static Optional<Bounce> in(Part mail, String text) {
        if (isOtherReport(mail)) {
            return Optional.empty();
        }
        var report = StatusReport.in(mail);
        if (report.isPresent()) {
            return report.get().failure().map(failure -> filledIn(failure, mail, text));
        }
        if (!isBounce(mail, text)) {
            return Optional.empty();
        }
        var inner =
                StatusReport.anywhereIn(mail).flatMap(StatusReport::failure).orElse(new Bounce("", Optional.empty()));
        return Optional.of(filledIn(inner, mail, text));
    }

    /** Receipts and complaints have the same outer form (RFC 8098, 5965). */
    private static boolean isOtherReport(Part mail) {
        var type = mail.type().parameter("report-type").orElse("");
        return type.equalsIgnoreCase("disposition-notification")
                || type.equalsIgnoreCase("feedback-report")
                || mail.parts().stream().anyMatch(part -> part.type().is("message/feedback-report"));
    }

    private static boolean isBounce(Part mail, String text) {
        var headers = mail.headers();
        if (headers.has("x-failed-recipients") || Clue.BOUNCE_REPORT.isIn(shortened(text))) {
            return true;
        }
        var sender = MailReader.sender(headers);
        var subject = headers.text("subject");
        boolean daemon = Clue.DAEMON.begins(sender.address()) || Clue.DAEMON_NAME.isIn(sender.name());
        boolean nobody = headers.raw("return-path")
                .map(path -> path.replaceAll("\\s", "").equals("<>"))
                .orElse(false);
        boolean named = Clue.BOUNCE_SUBJECT.isIn(subject);
        if (!daemon && !nobody && !named) {
            return false;
        }
        boolean told = Clue.BOUNCE_TEXT.isIn(shortened(text));
        boolean answered = headers.raw("auto-submitted")
                .map(value -> value.startsWith("auto-replied"))
                .orElse(false);
        boolean report = mail.type().is("multipart/report");
        if (Clue.AUTO_SUBJECT.isIn(subject) && !named) {
            return false;
        }
        if (daemon && (named || told)) {
            return true;
        }
        if (named && told) {
            return nobody || answered || report || hasReplyCode(text);
        }
        return nobody && told && (hasReplyCode(text) || returnsMail(mail)) && !headers.has("in-reply-to");
    }

    private static boolean returnsMail(Part mail) {
        return mail.parts().stream()
                .anyMatch(part -> part.isMail() || part.type().is("text/rfc822-headers"));
    }

    private static boolean hasReplyCode(String text) {
        var shortened = shortened(text);
        return STATUS.matcher(shortened).find() || REPLY_CODE.matcher(shortened).find();
    }

    private static Bounce filledIn(Bounce found, Part mail, String text) {
        int original = Clue.ORIGINAL_BELOW.indexIn(shortened(text));
        var report = shortened(text).substring(0, original);
        var recipient = found.recipient().isEmpty() ? recipient(mail, report, shortened(text)) : found.recipient();
        return new Bounce(recipient, found.status().or(() -> status(report)));
    }

    private static Optional<String> status(String report) {
        var status = STATUS.matcher(report);
        if (status.find()) {
            return Optional.of(status.group(1));
        }
        var told = TOLD.entrySet().stream()
                .filter(entry -> entry.getKey().isIn(report))
                .map(Map.Entry::getValue)
                .findFirst();
        var code = REPLY_CODE.matcher(report);
        return told.filter(known -> !known.endsWith(GENERAL))
                .or(() -> code.find() ? Optional.of(code.group(1) + GENERAL) : told);
    }

    private static String recipient(Part mail, String report, String whole) {
        var headers = mail.headers();
        return Stream.of(
                        headers.raw("x-failed-recipients").flatMap(raw -> first(ADDRESS, 0, raw, headers)),
                        named(report, headers),
                        returned(mail, headers),
                        named(whole, headers),
                        first(PLACES.get(2), 1, report, new Headers()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> named(String text, Headers headers) {
        return PLACES.stream()
                .flatMap(place -> first(place, 1, text, headers).stream())
                .findFirst();
    }

    /** To whom the mail was sent that came back. */
    private static Optional<String> returned(Part mail, Headers headers) {
        return mail.parts().stream()
                .flatMap(part -> part.isMail()
                        ? part.parts().getFirst().headers().raw("to").stream()
                        : part.type().is("text/rfc822-headers")
                                ? part.text().lines().filter(line -> line.regionMatches(true, 0, "To:", 0, 3))
                                : Stream.empty())
                .flatMap(to -> first(ADDRESS, 0, to, headers).stream())
                .findFirst();
    }

    /** The first address that is neither the server's nor the one that the report was sent to. */
    private static Optional<String> first(Pattern place, int group, String text, Headers headers) {
        var to = OwnMailbox.lowerCase(headers.raw("to").orElse(""));
        return place.matcher(text)
                .results()
                .map(found -> OwnMailbox.lowerCase(found.group(group)))
                .filter(address -> !Clue.DAEMON.begins(address) && !to.contains(address))
                .findFirst();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
