package org.otklik.channels.email.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.otklik.channels.email.reply.Line.Origin;

/** A mail with markup as the lines that its reader sees, with what the markup tells of quotations and signatures. */
final class HtmlLines implements NodeVisitor {
    /** In characters; what people write is shorter, however much markup there is. */
    private static final int LONGEST = 250_000;

    private static final int DEEPEST = 200;

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tbody",
            "tr",
            "ul");

    private static final Set<String> SPACED = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "ul");
    private static final Set<String> UNSEEN =
            Set.of("head", "script", "style", "template", "title", "noscript", "object", "select");

    /** How mail programs call the element around a signature. */
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?i)gmail_signature|moz-signature|ms-outlook-mobile-signature|applemailsignature|__sig_|protonmail_signature_block"
                    + "|(?:^| )x?_?signature(?: |$)|mail-signature|tutanota_signature|roundcube_signature|js-signature");

    /** How they call the one around or before earlier mails. */
    private static final Pattern HISTORY = Pattern.compile(
            "(?i)divrplyfwdmsg|appendonsend|olk_src_body_section|yahoo_quoted|__quoted_text__|__headers__|zwchr|mail-editor-reference"
                    + "|reply-intro|isforwardcontent|ydp\\w*yahoo_quoted|mail-quote-collapse|gmail_forward_none");

    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|mso-hide\\s*:\\s*all");
    private static final Pattern NO_MARGIN = Pattern.compile("(?i)margin(?:-top)?\\s*:\\s*0");
    private static final Pattern INDENTED_ONLY =
            Pattern.compile("(?i)border\\s*:\\s*(?:none|0)[^-].*padding\\s*:\\s*0");
    private static final Pattern STYLED_PARAGRAPHS =
            Pattern.compile("(?i)\\bp(?:\\.\\w{1,40})?[^{}<]{0,80}\\{[^{}<]{0,300}margin(?:-top)?\\s{0,3}:\\s{0,3}0");

    private static final char NO_BREAK = '\u00A0';
    private static final int LONGEST_STYLE = 20_000;
    private static final int LONGEST_ATTRIBUTE = 300;

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private final boolean tightParagraphs;
    private int depth;
    private int signatures;
    private int preformatted;
    private int unseen;
    private boolean history;
    private boolean space;

    private HtmlLines(boolean tightParagraphs) {
        this.tightParagraphs = tightParagraphs;
    }

    static List<Line> of(String html) {
        var shortened = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        var parser = org.jsoup.parser.Parser.htmlParser().setMaxDepth(DEEPEST);
        var visitor = new HtmlLines(hasTightParagraphs(shortened));
        Jsoup.parse(shortened, "", parser).traverse(visitor);
        visitor.flush();
        return visitor.lines;
    }

    private static boolean hasTightParagraphs(String html) {
        int style = html.toLowerCase(Locale.ROOT).indexOf("<style");
        return style >= 0
                && STYLED_PARAGRAPHS
                        .matcher(html.substring(style, Math.min(html.length(), style + LONGEST_STYLE)))
                        .find();
    }

    @Override
    public void head(Node node, int level) {
        if (node instanceof TextNode text && unseen == 0) {
            write(text.getWholeText());
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    private void open(Element element) {
        var name = element.normalName();
        if (isUnseen(element)) {
            unseen++;
        }
        if (unseen > 0) {
            return;
        }
        if (BLOCKS.contains(name)) {
            flush();
            margin(element);
        }
        if (isQuotation(element)) {
            depth++;
        }
        if (isNamed(element, HISTORY)) {
            flush();
            history = true;
        }
        if (isNamed(element, SIGNATURE)) {
            flush();
            signatures++;
        }
        switch (name) {
            case "br" -> breakLine();
            case "pre" -> preformatted++;
            case "li" -> current.append("- ");
            case "td", "th" -> space = true;
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int level) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (isUnseen(element)) {
            unseen--;
            return;
        }
        if (unseen > 0) {
            return;
        }
        var name = element.normalName();
        if (BLOCKS.contains(name)) {
            flush();
            margin(element);
        }
        if (isQuotation(element)) {
            depth--;
        }
        if (isNamed(element, SIGNATURE)) {
            flush();
            signatures--;
        }
        preformatted -= name.equals("pre") ? 1 : 0;
    }

    private static boolean isUnseen(Element element) {
        return UNSEEN.contains(element.normalName())
                || HIDDEN.matcher(attribute(element, "style")).find();
    }

    /** Some programs indent with the same element. */
    private static boolean isQuotation(Element element) {
        return element.normalName().equals("blockquote")
                && !INDENTED_ONLY.matcher(attribute(element, "style")).find();
    }

    private static boolean isNamed(Element element, Pattern names) {
        if (element.attributesSize() == 0) {
            return false;
        }
        var called = attribute(element, "id") + " " + attribute(element, "class") + " "
                + attribute(element, "data-marker") + " " + attribute(element, "name");
        return names.matcher(called).find();
    }

    private static String attribute(Element element, String name) {
        var value = element.attr(name);
        return value.substring(0, Math.min(value.length(), LONGEST_ATTRIBUTE));
    }

    private void margin(Element element) {
        boolean spaced = SPACED.contains(element.normalName())
                && !(element.normalName().equals("p")
                        && (tightParagraphs
                                || element.className().toLowerCase(Locale.ROOT).startsWith("mso")
                                || NO_MARGIN
                                        .matcher(attribute(element, "style"))
                                        .find()));
        boolean nested = element.parent() != null
                && Set.of("li", "ul", "ol").contains(element.parent().normalName());
        if (spaced && !nested && !lines.isEmpty() && !lines.getLast().isBlank()) {
            add("");
        }
    }

    private void write(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (preformatted > 0 && c == '\n') {
                breakLine();
            } else if (preformatted == 0 && (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f')) {
                space = true;
            } else {
                if (space && !current.isEmpty() && !endsWithBlank()) {
                    current.append(' ');
                }
                space = false;
                // Programs pad with blanks that do not break, after the number of a list among others.
                if (c != NO_BREAK || preformatted > 0 || !endsWithBlank() || isBlank(current)) {
                    current.append(c);
                }
            }
        }
    }

    private boolean endsWithBlank() {
        return !current.isEmpty() && isBlank(current.substring(current.length() - 1));
    }

    private static boolean isBlank(CharSequence text) {
        return text.chars().allMatch(c -> c == ' ' || c == NO_BREAK);
    }

    private void breakLine() {
        add(current.toString());
        current.setLength(0);
        space = false;
    }

    private void flush() {
        space = false;
        if (!current.isEmpty()) {
            breakLine();
        }
    }

    private void add(String text) {
        var clean = Line.plain(text).raw().stripTrailing();
        boolean blank = clean.isBlank();
        if (blank
                && !lines.isEmpty()
                && lines.getLast().isBlank()
                && lines.getLast().depth() == depth) {
            return;
        }
        var origin = history && !blank ? Origin.HISTORY : signatures > 0 ? Origin.SIGNATURE : Origin.TEXT;
        history &= blank;
        lines.add(depth == 0 && origin == Origin.TEXT ? Line.plain(clean) : Line.marked(clean, depth, origin));
    }
}
