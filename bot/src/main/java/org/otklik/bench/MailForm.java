package org.otklik.bench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What programs make of a letter. */
enum MailForm {
    /** As web mailers write: the text twice, plain and as HTML, with the other's letter quoted. */
    BOTH_WAYS(35) {
        @Override
        String write(BenchLetter letter, int filling) {
            return bothWays(letter, "base64", filling);
        }
    },
    /** The same by programs that keep Latin letters readable. */
    QUOTED_PRINTABLE(15) {
        @Override
        String write(BenchLetter letter, int filling) {
            return bothWays(letter, "quoted-printable", filling);
        }
    },
    /** Plain text in an old charset, as bytes. */
    OLD(10) {
        @Override
        String write(BenchLetter letter, int filling) {
            return plain(letter, OLD_CHARSET, "8bit", filling);
        }
    },
    /** Plain text with a quotation on each line. */
    PLAIN(8) {
        @Override
        String write(BenchLetter letter, int filling) {
            return plain(letter, StandardCharsets.UTF_8, "base64", filling);
        }
    },
    /** A short text and a document. */
    WITH_FILE(20) {
        @Override
        String write(BenchLetter letter, int filling) {
            var text = MimePart.text("plain", StandardCharsets.UTF_8, "base64", answer(letter, 2));
            return letter.mail("UTF-8", "", MimePart.several("multipart/mixed", text, document(letter, filling)));
        }
    },
    AWAY(6) {
        @Override
        String write(BenchLetter letter, int filling) {
            var text = letter.wording().away() + "\n\n" + quotation(letter, filling);
            return letter.mail(
                    "UTF-8",
                    "Auto-Submitted: auto-replied\r\n",
                    MimePart.text("plain", StandardCharsets.UTF_8, "base64", text));
        }
    },
    BOUNCE(3) {
        @Override
        String write(BenchLetter letter, int filling) {
            var status = "Reporting-MTA: dns; mail.example\r\n\r\nFinal-Recipient: rfc822; " + letter.from()
                    + "\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user\r\n";
            var returned = MimePart.text(
                    "plain", StandardCharsets.UTF_8, "base64", letter.wording().quotation(filling));
            return letter.mail(
                    "UTF-8",
                    "Auto-Submitted: auto-replied\r\n",
                    MimePart.several(
                            "multipart/report; report-type=delivery-status",
                            MimePart.text(
                                    "plain",
                                    StandardCharsets.UTF_8,
                                    "base64",
                                    letter.wording().undelivered()),
                            new MimePart("Content-Type: message/delivery-status\r\n", status),
                            new MimePart(
                                    "Content-Type: message/rfc822\r\n",
                                    "From: " + BenchLetter.ORGANIZATION + "\r\nTo: " + letter.from() + "\r\n"
                                            + returned.written())));
        }
    },
    NEWSLETTER(3) {
        @Override
        String write(BenchLetter letter, int filling) {
            var text = html(letter.wording().quotation(filling), "");
            return letter.mail(
                    "UTF-8",
                    "List-Id: <news.mail.example>\r\nPrecedence: bulk\r\n",
                    MimePart.text("html", StandardCharsets.UTF_8, "quoted-printable", text));
        }
    };

    /** A filling by which it can be told how much a mail grows. */
    static final int SAMPLE = 7;

    private static final Charset OLD_CHARSET = Charset.forName("windows-1251");
    private static final int BYTES_PER_FILLING = 100;

    private final int share;

    MailForm(int share) {
        this.share = share;
    }

    /** One of them; each comes as often as its share says. */
    static MailForm any(RandomGenerator random) {
        int left = random.nextInt(
                Arrays.stream(values()).mapToInt(form -> form.share).sum());
        for (var form : values()) {
            left -= form.share;
            if (left < 0) {
                return form;
            }
        }
        throw new IllegalStateException("the shares are less than their sum");
    }

    /**
     * Writes a mail, one Latin-1 letter for each byte.
     *
     * @param filling how much there is in it besides what is new; its length grows with it evenly
     */
    abstract String write(BenchLetter letter, int filling);

    private static String bothWays(BenchLetter letter, String coding, int filling) {
        var said = letter.said() + "\n\n" + letter.wording().closing();
        return letter.mail(
                "UTF-8",
                "",
                MimePart.several(
                        "multipart/alternative",
                        MimePart.text("plain", StandardCharsets.UTF_8, coding, answer(letter, filling)),
                        MimePart.text(
                                "html", StandardCharsets.UTF_8, coding, html(said, quotedHtml(letter, filling)))));
    }

    private static String plain(BenchLetter letter, Charset charset, String coding, int filling) {
        return letter.mail(charset.name(), "", MimePart.text("plain", charset, coding, answer(letter, filling)));
    }

    private static String answer(BenchLetter letter, int filling) {
        return letter.said() + "\n\n-- \n" + letter.wording().closing() + "\n\n" + quotation(letter, filling) + "\n";
    }

    private static String quotation(BenchLetter letter, int filling) {
        return letter.wording().wrote() + "\n"
                + letter.wording().quotation(filling).replaceAll("(?m)^", "> ");
    }

    private static String quotedHtml(BenchLetter letter, int filling) {
        return "<div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">"
                + letter.wording().wrote().replace("<", "&lt;").replace(">", "&gt;")
                + "</div><blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex\">"
                + paragraphs(letter.wording().quotation(filling))
                + "</blockquote></div>";
    }

    private static String html(String text, String below) {
        return "<html><head><style>p { margin: 0 0 1em; font-family: sans-serif }</style></head><body>"
                + paragraphs(text) + below + "</body></html>\n";
    }

    private static String paragraphs(String text) {
        return text.lines()
                .map(line -> "<p style=\"color:#222\">" + line.replace("&", "&amp;") + "</p>\n")
                .collect(Collectors.joining());
    }

    private static MimePart document(BenchLetter letter, int filling) {
        var content = new byte[filling * BYTES_PER_FILLING];
        new Random(letter.fileSeed()).nextBytes(content);
        var kind = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(kind, 0, content, 0, Math.min(kind.length, content.length));
        return MimePart.file("application/pdf", "receipt.pdf", content);
    }
}
