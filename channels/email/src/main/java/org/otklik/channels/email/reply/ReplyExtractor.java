package org.otklik.channels.email.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.channels.email.reply.Line.Origin;

/**
 * Finds the new text of a mail: above, below or between what it quotes. Quotations are known by what mail programs write around them in
 * any language ({@link Phrase}), and by their marks.
 */
public final class ReplyExtractor {
    private static final Pattern FRAMED = Pattern.compile(
            "^[\\s*_|]*[-_=*~<\u2014\u2013]{2,}[\\s*]*(\\p{L}.*?)[\\s:*]*[-_=*~>\u2014\u2013]{2,}[\\s*:]*$");

    /** More is no mail that a person wrote, and would only cost time. */
    private static final int MOST_LINES = 5_000;

    private static final int LONGEST_FRAME = 150;
    private static final int LEAST_HISTORY = 2;

    private final List<Line> lines;
    private final List<Line> quote = new ArrayList<>();
    private final List<List<Line>> stretches = new ArrayList<>();
    private Optional<Reply.Earlier> earlier = Optional.empty();

    private ReplyExtractor(List<Line> lines) {
        this.lines = lines;
    }

    public static Reply fromText(String text) {
        var lines = text.lines().limit(MOST_LINES).toList();
        return new ReplyExtractor(InitialMarks.replaced(lines).stream()
                        .flatMap(line -> Attribution.apart(line).stream())
                        .map(Line::plain)
                        .toList())
                .extract();
    }

    public static Reply fromHtml(String html) {
        return new ReplyExtractor(HtmlLines.of(html).stream().limit(MOST_LINES).toList()).extract();
    }

    private Reply extract() {
        var open = new ArrayList<Line>();
        boolean attributed = false;
        int at = bannerEnd();
        while (at < lines.size()) {
            var start = History.at(lines, at);
            if (start.isEmpty()) {
                open.add(lines.get(at++));
                continue;
            }
            attributed = true;
            int from = trimmed(open);
            quote.addAll(open.subList(from, open.size()));
            open.subList(from, open.size()).clear();
            int end = quotationEnd(start.get());
            if (earlier.isEmpty()) {
                earlier = start.get().earlier(lines);
            }
            quote.addAll(lines.subList(at, end));
            close(open);
            at = end;
        }
        close(open);
        if (!attributed) {
            return unattributed();
        }
        return reply(stretches.stream().map(ReplyExtractor::withoutQuotations).toList());
    }

    private void close(List<Line> open) {
        if (open.stream().anyMatch(line -> !line.isBlank())) {
            stretches.add(List.copyOf(open));
        }
        open.clear();
    }

    /** Rules and half headers before the attribution belong to it. */
    private static int trimmed(List<Line> open) {
        int end = open.size();
        for (int i = open.size(); i > 0; i--) {
            var line = open.get(i - 1);
            boolean label = HeaderBlock.label(line).isPresent() && i < open.size() + 1 && i > open.size() - 8;
            if (line.isRule() || label) {
                end = i - 1;
            } else if (!line.isBlank()) {
                break;
            }
        }
        return end;
    }

    /** Where the quotation that begins here ends: with its marks when it has some, else with the mail. */
    private int quotationEnd(History start) {
        int first = start.end();
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        boolean marked = (first < lines.size() && lines.get(first).isQuoted())
                || lines.get(start.at()).isQuoted();
        return marked ? Quotation.end(lines, first) : lines.size();
    }

    /** Marked lines without any attribution: at either end they are history, alternating with answers too; else somebody cited something. */
    private Reply unattributed() {
        var all = stretches.stream().flatMap(List::stream).toList();
        int runs = Quotation.runs(all);
        int last = Quotation.trailing(all);
        boolean allQuoted = all.stream().allMatch(line -> line.isBlank() || line.isQuoted());
        if (runs == 0 || allQuoted) {
            return reply(List.of(all));
        }
        if (last < all.size()) {
            quote.addAll(all.subList(last, all.size()));
            var before = all.subList(0, last);
            return reply(List.of(runs > 2 ? withoutQuotations(before) : before));
        }
        if (runs == 1 && !beginsWithQuotation(all)) {
            return reply(List.of(all));
        }
        all.stream().filter(Line::isQuoted).forEach(quote::add);
        return reply(List.of(withoutQuotations(all)));
    }

    /** A single line that somebody puts before a text is a motto or a citation. */
    private static boolean beginsWithQuotation(List<Line> all) {
        return all.stream()
                        .filter(line -> !line.isBlank())
                        .limit(LEAST_HISTORY)
                        .filter(Line::isQuoted)
                        .count()
                == LEAST_HISTORY;
    }

    private static List<Line> withoutQuotations(List<Line> stretch) {
        var kept = new ArrayList<Line>();
        for (int i = 0; i < stretch.size(); i++) {
            if (stretch.get(i).isQuoted()) {
                i = Quotation.end(stretch, i) - 1;
                while (!kept.isEmpty() && kept.getLast().isBlank()) {
                    kept.removeLast();
                }
                kept.add(Line.plain(""));
            } else if (!stretch.get(i).isBlank()
                    || i == 0
                    || !stretch.get(i - 1).isQuoted()) {
                kept.add(stretch.get(i));
            }
        }
        return kept;
    }

    private Reply reply(List<List<Line>> texts) {
        var paragraphs = texts.stream()
                .map(Signature::cut)
                .map(ReplyExtractor::joined)
                .map(SignOff::cutAtEnd)
                .filter(text -> !text.isBlank())
                .toList();
        return new Reply(String.join("\n\n", paragraphs).strip(), joined(quote), earlier);
    }

    static String joined(List<Line> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && (lines.get(to - 1).isBlank() || lines.get(to - 1).isRule())) {
            to--;
        }
        return String.join("\n", lines.subList(from, to).stream().map(Line::raw).toList());
    }

    /** What a mail server puts before mails from outside is no text of theirs. */
    private int bannerEnd() {
        int at = 0;
        while (at < lines.size() && (lines.get(at).isBlank() || lines.get(at).isRule())) {
            at++;
        }
        if (at == lines.size() || !Phrase.BANNER.isIn(lines.get(at).text())) {
            return 0;
        }
        while (at < lines.size() && !lines.get(at).isBlank() && !lines.get(at).isRule()) {
            at++;
        }
        return at < lines.size() ? at + 1 : 0;
    }

    /** The text of a line between dashes: "-----Original Message-----". */
    static Optional<String> framed(Line line) {
        if (line.text().length() > LONGEST_FRAME) {
            return Optional.empty();
        }
        var framed = FRAMED.matcher(line.text());
        return framed.matches() ? Optional.of(framed.group(1)) : Optional.empty();
    }

    static boolean isHistory(Line line) {
        return line.origin() == Origin.HISTORY;
    }
}
