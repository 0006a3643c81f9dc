package org.otklik.channels.email.reply;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sentence before a quotation that tells who wrote it, and when. Mail programs write it in dozens of forms and break it into
 * several lines, so it is known by what it holds: a date, a time, an address, a verb, and a colon at its end.
 *
 * @param end the line after it
 * @param isCertain whether it needs no quotation marks after it
 */
record Attribution(int end, boolean isCertain) {
    private static final int LONGEST = 400;
    private static final int MOST_LINES = 6;
    private static final int LONGEST_NAME = 80;

    private static final String MONTH = "(?:" + Phrase.MONTHS.pattern() + ")\\.?";

    private static final Pattern DATE = Pattern.compile("(?iuU)\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b"
            + "|\\b\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}\\b"
            + "|\\b\\d{1,2}(?:st|nd|rd|th|\\.|\u00BA)?[ -]+(?:de |of )?" + MONTH + "(?!\\p{L})"
            + "|\\b" + MONTH + "[ -]+\\d{1,2}\\b"
            + "|\\d{4}\u5E74");

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2}\\b");
    private static final Pattern TIME = Pattern.compile("\\b\\d{1,2}\\s?[:.h]\\s?\\d{2}(?:[:.]\\d{2})?\\b");
    private static final Pattern GROUP_WISE = Pattern.compile(">>> (.*\\d:\\d{2}.*) >>>");
    private static final Pattern RUNS_ON = Pattern.compile("^(\\s*\\p{L}[^:]*\\d:\\d{2}.*?\\p{L}:)\\s{2,}\\S");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@,;:\"]+@[^\\s<>@,;:\"]+");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?iuU)^(?:" + Phrase.DAYS.pattern() + ")\\b|^\\d{1,4}[./ -]");
    /** A full stop after a word that is no abbreviation ends a sentence, too. */
    private static final Pattern SENTENCE_END = Pattern.compile("[!?:]$|\\p{L}{4,}\\.$|[\"\u00BB)\u201D]\\.$");

    /** The attribution that begins at a line, if one does. */
    static Optional<Attribution> at(List<Line> lines, int start) {
        var first = lines.get(start);
        if (!isCandidate(first)) {
            return Optional.empty();
        }
        var joined = new StringBuilder();
        for (int i = start; i < lines.size() && i < start + MOST_LINES; i++) {
            var line = lines.get(i);
            // A broken address may leave its closing bracket at the beginning of a line, where it looks like a
            // quotation mark.
            boolean open = count(joined, '<') > count(joined, '>');
            var text = (open && line.isQuoted() ? line.raw() : line.text()).strip();
            if ((line.depth() > first.depth() && !open) || joined.length() + text.length() > LONGEST) {
                break;
            }
            joined.append(joined.isEmpty() || text.isEmpty() ? "" : " ").append(text);
            var kind = kind(joined.toString());
            if (kind.isPresent() && (kind.get() || isFollowedByQuotation(lines, i + 1, first.depth()))) {
                return Optional.of(new Attribution(i + 1, kind.get()));
            }
            if (kind.isPresent() && isEnded(joined)) {
                return Optional.empty();
            }
            boolean goesOn = text.isEmpty() ? open : !endsSentence(text);
            if ((!goesOn && !isBracket(lines, i + 1)) || !hasDate(first.text())) {
                break;
            }
        }
        return Optional.empty();
    }

    private static boolean hasDate(String text) {
        return DATE.matcher(text).find()
                || (ADDRESS.matcher(text).find() && TIME.matcher(text).find());
    }

    private static boolean isBracket(List<Line> lines, int next) {
        return next + 1 < lines.size()
                && (lines.get(next).text().startsWith("<")
                        || (lines.get(next).isBlank()
                                && lines.get(next + 1).text().startsWith("<")));
    }

    private static long count(StringBuilder text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static boolean isCandidate(Line line) {
        var text = line.text();
        return !text.isBlank()
                && text.length() <= LONGEST
                && (text.chars().anyMatch(Character::isDigit)
                        || text.contains("@")
                        || text.endsWith(":")
                        || Phrase.WROTE.isWordIn(text));
    }

    private static boolean isEnded(CharSequence joined) {
        return joined.charAt(joined.length() - 1) == ':';
    }

    private static boolean endsSentence(String text) {
        return SENTENCE_END.matcher(text).find();
    }

    private static boolean isFollowedByQuotation(List<Line> lines, int from, int depth) {
        return lines.subList(from, lines.size()).stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.depth() > depth)
                .orElse(false);
    }

    /** Whether a text is an attribution, and if so, a certain one. */
    private static Optional<Boolean> kind(String joined) {
        var text = undecorated(joined);
        boolean framed = joined.strip().startsWith("--") && joined.strip().endsWith("--");
        boolean colon = text.endsWith(":") || text.endsWith("\uFF1A");
        var body = colon ? text.substring(0, text.length() - 1).strip() : text;
        boolean verbLast = Phrase.WROTE.ends(body.replaceFirst("[,;]$", ""));
        boolean date = DATE.matcher(body).find();
        boolean time = TIME.matcher(body).find();
        boolean address = ADDRESS.matcher(body).find();
        if (!colon && !verbLast) {
            boolean bare = date && time && address && DAY_FIRST.matcher(body).find();
            return bare ? Optional.of(false) : Optional.empty();
        }
        boolean verb = verbLast || (colon && Phrase.WROTE.isWordIn(body));
        if (Phrase.YOU.isIn(body)) {
            return Optional.of(false);
        }
        // A year, an hour and an address say enough in languages that no file of phrases is about.
        boolean dated = date || YEAR.matcher(body).find();
        if ((verb && (date || address)) || (verbLast && framed) || (colon && dated && time && address)) {
            return Optional.of(true);
        }
        if (colon
                && date
                && time
                && YEAR.matcher(body).find()
                && DAY_FIRST.matcher(body).find()
                && isName(afterTime(body))) {
            return Optional.of(true);
        }
        // In "she wrote to me as follows:" the verb is one of a sentence.
        boolean bare = verbLast || Phrase.WROTE.starts(body) || date || time;
        return colon && ((verb && bare) || (date && (address || time))) ? Optional.of(false) : Optional.empty();
    }

    /** Without the dashes, stars and bars around it. */
    private static String undecorated(String joined) {
        int from = 0;
        int to = joined.length();
        while (from < to && isDecoration(joined.charAt(from))) {
            from++;
        }
        while (to > from && isDecoration(joined.charAt(to - 1))) {
            to--;
        }
        return joined.substring(from, to);
    }

    private static boolean isDecoration(char c) {
        return Character.isWhitespace(c)
                || Character.getType(c) == Character.FORMAT
                || c == '-'
                || c == '*'
                || c == '_'
                || c == '|';
    }

    private static String afterTime(String body) {
        var time = TIME.matcher(body);
        int end = 0;
        while (time.find()) {
            end = time.end();
        }
        return body.substring(end).replaceFirst("^[\\s,+\\d:;-]+", "");
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME && !Character.isLowerCase(text.codePointAt(0));
    }

    /** Takes a line apart in which text runs into the attribution or out of it: "Yes--- On Wed, Apr 4, Anna wrote:  When?". */
    static List<String> apart(String line) {
        var groupWise = GROUP_WISE.matcher(line.substring(0, Math.min(line.length(), LONGEST)));
        if (groupWise.matches()) {
            return List.of(groupWise.group(1) + ":");
        }
        int dashes = line.indexOf("---");
        var rest = dashes < 0 ? "" : line.substring(dashes);
        if (dashes > 0 && rest.length() <= LONGEST && isCertain(rest)) {
            return List.of(line.substring(0, dashes), rest);
        }
        var out = RUNS_ON.matcher(line.substring(0, Math.min(line.length(), LONGEST)));
        return out.find() && isCertain(out.group(1))
                ? List.of(out.group(1), line.substring(out.end(1)))
                : List.of(line);
    }

    private static boolean isCertain(String text) {
        return kind(text).orElse(false);
    }
}
