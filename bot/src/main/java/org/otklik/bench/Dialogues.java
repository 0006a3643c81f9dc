package org.otklik.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What visitors of a small organisation say, dialogue by dialogue, in both languages. */
final class Dialogues {
    private final List<List<String>> all = Arrays.stream(
                    Resource.read("dialogues.txt").split("\\R{2,}"))
            .map(dialogue -> dialogue.lines().toList())
            .toList();

    /** The lines of one of them; the numbers go round. */
    List<String> get(int number) {
        return all.get(Math.floorMod(number, all.size()));
    }

    /** How many there are. */
    int count() {
        return all.size();
    }

    /** The first lines of all of them, then the second lines, and so on; a short one begins again. */
    List<String> sideBySide() {
        return IntStream.range(0, all.stream().mapToInt(List::size).max().orElse(0))
                .boxed()
                .flatMap(turn -> all.stream().map(dialogue -> dialogue.get(turn % dialogue.size())))
                .toList();
    }
}
