package org.otklik.channels.email;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.channels.Letter.Invitation;
import org.otklik.channels.email.mime.Part;

/** What an invitation of a calendar (RFC 5545) says: enough to tell a person about it. */
final class Invitations {
    private static final Pattern EVENT = Pattern.compile("(?s)BEGIN:VEVENT(.*?)(?:END:VEVENT|$)");
    /** Somebody comes or does not, or a meeting is called off (RFC 5546). */
    private static final Pattern ANSWER =
            Pattern.compile("(?m)^METHOD:(?:REPLY|CANCEL|REFRESH|COUNTER|DECLINECOUNTER)\\s*$");

    private static final Pattern START = Pattern.compile("(?m)^DTSTART([^:\n]*):(\\d{8})(?:T(\\d{6})(Z?))?");
    private static final Pattern ZONE = Pattern.compile(";TZID=\"?([^;:\"]+)");
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private Invitations() {}

    static Optional<Invitation> read(Part calendar) {
        // Long lines go on in the next one after a blank.
        var text = calendar.text().replaceAll("\n[ \t]", "");
        var event = EVENT.matcher(text);
        return !ANSWER.matcher(text).find() && event.find()
                ? Optional.of(new Invitation(
                        value(event.group(1), "SUMMARY"), start(event.group(1)), value(event.group(1), "LOCATION")))
                : Optional.empty();
    }

    private static String value(String event, String name) {
        var line = Pattern.compile("(?m)^" + name + "(?:;[^:\n]*)?:(.*)$").matcher(event);
        return line.find()
                ? line.group(1)
                        .replaceAll("\\\\[nN]", " ")
                        .replaceAll("\\\\([,;\\\\])", "$1")
                        .strip()
                : "";
    }

    private static Optional<Instant> start(String event) {
        var start = START.matcher(event);
        if (!start.find()) {
            return Optional.empty();
        }
        var zone = ZONE.matcher(start.group(1));
        boolean universal = start.group(3) == null || start.group(4).equals("Z");
        if (!universal && !zone.find()) {
            return Optional.empty();
        }
        try {
            var time = start.group(3) == null ? "000000" : start.group(3);
            var where = universal ? ZoneOffset.UTC : ZoneId.of(zone.group(1));
            return Optional.of(LocalDateTime.parse(start.group(2) + time, BASIC)
                    .atZone(where)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
