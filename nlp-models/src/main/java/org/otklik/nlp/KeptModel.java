package org.otklik.nlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Models in a file: a line that says what they were made of, the models, and the SHA-256 of both.
 *
 * @param fingerprint of the product and of what the organisation has taught
 */
public record KeptModel(String fingerprint, NluModels models) {
    private static final int DIGEST = 32;

    static void write(Path file, String fingerprint, NluModels models) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var part = file.resolveSibling("." + file.getFileName() + ".part");
        try (var out = Files.newOutputStream(part)) {
            var digest = OwnFiles.sha256();
            var digested = new DigestOutputStream(out, digest);
            digested.write((fingerprint + '\n').getBytes(StandardCharsets.US_ASCII));
            ModelFile.write(models.model(), digested);
            out.write(digest.digest());
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * What the file holds; empty where there is none, where it is damaged, and where it is not wanted.
     *
     * @param isWanted by its fingerprint
     */
    public static Optional<KeptModel> read(Path file, Predicate<String> isWanted) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var bytes = Files.readAllBytes(file);
        int end = bytes.length - DIGEST;
        int line = 0;
        while (line < end && bytes[line] != '\n') {
            line++;
        }
        var fingerprint = new String(bytes, 0, line, StandardCharsets.US_ASCII);
        if (line >= end || !isWanted.test(fingerprint) || !isWhole(bytes, end)) {
            return Optional.empty();
        }
        var model = ModelFile.read(new ByteArrayInputStream(bytes, line + 1, end - line - 1));
        return Optional.of(new KeptModel(fingerprint, NluModels.of(model, new IntentCatalogue())));
    }

    private static boolean isWhole(byte[] bytes, int end) {
        var digest = OwnFiles.sha256();
        digest.update(bytes, 0, end);
        return Arrays.equals(digest.digest(), 0, DIGEST, bytes, end, bytes.length);
    }
}
