package org.otklik.channels.email;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.channels.Letter.Bounce;
import org.otklik.channels.email.mime.Mailbox;
import org.otklik.channels.email.mime.Part;

/** The part of a report that is written for machines (RFC 3464 §2): a group of fields for each recipient. */
record StatusReport(List<Map<String, String>> groups) {
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern FAILED = Pattern.compile("(?i)^\\s*(?:failed|failure|delayed|expired|fail)\\b.*");
    private static final Pattern DONE = Pattern.compile("(?i)^\\s*(?:delivered|relayed|expanded|deliverable).*");

    static Optional<StatusReport> in(Part mail) {
        return mail.parts().stream()
                .flatMap(part -> part.isMultipart() ? part.parts().stream() : Stream.of(part))
                .filter(part ->
                        part.type().is("message/delivery-status") || part.type().is("message/global-delivery-status"))
                .map(part -> new StatusReport(groups(part.text())))
                .filter(report -> !report.groups().isEmpty())
                .findFirst();
    }

    /** Also of a report that another server wrapped up in one of its own. */
    static Optional<StatusReport> anywhereIn(Part mail) {
        return in(mail).or(() ->
                mail.parts().stream().flatMap(part -> anywhereIn(part).stream()).findFirst());
    }

    private static List<Map<String, String>> groups(String text) {
        var groups = new ArrayList<Map<String, String>>();
        var fields = new HashMap<String, String>();
        var last = "";
        for (var line : (text + "\n\n").split("\n", -1)) {
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                if (!fields.isEmpty()) {
                    groups.add(Map.copyOf(fields));
                    fields.clear();
                }
            } else if (Character.isWhitespace(line.charAt(0)) && !last.isEmpty()) {
                fields.merge(last, " " + line.strip(), String::concat);
            } else if (colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(last, line.substring(colon + 1).strip());
            }
        }
        return groups;
    }

    /** The first recipient that was not reached, or not yet; empty when all were. */
    Optional<Bounce> failure() {
        var failed = groups.stream().filter(StatusReport::isFailure).findFirst();
        boolean done = groups.stream()
                .anyMatch(
                        group -> DONE.matcher(group.getOrDefault("action", "")).matches());
        return failed.map(StatusReport::bounce)
                .or(() -> done ? Optional.empty() : Optional.of(new Bounce("", Optional.empty())));
    }

    private static boolean isFailure(Map<String, String> group) {
        var action = group.get("action");
        return action == null
                ? group.containsKey("final-recipient")
                        && !group.getOrDefault("status", "").startsWith("2")
                : FAILED.matcher(action).matches();
    }

    private static Bounce bounce(Map<String, String> group) {
        var recipient = Stream.of("final-recipient", "original-recipient", "x-actual-recipient")
                .map(field -> group.getOrDefault(field, ""))
                .map(StatusReport::address)
                .filter(Mailbox::isAddress)
                .findFirst()
                .or(() -> Optional.of(address(group.getOrDefault("final-recipient", "")))
                        .filter(address -> address.contains("@")))
                .orElse("");
        var status = STATUS.matcher(group.getOrDefault("status", ""));
        return new Bounce(recipient, status.find() ? Optional.of(status.group()) : Optional.empty());
    }

    /** "rfc822; Anna@example.org" */
    private static String address(String field) {
        return OwnMailbox.lowerCase(field.substring(field.indexOf(';') + 1)
                .replaceAll("\\(.*?\\)", "")
                .replaceAll("[<>\\s]", ""));
    }
}
