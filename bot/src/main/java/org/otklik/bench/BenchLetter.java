package org.otklik.bench;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What somebody writes, before a program makes a mail of it.
 *
 * @param id its Message-ID
 * @param answered the Message-ID of the letter that it goes on with
 * @param wording what stands around the new text, in the same language
 * @param said the new text
 * @param isProven whether the receiving server vouches for the sender
 * @param fileSeed of what may be attached, of which mails take as much as they need
 */
record BenchLetter(
        String id,
        Optional<String> answered,
        String from,
        Wording wording,
        String said,
        Instant date,
        boolean isProven,
        long fileSeed) {
    /** To which all mails go. */
    static final String ORGANIZATION = "hello@bench.example";
    /** The name by which the receiving server signs what it found out. */
    static final String SERVER = "mx.bench.example";

    /** A mail of this letter with some headers more, which end with a line end each, around a body. */
    String mail(String charset, String headers, MimePart body) {
        var lines = new StringBuilder();
        lines.append("Return-Path: <").append(from).append(">\r\n");
        lines.append("Delivered-To: ").append(ORGANIZATION).append("\r\n");
        if (isProven) {
            lines.append("Authentication-Results: ")
                    .append(SERVER)
                    .append("; spf=pass smtp.mailfrom=")
                    .append(from);
            lines.append("; dkim=pass header.d=")
                    .append(from.substring(from.indexOf('@') + 1))
                    .append("\r\n");
        }
        lines.append("Received: from mail.example (mail.example [192.0.2.25]) by ")
                .append(SERVER);
        lines.append(" with ESMTPS;\r\n\t").append(written(date)).append("\r\n");
        lines.append("From: ")
                .append(word(wording.writer(), charset))
                .append(" <")
                .append(from)
                .append(">\r\n");
        lines.append("To: ").append(ORGANIZATION).append("\r\n");
        lines.append("Subject: ").append(word(wording.subject(), charset)).append("\r\n");
        lines.append("Date: ").append(written(date)).append("\r\n");
        lines.append("Message-ID: <").append(id).append(">\r\n");
        answered.ifPresent(other -> lines.append("In-Reply-To: <")
                .append(other)
                .append(">\r\n")
                .append("References: <")
                .append(other)
                .append(">\r\n"));
        lines.append("MIME-Version: 1.0\r\n").append(headers);
        return lines + body.written();
    }

    private static String word(String text, String charset) {
        try {
            return MimeUtility.encodeText(text, charset, "B");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
