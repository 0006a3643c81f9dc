package org.otklik.channels;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The type of an attachment by its first bytes: what a sender declares is believed only as long as they do not speak against it. Nothing is
 * unpacked.
 */
public final class FileType {
    private static final String UNKNOWN = "application/octet-stream";

    /** What stands in the names of the files inside of an office document, near its beginning. */
    private static final List<Beginning> DOCUMENTS = List.of(
            text("word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            text("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            text("ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            text("vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
            text("vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"));

    private static final List<Beginning> BEGINNINGS = List.of(
            text("%PDF-", "application/pdf"),
            bytes("89504E470D0A1A0A", "image/png"),
            bytes("FFD8FF", "image/jpeg"),
            text("GIF87a", "image/gif"),
            text("GIF89a", "image/gif"),
            bytes("49492A00", "image/tiff"),
            bytes("4D4D002A", "image/tiff"),
            bytes("504B0304", "application/zip"),
            bytes("504B0506", "application/zip"),
            bytes("D0CF11E0A1B11AE1", "application/x-ole-storage"),
            text("{\\rtf", "application/rtf"),
            bytes("1F8B08", "application/gzip"),
            bytes("377ABCAF271C", "application/x-7z-compressed"),
            text("Rar!", "application/vnd.rar"),
            text("OggS", "audio/ogg"),
            text("ID3", "audio/mpeg"),
            text("fLaC", "audio/flac"),
            bytes("7F454C46", "application/x-executable"),
            text("#!/", "application/x-sh"),
            bytes("789F3E22", "application/ms-tnef"),
            text("BEGIN:VCALENDAR", "text/calendar"),
            text("BEGIN:VCARD", "text/vcard"));

    /** Containers that name their content behind a length. */
    private static final List<Container> CONTAINERS = List.of(
            new Container("RIFF", 8, "WEBP", "image/webp"),
            new Container("RIFF", 8, "WAVE", "audio/wav"),
            new Container("", 4, "ftypheic", "image/heic"),
            new Container("", 4, "ftypmif1", "image/heic"),
            new Container("", 4, "ftypM4A", "audio/mp4"),
            new Container("", 4, "ftypqt", "video/quicktime"),
            new Container("", 4, "ftyp", "video/mp4"));

    private static final Pattern MARKUP =
            Pattern.compile("(?is)^[\\s\\x{FEFF}]*(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!--.{0,500}?-->\\s*)?"
                    + "<(?:!doctype\\s+)?(html|head|body|script|iframe|svg)\\b.*");

    private static final int SAMPLE = 4096;

    private FileType() {}

    /** @param letters each byte as the character of the same number */
    private record Beginning(String letters, String type) {}

    private record Container(String outer, int offset, String inner, String type) {}

    private static Beginning text(String letters, String type) {
        return new Beginning(letters, type);
    }

    private static Beginning bytes(String hex, String type) {
        return new Beginning(new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1), type);
    }

    /** @param declared in lower case; {@code application/octet-stream} when the sender did not know either */
    public static String of(byte[] content, String declared) {
        var sample = Arrays.copyOf(content, Math.min(content.length, SAMPLE));
        var found = known(sample).or(() -> program(sample)).or(() -> markup(sample));
        if (found.isEmpty() || isKindOf(found.get(), declared)) {
            return declared.contains("/") ? declared : UNKNOWN;
        }
        return found.get();
    }

    /** Many formats are archives, storages or containers inside, and begin as those do. */
    private static boolean isKindOf(String found, String declared) {
        return switch (found) {
            case "application/zip" ->
                declared.startsWith("application/vnd.")
                        || declared.endsWith("+zip")
                        || declared.equals("application/java-archive");
            case "application/x-ole-storage" ->
                declared.startsWith("application/vnd.") || declared.equals("application/msword");
            case "text/html" -> declared.equals("application/xhtml+xml");
            default ->
                declared.equals(found)
                        || (found.contains("openxmlformats") && declared.endsWith(".macroenabled.12"))
                        || (isSoundOrFilm(found) && (isSoundOrFilm(declared) || declared.endsWith("/ogg")));
        };
    }

    private static boolean isSoundOrFilm(String type) {
        return type.startsWith("audio/") || type.startsWith("video/");
    }

    private static Optional<String> known(byte[] sample) {
        var plain = BEGINNINGS.stream()
                .filter(beginning -> isAt(sample, 0, beginning.letters()))
                .map(Beginning::type)
                .findFirst();
        return plain.filter(type -> !type.equals("application/zip"))
                .or(() -> plain.map(zip -> document(sample).orElse(zip)))
                .or(() -> CONTAINERS.stream()
                        .filter(container -> isAt(sample, 0, container.outer())
                                && isAt(sample, container.offset(), container.inner()))
                        .map(Container::type)
                        .findFirst());
    }

    private static Optional<String> document(byte[] sample) {
        var names = new String(sample, StandardCharsets.ISO_8859_1);
        return DOCUMENTS.stream()
                .filter(part -> names.contains(part.letters()))
                .map(Beginning::type)
                .findFirst();
    }

    /** Two letters are little, so the place of the newer header must be told, too. */
    private static Optional<String> program(byte[] sample) {
        return isAt(sample, 0, "MZ") && sample.length > 64 && sample[2] != ' '
                ? Optional.of("application/x-msdownload")
                : Optional.empty();
    }

    private static Optional<String> markup(byte[] sample) {
        var found = MARKUP.matcher(new String(sample, StandardCharsets.UTF_8));
        return found.matches()
                ? Optional.of(found.group(1).toLowerCase(Locale.ROOT).equals("svg") ? "image/svg+xml" : "text/html")
                : Optional.empty();
    }

    private static boolean isAt(byte[] sample, int offset, String letters) {
        var wanted = letters.getBytes(StandardCharsets.ISO_8859_1);
        return sample.length >= offset + wanted.length
                && Arrays.equals(sample, offset, offset + wanted.length, wanted, 0, wanted.length);
    }
}
