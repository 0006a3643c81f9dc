package org.otklik.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.otklik.channels.Enclosure;
import org.otklik.check.Script.Circumstances;
import org.otklik.check.Script.Step;

/** Reads a script, and refuses what it does not know. */
final class ScriptReader {
    /** Of a script as a whole. */
    static final List<String> KEYS = List.of("title", "given", "now", "channel", "as", "turns");

    private static final List<String> DEEDS =
            List.of("says", "edits", "repeats", "taps", "opens", "waits", "mail", "sends", "blocks");
    private static final List<String> AROUND = List.of("as", "channel", "subject", "group", "replies_to", "sent");
    private static final List<String> ITEM =
            List.of("file", "kind", "says", "latitude", "longitude", "name", "phone", "own", "too_large");
    private static final List<String> KINDS = List.of("photo", "document", "voice", "sticker", "location", "contact");

    private final Path file;

    private ScriptReader(Path file) {
        this.file = file;
    }

    /** @throws BadScript with the file and the line of the first mistake */
    static Script read(Path file) {
        return new ScriptReader(file).script(Written.parse(file));
    }

    private Script script(Written written) {
        var fields = written.fields("a script", KEYS);
        var steps = new ArrayList<Step>();
        for (var turn : fields.get("turns").list()) {
            steps.add(step(steps.size() + 1, turn));
        }
        return new Script(
                file,
                fields.find("title").map(Written::text).orElse(""),
                fixture(fields.get("given")),
                moment(fields.get("now")),
                medium(fields.get("channel")),
                fields.get("as").text(),
                steps);
    }

    /** Beside the script or in a folder above it. */
    private Path fixture(Written given) {
        for (var folder = file.toAbsolutePath().normalize().getParent(); folder != null; folder = folder.getParent()) {
            var fixture = folder.resolve(given.text());
            if (Files.isRegularFile(fixture)) {
                return fixture;
            }
        }
        throw given.wrong("there is no fixture " + given.text() + " beside the script or in a folder above it");
    }

    private static OffsetDateTime moment(Written now) {
        try {
            return OffsetDateTime.parse(now.text());
        } catch (DateTimeException e) {
            throw now.wrong("expected a moment such as 2026-05-20T14:30:00+03:00");
        }
    }

    private static Medium medium(Written channel) {
        return Medium.of(channel.text()).orElseThrow(() -> channel.wrong("there is no channel " + channel.text()));
    }

    private Step step(int number, Written turn) {
        var known = new ArrayList<>(DEEDS);
        known.addAll(AROUND);
        known.addAll(ExpectedReader.KEYS);
        var fields = turn.fields("a turn", known);
        return new Step(
                number,
                turn.line(),
                fields.find("as").map(Written::text),
                fields.find("channel").map(ScriptReader::medium),
                new Circumstances(
                        fields.find("subject").map(Written::text),
                        fields.find("group").map(Written::text),
                        fields.find("replies_to")
                                .map(earlier -> OptionalInt.of(earlier(earlier, number)))
                                .orElseGet(OptionalInt::empty),
                        fields.find("sent").map(ScriptReader::moment)),
                deed(number, turn, fields),
                ExpectedReader.read(fields));
    }

    private static int earlier(Written turn, int number) {
        int earlier = turn.number();
        if (earlier < 1 || earlier >= number) {
            throw turn.wrong("there is no turn " + earlier + " before this one");
        }
        return earlier;
    }

    private Optional<Deed> deed(int number, Written turn, Written.Fields fields) {
        var named = DEEDS.stream()
                .filter(name -> fields.find(name).isPresent())
                .filter(name -> !name.equals("says") || fields.find("edits").isEmpty())
                .toList();
        if (named.size() > 1) {
            throw turn.wrong("a turn does one thing, and not both " + String.join(" and ", named));
        }
        return named.stream().findFirst().map(name -> deed(name, fields.get(name), number, fields));
    }

    private Deed deed(String name, Written value, int number, Written.Fields fields) {
        return switch (name) {
            case "says" -> new Deed.Says(value.text());
            case "edits" ->
                new Deed.Edits(earlier(value, number), fields.get("says").text());
            case "repeats" -> new Deed.Repeats(earlier(value, number));
            case "taps" -> new Deed.Taps(Expression.of(value));
            case "opens" -> new Deed.Opens(Expression.of(value));
            case "waits" -> new Deed.Waits(time(value));
            case "mail" -> new Deed.Mails(existing(value));
            case "sends" ->
                new Deed.Sends((value.isList() ? value.list() : List.of(value))
                        .stream().map(this::item).toList());
            case "blocks" -> new Deed.Blocks(value.flag());
            default -> throw value.wrong("there is no key " + name);
        };
    }

    private static TemporalAmount time(Written length) {
        try {
            return Duration.parse(length.text());
        } catch (DateTimeException e) {
            try {
                return Period.parse(length.text());
            } catch (DateTimeException alsoNoPeriod) {
                throw length.wrong("expected a length of time such as P3D or PT2H (ISO 8601)");
            }
        }
    }

    private Path existing(Written name) {
        var path = file.resolveSibling(name.text());
        if (!Files.isRegularFile(path)) {
            throw name.wrong("there is no file " + name.text() + " beside the script");
        }
        return path;
    }

    private Deed.Item item(Written written) {
        var fields = written.fields("what is sent", ITEM);
        var kind = fields.get("kind");
        if (!KINDS.contains(kind.text())) {
            throw kind.wrong("there is no kind " + kind.text() + "; here are: " + String.join(", ", KINDS));
        }
        return new Deed.Item(
                kind.text(),
                fields.find("file").map(this::existing),
                enclosure(kind.text(), fields),
                fields.find("too_large").map(Written::text),
                fields.find("says").map(Written::text).orElse(""));
    }

    private static Optional<Enclosure> enclosure(String kind, Written.Fields fields) {
        return switch (kind) {
            case "voice" -> Optional.of(new Enclosure.Voice());
            case "sticker" -> Optional.of(new Enclosure.Sticker());
            case "location" ->
                Optional.of(new Enclosure.Place(degrees(fields, "latitude"), degrees(fields, "longitude")));
            case "contact" -> Optional.of(card(fields));
            default -> Optional.empty();
        };
    }

    /** Whoever shares their own number, shares no name with it. */
    private static Enclosure.Card card(Written.Fields fields) {
        var name = text(fields, "name");
        boolean isOwn = fields.find("own").map(Written::flag).orElse(name.isEmpty());
        return new Enclosure.Card(name, text(fields, "phone"), isOwn);
    }

    private static double degrees(Written.Fields fields, String name) {
        var written = text(fields, name);
        return written.isEmpty() ? 0 : Double.parseDouble(written);
    }

    private static String text(Written.Fields fields, String name) {
        return fields.find(name).map(Written::text).orElse("");
    }
}
