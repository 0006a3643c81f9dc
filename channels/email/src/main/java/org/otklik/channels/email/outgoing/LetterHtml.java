package org.otklik.channels.email.outgoing;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.otklik.channels.Table;
import org.otklik.i18n.Language;

/**
 * A letter as HTML, made from its plain text: paragraphs, lists and links that the text has anyway. Nothing in it is loaded from
 * elsewhere.
 */
final class LetterHtml {
    private static final Pattern NUMBERED = Pattern.compile("\\s*(\\d{1,4})[.)] (.+)");
    private static final Pattern BULLET = Pattern.compile("\\s*[-*•–—] (.+)");
    private static final String CELL = "padding:4px 8px;border:1px solid #ccc;vertical-align:top;text-align:";

    private final Language language;
    private final StringBuilder html = new StringBuilder();

    LetterHtml(Language language) {
        this.language = language;
    }

    /** A picture that goes with the letter. */
    record Picture(String contentId, String alternative) {}

    String of(String title, String text, List<Table> tables, List<Picture> pictures) {
        var code = language.code();
        html.append("<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                .formatted(code, new ULocale(code).isRightToLeft() ? "rtl" : "ltr"));
        html.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.append("<title>%s</title>\n</head>\n".formatted(Markup.escaped(title)));
        html.append("<body style=\"font-family:sans-serif;line-height:1.4;max-width:45em\">\n");
        body(text, tables);
        pictures.forEach(this::picture);
        return html.append("</body>\n</html>\n").toString();
    }

    /** The text with its tables in their places; a table that is in no place of it stands below. */
    private void body(String text, List<Table> tables) {
        var rest = text;
        var below = new ArrayList<Table>();
        for (var table : tables) {
            int at = rest.indexOf(table.plain());
            if (at < 0) {
                below.add(table);
            } else {
                words(rest.substring(0, at));
                table(table);
                rest = rest.substring(at + table.plain().length());
            }
        }
        words(rest);
        below.forEach(this::table);
    }

    private void words(String text) {
        for (var block : text.split("\n\\s*\n")) {
            block(block.lines().filter(line -> !line.isBlank()).toList());
        }
    }

    /** Lines between blank lines: a paragraph, or a list with what stands before and after it. */
    private void block(List<String> lines) {
        int at = 0;
        while (at < lines.size()) {
            var run = items(lines.subList(at, lines.size()));
            if (run.isEmpty()) {
                int end = at + 1;
                while (end < lines.size()
                        && items(lines.subList(end, lines.size())).isEmpty()) {
                    end++;
                }
                paragraph(lines.subList(at, end));
                at = end;
            } else {
                list(run.get());
                at += run.get().items().size();
            }
        }
    }

    /** @param start the number of the first item; empty for bullets */
    private record Items(Optional<Integer> start, List<String> items) {}

    /** The list that begins with the first of the lines. One line with a number is a sentence that begins with a figure. */
    private static Optional<Items> items(List<String> lines) {
        var bullets = leading(lines, BULLET, item -> true);
        if (!bullets.isEmpty()) {
            return Optional.of(new Items(
                    Optional.empty(),
                    bullets.stream().map(item -> item.group(1)).toList()));
        }
        var first = NUMBERED.matcher(lines.getFirst());
        if (!first.matches()) {
            return Optional.empty();
        }
        int start = Integer.parseInt(first.group(1));
        var next = new int[] {start};
        var numbered = leading(lines, NUMBERED, item -> Integer.parseInt(item.group(1)) == next[0]++);
        return numbered.size() > 1
                ? Optional.of(new Items(
                        Optional.of(start),
                        numbered.stream().map(item -> item.group(2)).toList()))
                : Optional.empty();
    }

    private static List<MatchResult> leading(List<String> lines, Pattern pattern, Predicate<MatchResult> goesOn) {
        var found = new ArrayList<MatchResult>();
        for (var line : lines) {
            var item = pattern.matcher(line);
            if (!item.matches() || !goesOn.test(item.toMatchResult())) {
                break;
            }
            found.add(item.toMatchResult());
        }
        return found;
    }

    private void paragraph(List<String> lines) {
        html.append("<p dir=\"auto\">");
        html.append(lines.stream().map(Markup::linked).collect(Collectors.joining("<br>\n")));
        html.append("</p>\n");
    }

    private void list(Items list) {
        var tag = list.start().isPresent() ? "ol" : "ul";
        var start = list.start().filter(number -> number != 1).map(number -> " start=\"" + number + "\"");
        html.append("<%s%s>\n".formatted(tag, start.orElse("")));
        list.items().forEach(item -> html.append("<li dir=\"auto\">%s</li>\n".formatted(Markup.linked(item))));
        html.append("</%s>\n".formatted(tag));
    }

    private void table(Table table) {
        html.append("<table style=\"border-collapse:collapse;margin:1em 0\">\n");
        if (!table.caption().isBlank()) {
            html.append("<caption style=\"text-align:start;font-weight:bold\">%s</caption>\n"
                    .formatted(Markup.escaped(table.caption())));
        }
        html.append("<thead>\n");
        row(table, table.titles(), "th scope=\"col\"", "th");
        html.append("</thead>\n<tbody>\n");
        table.rows().forEach(row -> row(table, row, "td", "td"));
        html.append("</tbody>\n</table>\n");
    }

    private void row(Table table, List<String> cells, String opening, String closing) {
        html.append("<tr>");
        IntStream.range(0, cells.size()).forEach(column -> {
            var side = table.numbers().contains(column) ? "end" : "start";
            html.append("<%s style=\"%s%s\">%s</%s>"
                    .formatted(opening, CELL, side, Markup.linked(cells.get(column)), closing));
        });
        html.append("</tr>\n");
    }

    private void picture(Picture picture) {
        html.append("<p><img src=\"cid:%s\" alt=\"%s\" style=\"max-width:100%%\"></p>\n"
                .formatted(Markup.escaped(picture.contentId()), Markup.escaped(picture.alternative())));
    }
}
