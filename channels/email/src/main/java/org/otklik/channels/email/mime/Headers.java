package org.otklik.channels.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header of a mail or of a part, unfolded, in the order in which it came. Names are matched without regard to case. */
public final class Headers {
    /** Far more than any mail program writes; what comes after is left out and makes the header crowded. */
    private static final int MOST_FIELDS = 1000;

    private static final int LONGEST_FIELD = 32 * 1024;

    private final List<Field> fields = new ArrayList<>();
    private boolean full;
    private boolean crowded;

    /** @param raw each byte as the character of the same number (ISO 8859-1) */
    record Field(String name, StringBuilder raw) {}

    void add(String name, String raw) {
        full = fields.size() == MOST_FIELDS;
        if (full) {
            crowded = true;
        } else {
            fields.add(new Field(name.toLowerCase(Locale.ROOT), new StringBuilder(shortened(raw))));
        }
    }

    void fold(String continuation) {
        if (fields.isEmpty() || full) {
            return;
        }
        var raw = fields.getLast().raw();
        int room = LONGEST_FIELD - raw.length();
        crowded |= continuation.length() > room;
        raw.append(continuation, 0, Math.min(room, continuation.length()));
    }

    private String shortened(String raw) {
        if (raw.length() <= LONGEST_FIELD) {
            return raw;
        }
        crowded = true;
        return raw.substring(0, LONGEST_FIELD);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Whether there was more than a mail program would write, so that what is here may not be all. */
    public boolean isCrowded() {
        return crowded;
    }

    public boolean has(String name) {
        return raw(name).isPresent();
    }

    public int count(String name) {
        return all(name).size();
    }

    /** The first field of a name, undecoded. */
    public Optional<String> raw(String name) {
        return all(name).stream().findFirst();
    }

    /** All fields of a name, undecoded, the topmost first. */
    public List<String> all(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> field.name().equals(wanted))
                .map(field -> field.raw().toString().strip())
                .toList();
    }

    /** The fields of a name that stand above the first one of another, undecoded, the topmost first. */
    public List<String> above(String other, String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        var end = other.toLowerCase(Locale.ROOT);
        return fields.stream()
                .takeWhile(field -> !field.name().equals(end))
                .filter(field -> field.name().equals(wanted))
                .map(field -> field.raw().toString().strip())
                .toList();
    }

    /** Whether a name that begins so is among the fields. */
    public boolean hasPrefix(String prefix) {
        var wanted = prefix.toLowerCase(Locale.ROOT);
        return fields.stream().anyMatch(field -> field.name().startsWith(wanted));
    }

    /** The first field of a name, decoded for people; empty when it is absent. */
    public String text(String name) {
        return raw(name).map(this::decoded).orElse("");
    }

    /** Decodes what was taken from a field; raw letters are read in the charset that the mail declares for its text. */
    String decoded(String raw) {
        return EncodedWords.decode(raw, charset());
    }

    private Optional<String> charset() {
        return raw("content-type").flatMap(value -> MediaType.of(value).parameter("charset"));
    }

    /** The bytes of a raw field. */
    static byte[] bytes(String raw) {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }
}
