package org.otklik.channels.email.reply;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of new text in one piece, and what stands around each of them. */
final class Stretch {
    /** In characters; longer lines are none of a signature. */
    static final int LONGEST_LINE = 80;

    private final List<Line> lines;

    /** How many lines with text, and how many paragraphs, come after each line. */
    private final int[] linesAfter;

    private final int[] paragraphsAfter;

    Stretch(List<Line> lines) {
        this.lines = lines;
        linesAfter = new int[lines.size()];
        paragraphsAfter = new int[lines.size()];
        for (int i = lines.size() - 2; i >= 0; i--) {
            boolean blank = lines.get(i + 1).isBlank();
            linesAfter[i] = linesAfter[i + 1] + (blank ? 0 : 1);
            paragraphsAfter[i] =
                    paragraphsAfter[i + 1] + (!blank && lines.get(i).isBlank() ? 1 : 0);
        }
    }

    Line line(int i) {
        return lines.get(i);
    }

    String text(int i) {
        return lines.get(i).text().strip();
    }

    /** How many lines with text follow. */
    int rest(int i) {
        return linesAfter[i];
    }

    /** The lines with text that follow. */
    Stream<Line> after(int i) {
        return lines.subList(i + 1, lines.size()).stream().filter(line -> !line.isBlank());
    }

    /** The line right below, unless a blank one or the end is there. */
    Optional<Line> below(int i) {
        return Optional.of(i + 1)
                .filter(next -> next < lines.size())
                .map(lines::get)
                .filter(line -> !line.isBlank());
    }

    /** The last line with text above. */
    Optional<Line> before(int i) {
        return lines.subList(0, i).reversed().stream()
                .filter(line -> !line.isBlank())
                .findFirst();
    }

    boolean hasTextAbove(int i) {
        return before(i).isPresent();
    }

    /** From a line to the next blank one. */
    String paragraph(int i) {
        return lines.subList(i, lines.size()).stream()
                .takeWhile(line -> !line.isBlank())
                .map(Line::text)
                .collect(Collectors.joining(" "));
    }

    /** Whether all that follows could be a signature. */
    boolean areShort(int i) {
        return after(i).allMatch(line ->
                line.text().length() <= LONGEST_LINE || line.text().contains("://"));
    }

    boolean isParagraphStart(int i) {
        return i == 0 || lines.get(i - 1).isBlank() || lines.get(i - 1).isRule();
    }

    /** At most two more paragraphs follow. */
    boolean isNearEnd(int i) {
        return paragraphsAfter[i] <= 3;
    }

    boolean isLastParagraph(int i) {
        return paragraphsAfter[i] == 0;
    }

    /** Without marks that people and programs put before a line. */
    static String undecorated(String text) {
        return text.replaceAll("^[*_>\\[(\"'\\s-]+", "");
    }
}
