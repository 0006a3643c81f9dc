package org.otklik.check;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.channels.Address;
import org.otklik.channels.Attachment;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.Press;
import org.otklik.channels.Threading;
import org.otklik.check.Script.Circumstances;

/** Does what a script tells, and remembers what was delivered, so that it can be delivered again. */
final class Doing {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Pattern ANSWER = Pattern.compile("(?iU)^\\s*(?:re|fwd?)\\s*:\\s*");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("csv", "text/csv"),
            Map.entry("txt", "text/plain"),
            Map.entry("vcf", "text/vcard"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("zip", "application/zip"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

    private final Scene scene;
    private final Cast cast;
    private final Letters letters;
    private final Map<Integer, List<InboundMessage>> delivered = new HashMap<>();
    private final Map<Integer, OutboundMessage> answers = new HashMap<>();

    Doing(Scene scene, Cast cast, Letters letters) {
        this.scene = scene;
        this.cast = cast;
        this.letters = letters;
    }

    /**
     * Somebody at work.
     *
     * @param turn the number of the turn
     */
    record Speech(int turn, String who, Medium medium, Circumstances circumstances, Map<String, String> captured) {
        String fill(String text) {
            return Expression.fill(text, captured);
        }
    }

    /** Does it, and lets the bot come to rest. Each turn but the first begins a second after the one before. */
    void perform(Deed deed, Speech speech) {
        if (speech.turn() > 1) {
            scene.pass(MOMENT);
        }
        switch (deed) {
            case Deed.Says says -> deliver(speech, message(speech, speech.fill(says.text()), List.of()));
            case Deed.Sends sends -> deliver(speech, sent(speech, sends));
            case Deed.Edits edits -> deliver(speech, edited(speech, edits));
            case Deed.Repeats repeats -> delivered(repeats.turn(), speech).forEach(message -> deliver(speech, message));
            case Deed.Taps taps -> deliver(speech, pressed(speech, taps.label()));
            case Deed.Opens opens -> offered(speech, opens.label());
            case Deed.Mails mails -> deliver(speech, mail(speech, mails.file()));
            case Deed.Waits waits -> scene.pass(waits.time());
            case Deed.Blocks blocks -> scene.block(cast.address(speech.who(), speech.medium()), blocks.isBlocked());
        }
        scene.settle();
    }

    /** Remembers what the answer to a turn was. */
    void answered(int turn, List<OutboundMessage> replies) {
        if (!replies.isEmpty()) {
            answers.put(turn, replies.getLast());
        }
    }

    private void deliver(Speech speech, InboundMessage message) {
        delivered.computeIfAbsent(speech.turn(), turn -> new ArrayList<>()).add(message);
        scene.accept(message);
    }

    private List<InboundMessage> delivered(int turn, Speech speech) {
        return Optional.ofNullable(delivered.get(turn))
                .map(List::copyOf)
                .orElseThrow(() -> new BadScript("turn " + speech.turn() + ": nothing was delivered in turn " + turn));
    }

    private InboundMessage message(Speech speech, String text, List<Attachment> files) {
        var from = cast.address(speech.who(), speech.medium());
        if (speech.medium() == Medium.EMAIL) {
            var answered = answeredLetter(speech, from);
            var draft = new Letters.Draft(
                    from,
                    "turn-" + speech.turn() + "@script.example",
                    speech.circumstances().subject().map(speech::fill).orElseGet(() -> subject(answered)),
                    text,
                    answered.map(Doing::thread).orElse(List.of()),
                    files);
            return letters.write(draft, scene.now());
        }
        var group = speech.circumstances().group().map(id -> new Address(from.channel(), from.account(), id));
        group.ifPresent(address -> cast.uses(speech.who(), address));
        var sent = speech.circumstances().sent().map(OffsetDateTime::toInstant).orElseGet(scene::now);
        var message = InboundMessage.text(group.orElse(from), id(speech), text, sent, Buffer.buffer(text))
                .withAttachments(files);
        var spoken = cast.language(speech.who()).map(message::withLanguage).orElse(message);
        var written = group.isPresent() ? spoken.writtenBy(from) : spoken;
        return answer(speech).map(Recorder::externalId).map(written::replyingTo).orElse(written);
    }

    private String id(Speech speech) {
        int before = delivered.getOrDefault(speech.turn(), List.of()).size();
        return "turn-" + speech.turn() + (before == 0 ? "" : "-" + before);
    }

    private Optional<OutboundMessage> answer(Speech speech) {
        var turn = speech.circumstances().repliesTo();
        if (turn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(answers.get(turn.getAsInt()))
                .orElseThrow(() -> new BadScript("nothing was answered in turn " + turn.getAsInt())));
    }

    /**
     * A letter whose subject begins with "Re:" answers the newest one about it, or else the newest one, and so does a letter without a
     * subject, as one who presses "Reply" writes none.
     */
    private Optional<OutboundMessage> answeredLetter(Speech speech, Address from) {
        var named = answer(speech);
        if (named.isPresent()) {
            return named;
        }
        var received = scene.sent().reversed().stream()
                .filter(message -> message.to().equals(from))
                .toList();
        var newest = received.stream().findFirst();
        var subject = speech.circumstances().subject();
        if (subject.isEmpty()) {
            return newest;
        }
        var plain = plain(subject.get());
        return plain.equals(subject.get())
                ? Optional.empty()
                : received.stream()
                        .filter(message -> plain(subject(Optional.of(message))).equalsIgnoreCase(plain))
                        .findFirst()
                        .or(() -> newest);
    }

    private static String plain(String subject) {
        return ANSWER.matcher(subject).replaceFirst("");
    }

    /** Of an answer to it. */
    private static String subject(Optional<OutboundMessage> answered) {
        return answered.flatMap(OutboundMessage::threading)
                .map(Threading::subject)
                .orElse("");
    }

    private static List<String> thread(OutboundMessage answered) {
        var references = new ArrayList<>(
                answered.threading().map(thread -> thread.references()).orElse(List.of()));
        references.add(Recorder.externalId(answered));
        return references;
    }

    private InboundMessage sent(Speech speech, Deed.Sends sends) {
        var files = sends.items().stream()
                .flatMap(item -> item.file().map(Doing::attachment).stream())
                .toList();
        var unread =
                sends.items().stream().flatMap(item -> item.tooLarge().stream()).toList();
        var message = message(speech, speech.fill(sends.caption()), files).withoutFiles(unread);
        return sends.items().stream()
                .flatMap(item -> item.enclosure().stream())
                .findFirst()
                .map(message::withEnclosure)
                .orElse(message);
    }

    private static Attachment attachment(Path file) {
        var name = file.getFileName().toString();
        var type = TYPES.getOrDefault(name.replaceFirst(".*\\.", ""), "application/octet-stream");
        return new Attachment(name, type, content(file));
    }

    private static Buffer content(Path file) {
        try {
            return Buffer.buffer(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InboundMessage edited(Speech speech, Deed.Edits edits) {
        var first = delivered(edits.turn(), speech).getFirst();
        return message(speech, speech.fill(edits.text()), first.attachments()).editing(first.externalId());
    }

    private InboundMessage mail(Speech speech, Path file) {
        var message = letters.read(content(file), scene.now());
        cast.uses(speech.who(), message.from());
        return message;
    }

    private InboundMessage pressed(Speech speech, Expression label) {
        var choice = offered(speech, label);
        Instant at = scene.now();
        return InboundMessage.text(choice.message().to(), id(speech), "", at, Buffer.buffer())
                .withPress(new Press(choice.message().id(), choice.button()));
    }

    /** A button that somebody received. */
    private record Offer(OutboundMessage message, int button) {}

    /** The newest one, if possible on the channel that is spoken over; of several in one message the one that fits best. */
    private Offer offered(Speech speech, Expression label) {
        var pattern = label.filled(speech.captured());
        var mine = cast.addresses(speech.who());
        var received = scene.sent().reversed().stream()
                .filter(message -> mine.contains(message.to()))
                .toList();
        return received.stream()
                .filter(message -> message.to().channel().equals(speech.medium().code()))
                .flatMap(message -> best(message, pattern).stream())
                .findFirst()
                .or(() -> received.stream()
                        .flatMap(message -> best(message, pattern).stream())
                        .findFirst())
                .orElseThrow(() -> new NoSuchButton(label, received));
    }

    private static Optional<Offer> best(OutboundMessage message, Pattern label) {
        var found = Optional.<Offer>empty();
        int best = 0;
        for (int i = 0; i < message.buttons().size(); i++) {
            var matcher = label.matcher(message.buttons().get(i).label());
            int fits = matcher.matches() ? 3 : matcher.lookingAt() ? 2 : matcher.find() ? 1 : 0;
            if (fits > best) {
                best = fits;
                found = Optional.of(new Offer(message, i));
            }
        }
        return found;
    }

    /** A script presses what nobody has offered. */
    static final class NoSuchButton extends RuntimeException {
        private final String offered;

        NoSuchButton(Expression label, List<OutboundMessage> received) {
            super("a button " + label);
            this.offered = received.stream()
                    .flatMap(message -> message.buttons().stream())
                    .map(button -> "[" + button.label() + "]")
                    .distinct()
                    .limit(20)
                    .reduce((one, other) -> one + " " + other)
                    .orElse("no button");
        }

        String offered() {
            return offered;
        }
    }
}
