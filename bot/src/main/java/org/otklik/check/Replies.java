package org.otklik.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.otklik.channels.Attachment;
import org.otklik.channels.Button;
import org.otklik.channels.OutboundMessage;
import org.otklik.check.Verdict.Mismatch;

/** What somebody received in a turn, and whether it is what was expected. */
record Replies(List<OutboundMessage> messages, Map<String, String> captured) {
    Replies {
        messages = List.copyOf(messages);
    }

    /** The words and the labels of all messages. */
    String text() {
        return messages.stream().map(Replies::text).collect(Collectors.joining("\n\n"));
    }

    private static String text(OutboundMessage message) {
        var labels = message.buttons().stream().map(Button::label).collect(Collectors.joining("\n"));
        return labels.isEmpty() ? message.text() : message.text() + "\n" + labels;
    }

    private String shown() {
        return messages.isEmpty()
                ? "no reply"
                : messages.stream()
                        .map(message -> message.text()
                                + message.buttons().stream()
                                        .map(button -> " [" + button.label() + "]")
                                        .collect(Collectors.joining())
                                + message.attachments().stream()
                                        .map(file -> " (" + file.name() + ")")
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"));
    }

    Optional<Mismatch> compare(Expected expected) {
        return silence(expected)
                .or(() -> missing(expected))
                .or(() -> forbidden(expected))
                .or(() -> unoffered(expected))
                .or(() -> expected.attached().flatMap(this::files))
                .or(() -> headers(expected));
    }

    private Optional<Mismatch> silence(Expected expected) {
        return expected.silent() && !messages.isEmpty()
                ? Optional.of(new Mismatch("no reply", shown()))
                : Optional.empty();
    }

    private Optional<Mismatch> missing(Expected expected) {
        return expected.reply().stream()
                .filter(expression -> !found(expression, text()))
                .findFirst()
                .map(expression -> new Mismatch("a reply with " + expression, shown()));
    }

    private Optional<Mismatch> forbidden(Expected expected) {
        return expected.never().stream()
                .filter(expression -> found(expression, text()))
                .findFirst()
                .map(expression -> new Mismatch("no reply with " + expression, shown()));
    }

    private Optional<Mismatch> unoffered(Expected expected) {
        return expected.buttons().stream()
                .filter(expression -> messages.stream()
                        .flatMap(message -> message.buttons().stream())
                        .noneMatch(button -> found(expression, button.label())))
                .findFirst()
                .map(expression -> new Mismatch("a button " + expression, shown()));
    }

    private Optional<Mismatch> files(List<Expected.FilePattern> patterns) {
        var files = messages.stream()
                .flatMap(message -> message.attachments().stream())
                .toList();
        if (patterns.isEmpty()) {
            return files.isEmpty() ? Optional.empty() : Optional.of(new Mismatch("no file", names(files)));
        }
        return patterns.stream()
                .flatMap(pattern -> file(pattern, files).stream())
                .findFirst();
    }

    private Optional<Mismatch> file(Expected.FilePattern pattern, List<Attachment> files) {
        var named = files.stream()
                .filter(file -> found(pattern.name(), file.name()))
                .toList();
        if (named.isEmpty()) {
            return Optional.of(new Mismatch("a file " + pattern.name(), names(files)));
        }
        var mismatches = named.stream()
                .map(file -> FileText.of(file).compare(pattern, captured))
                .toList();
        return mismatches.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : mismatches.getFirst();
    }

    private static String names(List<Attachment> files) {
        return files.isEmpty()
                ? "no file"
                : files.stream().map(Attachment::name).collect(Collectors.joining(", "));
    }

    private Optional<Mismatch> headers(Expected expected) {
        if (expected.headers().isEmpty()) {
            return Optional.empty();
        }
        var letters = messages.stream()
                .filter(message -> message.to().channel().equals(Medium.EMAIL.code()))
                .toList();
        if (letters.isEmpty()) {
            return Optional.of(new Mismatch("a letter with " + expected.headers(), shown()));
        }
        var written = headers(letters.getLast());
        return expected.headers().entrySet().stream()
                .filter(header -> !found(header.getValue(), written.getOrDefault(header.getKey(), "")))
                .findFirst()
                .map(header ->
                        new Mismatch("the header " + header.getKey() + ": " + header.getValue(), written.toString()));
    }

    /** As the mail channel writes them (RFC 3834 §3.1.7, RFC 5322 §3.6.4). */
    private static Map<String, String> headers(OutboundMessage letter) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put("From", "<" + letter.to().account() + ">");
        headers.put("To", "<" + letter.to().value() + ">");
        headers.put("Message-ID", "<" + Recorder.externalId(letter) + ">");
        boolean answers =
                letter.threading().flatMap(thread -> thread.inReplyTo()).isPresent();
        if (letter.author() == OutboundMessage.Author.BOT) {
            headers.put("Auto-Submitted", answers ? "auto-replied" : "auto-generated");
        }
        letter.threading().ifPresent(thread -> {
            headers.put("Subject", thread.subject());
            thread.inReplyTo().ifPresent(id -> headers.put("In-Reply-To", "<" + id + ">"));
            if (!thread.references().isEmpty()) {
                headers.put("References", "<" + String.join("> <", thread.references()) + ">");
            }
        });
        return headers;
    }

    /**
     * What an expression names in the replies: its first group, or all that it found.
     *
     * @return empty when it is not there
     */
    Optional<String> capture(Expression expression) {
        var matcher = expression.filled(captured).matcher(text());
        return matcher.find() ? Optional.of(group(matcher)) : Optional.empty();
    }

    private static String group(Matcher matcher) {
        return matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.group(1) : matcher.group();
    }

    Mismatch uncaptured(Expression expression) {
        return new Mismatch("a reply with " + expression, shown());
    }

    private boolean found(Expression expression, String text) {
        return expression.filled(captured).matcher(text).find();
    }
}
