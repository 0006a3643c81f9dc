package org.otklik.channels.email.reply;

/** Markup to text. */
public final class ReadableHtml {
    private ReadableHtml() {}

    /** The text that a reader sees, quotations marked as in plain mails. */
    public static String text(String html) {
        return ReplyExtractor.joined(HtmlLines.of(html));
    }
}
