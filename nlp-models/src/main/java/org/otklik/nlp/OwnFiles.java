package org.otklik.nlp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of what an organisation teaches, {@code {language}/{intent}.txt}. People edit them as well, so whatever else stands there is left
 * as it is, and a file is old or new at any moment.
 */
public final class OwnFiles {
    /** Whose voice the messages have that were reviewed. */
    static final String VOICE = "# voice: reviewed";

    /** In characters. Who writes more has said what they want by then. */
    private static final int LONGEST = 400;

    private static final Pattern NAME = Pattern.compile("own\\.[\\p{L}\\p{N}]+(?:[-_.][\\p{L}\\p{N}]+)*");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\s]+");

    private final Path folder;

    /** @param folder need not exist yet */
    public OwnFiles(Path folder) {
        this.folder = folder;
    }

    /** Whether it is a name that an organisation may give an intent of its own. */
    public static boolean isOwnName(String intent) {
        return NAME.matcher(intent).matches();
    }

    /** A message as a line of a file: its beginning, if it is long, without what can't be seen. */
    public static String line(String text) {
        var plain = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .replaceFirst("^[#\\s]+", "")
                .strip();
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int space = plain.lastIndexOf(' ', LONGEST);
        int end = space > 0 ? space : plain.offsetByCodePoints(0, LONGEST / 2);
        return plain.substring(0, end);
    }

    /** By what a line is known again of which nothing else is kept. */
    public static String digest(String line) {
        return HexFormat.of().formatHex(sha256().digest(line.strip().getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Writes a line at the end of a file, unless it stands there already.
     *
     * @throws IOException when the file can't be read or written
     */
    public void add(Locale language, String intent, String line) throws IOException {
        if (!Corpus.languages().contains(language.getLanguage())) {
            throw new IllegalArgumentException("no language of ours: " + language);
        }
        if (!isOwnName(intent) && !isKnown(intent)) {
            throw new IllegalArgumentException("no name of an intent: " + intent);
        }
        var file = folder.resolve(language.getLanguage()).resolve(intent + Corpus.SUFFIX);
        // Whatever bytes stand in the file, they are kept; what is added ends lines of its own.
        var before = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        var said = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var lines = before.lines().map(String::strip).toList();
        if (!lines.contains(said)) {
            var head = isSpeaking(lines) ? "" : (before.isEmpty() ? "" : "\n") + VOICE + '\n';
            var end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
            write(file, before + end + head + said + '\n');
        }
    }

    /** Whether the last section is that of the messages that were reviewed. */
    private static boolean isSpeaking(List<String> lines) {
        return lines.reversed().stream()
                .filter(line -> line.startsWith("#"))
                .findFirst()
                .filter(VOICE::equals)
                .isPresent();
    }

    private static boolean isKnown(String intent) {
        return Corpus.OTHERS.contains(intent) || new IntentCatalogue().names().contains(intent);
    }

    /**
     * Takes lines out of all files.
     *
     * @param digests of the lines
     * @throws IOException when a file can't be read or written
     */
    public void remove(Set<String> digests) throws IOException {
        if (digests.isEmpty() || !Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (var found = Files.walk(folder)) {
            files = found.filter(file -> file.toString().endsWith(Corpus.SUFFIX) && Files.isRegularFile(file))
                    .toList();
        }
        for (var file : files) {
            var before = Files.readString(file, StandardCharsets.ISO_8859_1);
            var after = new StringBuilder();
            before.lines()
                    .filter(line -> !digests.contains(digest(decoded(line))))
                    .forEach(line -> after.append(line).append('\n'));
            if (after.length() < before.length() - 1) {
                write(file, after.toString());
            }
        }
    }

    private static String decoded(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static void write(Path file, String bytes) throws IOException {
        Files.createDirectories(file.getParent());
        var part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.writeString(part, bytes, StandardCharsets.ISO_8859_1);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
