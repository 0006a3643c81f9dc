package org.otklik.channels.email.outgoing;

import java.util.regex.Pattern;

/** Plain words as HTML: everything escaped, addresses of pages and mailboxes made links. */
final class Markup {
    /** What looks like a link; what follows it in a sentence is cut off after. */
    private static final Pattern LINK =
            Pattern.compile("(?iU)\\bhttps?://[^\\s<>\"«»]+|\\b[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");

    private static final String CLOSING = ".,;:!?'…)]}*";

    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String linked(String text) {
        var html = new StringBuilder();
        var links = LINK.matcher(text);
        int done = 0;
        while (links.find()) {
            var link = trimmed(links.group());
            html.append(escaped(text.substring(done, links.start())));
            var scheme = link.regionMatches(true, 0, "http", 0, 4) && link.contains("://") ? "" : "mailto:";
            html.append("<a href=\"%s\">%s</a>".formatted(escaped(scheme + link), escaped(link)));
            done = links.start() + link.length();
        }
        return html.append(escaped(text.substring(done))).toString();
    }

    /** Without the mark that ends the sentence, and without a bracket that was opened before the link. */
    private static String trimmed(String link) {
        int end = link.length();
        while (end > 0 && CLOSING.indexOf(link.charAt(end - 1)) >= 0 && !closesOwnBracket(link, end)) {
            end--;
        }
        return link.substring(0, end);
    }

    private static boolean closesOwnBracket(String link, int end) {
        var own = link.substring(0, end);
        return own.endsWith(")")
                && own.chars().filter(c -> c == '(').count()
                        >= own.chars().filter(c -> c == ')').count();
    }
}
