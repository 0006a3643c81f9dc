package org.otklik.channels.email.reply;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header of an earlier mail as a mail program writes it into the text: From, Sent, To, Subject, in any order and language.
 *
 * @param start its first line
 * @param end the line after it
 */
record HeaderBlock(int start, int end, Map<Phrase, String> fields) {
    private static final List<Phrase> LABELS =
            List.of(Phrase.FROM, Phrase.DATE, Phrase.TO, Phrase.CC, Phrase.SUBJECT, Phrase.OTHER);

    private static final Pattern FIELD =
            Pattern.compile("^[\\s*_|]*([\\p{L}][\\p{L} .'()/-]{0,30}?)[\\s*_]*[:\uFF1A][\\s*_]*(.*)$");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@\\[]+@[^\\s<>@\\]]+");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}[:.]\\d{2}");
    private static final int LONGEST = 20;
    private static final int LONGEST_LABEL = 30;

    /** The block that begins at a line, if one does. */
    static Optional<HeaderBlock> at(List<Line> lines, int start) {
        var fields = new EnumMap<Phrase, String>(Phrase.class);
        int labels = 0;
        int unknown = 0;
        int end = start;
        boolean hasAddress = false;
        boolean hasTime = false;
        for (int i = start; i < lines.size() && i < start + LONGEST; i++) {
            var line = lines.get(i);
            if (line.isLong()) {
                break;
            }
            var field = FIELD.matcher(line.text());
            if (line.isBlank()) {
                // Paragraphs instead of lines; a blank line before anything else is the end.
                if (labels == 0
                        || i + 1 >= lines.size()
                        || label(lines.get(i + 1)).isEmpty()) {
                    break;
                }
                continue;
            }
            if (!field.matches() || field.group(1).length() > LONGEST_LABEL) {
                if (!isContinuation(lines, i, labels)) {
                    break;
                }
                end = i + 1;
                continue;
            }
            var label = label(line);
            if (label.isEmpty()) {
                unknown++;
            }
            label.ifPresent(kind -> fields.putIfAbsent(kind, value(field.group(2))));
            hasAddress |= ADDRESS.matcher(field.group(2)).find();
            hasTime |= TIME.matcher(field.group(2)).find();
            labels++;
            end = i + 1;
        }
        boolean known = isEnough(fields) && (hasAddress || hasTime);
        boolean foreign = labels >= 3 && unknown >= 2 && hasAddress && hasTime && labels <= 7;
        return known || foreign ? Optional.of(new HeaderBlock(start, end, fields)) : Optional.empty();
    }

    private static boolean isEnough(Map<Phrase, String> fields) {
        long kinds =
                fields.keySet().stream().filter(kind -> kind != Phrase.OTHER).count();
        return (kinds >= 2 && fields.containsKey(Phrase.FROM))
                || (fields.containsKey(Phrase.DATE) && fields.containsKey(Phrase.TO))
                || kinds >= 3;
    }

    /** A long list of recipients goes on in the next line. */
    private static boolean isContinuation(List<Line> lines, int i, int labels) {
        var text = lines.get(i).text();
        return labels > 0
                && i + 1 < lines.size()
                && (text.startsWith(" ")
                        || text.startsWith("\t")
                        || ADDRESS.matcher(text).find())
                && label(lines.get(i + 1)).isPresent();
    }

    /** What a line is the label of, if it is one. */
    static Optional<Phrase> label(Line line) {
        if (line.isLong()) {
            return Optional.empty();
        }
        var field = FIELD.matcher(line.text());
        return field.matches()
                ? LABELS.stream().filter(kind -> kind.is(field.group(1))).findFirst()
                : Optional.empty();
    }

    private static String value(String raw) {
        return raw.replaceAll("[*_]+$", "").strip();
    }
}
