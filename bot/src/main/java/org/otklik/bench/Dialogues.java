package org.otklik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What visitors of a small organisation say, dialogue by dialogue, in both languages. */
final class Dialogues {
    private static final String RESOURCE = "/bench/dialogues.txt";

    private final List<List<String>> all;

    private Dialogues(List<List<String>> all) {
        this.all = all;
    }

    static Dialogues read() {
        try (var stream = Dialogues.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Dialogues(Arrays.stream(text.strip().split("\\R{2,}"))
                    .map(dialogue -> dialogue.lines().toList())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of one of them; the numbers go round. */
    List<String> get(int number) {
        return all.get(Math.floorMod(number, all.size()));
    }
}
