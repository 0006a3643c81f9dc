package org.otklik.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.otklik.conversation.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came of a training, as its file tells.
 *
 * @param fingerprint of what was learned from
 * @param isUsed whether the new models took the place of those before
 * @param before the share of held-out messages understood by those before, by language
 * @param after the share understood by the new ones
 */
public record LastLesson(
        String fingerprint,
        boolean isUsed,
        SortedMap<String, Double> before,
        SortedMap<String, Double> after,
        double seconds,
        Instant at) {
    private static final Logger LOG = LoggerFactory.getLogger(LastLesson.class);

    static Optional<LastLesson> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(Json.MAPPER.readValue(Files.readString(file), LastLesson.class))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} can't be read, so it is trained anew: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.writeString(part, Json.write(this).data() + '\n');
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
