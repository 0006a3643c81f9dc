package org.otklik.channels.email.reply;

import java.util.List;
import java.util.regex.Pattern;

/** The habit of some mail programs, The Bat! among them, to mark what they quote with its author's initials: "AP&gt; When?". */
final class InitialMarks {
    private static final Pattern MARKED = Pattern.compile("^ ?(\\p{Lu}\\p{L}{0,3})(>+ ?.*)$");
    private static final int LONGEST = 500;

    private InitialMarks() {}

    /** The lines with usual marks, when the first that has initials follows an attribution; prose may have such lines, too. */
    static List<String> replaced(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            var marked = MARKED.matcher(shortened(lines.get(i)));
            if (marked.matches()) {
                return isAttribution(lines, i) ? replaced(lines, marked.group(1)) : lines;
            }
        }
        return lines;
    }

    private static boolean isAttribution(List<String> lines, int before) {
        return lines.subList(0, before).reversed().stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> line.strip().endsWith(":"))
                .filter(line -> Phrase.WROTE.isWordIn(line) || Phrase.YOU.isIn(line))
                .isPresent();
    }

    private static List<String> replaced(List<String> lines, String initials) {
        return lines.stream()
                .map(line ->
                        line.strip().startsWith(initials + ">") ? line.strip().substring(initials.length()) : line)
                .toList();
    }

    private static String shortened(String line) {
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
