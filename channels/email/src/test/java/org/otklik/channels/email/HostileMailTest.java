package org.otklik.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.otklik.channels.Letter.Authentication;

/** Mails made to stop the reader. Each is read within the time that the next one can wait. */
class HostileMailTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String HEADER = "From: a@attack.example\r\nSubject: x\r\n";

    static Map<String, String> bombs() {
        var bombs = new TreeMap<String, String>();
        bombs.put(
                "2,000 levels",
                HEADER
                        + repeat(
                                2_000,
                                i -> "Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n"));
        bombs.put(
                "20,000 parts",
                HEADER + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + repeat(20_000, i -> "--b\r\n\r\npart " + i + "\r\n"));
        bombs.put("20,000 headers", HEADER + repeat(20_000, i -> "X-" + i + ": y\r\n") + "\r\nhi");
        bombs.put("a header of 1 MB", HEADER + "To: " + "Анна <anna@dom.example>,\r\n ".repeat(35_000) + "\r\n\r\nhi");
        bombs.put("a line of 1 MB", HEADER + "X: " + "я".repeat(500_000) + "\r\n\r\nhi");
        bombs.put(
                "a truncated part",
                HEADER + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/pdf\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLj");
        bombs.put(
                "references to itself",
                "Message-ID: <a@b.example>\r\nReferences: " + "<a@b.example> ".repeat(50_000)
                        + "\r\nIn-Reply-To: <a@b.example>\r\n\r\nhi");
        bombs.put(
                "parameters",
                "Content-Type: text/plain" + repeat(20_000, i -> ";\r\n name*" + i + "*=%D0%AF") + "\r\n\r\nhi");
        bombs.put(
                "one part that calls itself mixed",
                HEADER + "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n" + "--\r\n".repeat(100_000));
        bombs.put("signatures", "DKIM-Signature: v=1; d=attack.example\r\n".repeat(20_000) + HEADER + "\r\nhi");
        bombs.put("utf-7", HEADER + "Content-Type: text/html; charset=utf-7\r\n\r\n" + "+ADw-b+AD4-".repeat(20_000));
        bombs.put("nested comments", "From: " + "(".repeat(100_000) + "\r\n\r\nhi");
        bombs.put("nested groups", "From: " + "a:".repeat(100_000) + "\r\n\r\nhi");
        bombs.put("nested elements", HEADER + "Content-Type: text/html\r\n\r\n" + "<div><b><a>".repeat(100_000) + "hi");
        bombs.put("nested quotations", HEADER + "\r\n" + ">".repeat(300_000));
        bombs.put("attributions", HEADER + "\r\n" + "On 12.05.2026 at 10:00, a <a@b.example\r\n".repeat(100_000));
        bombs.put("labels", HEADER + "\r\n" + "From: a@b.example\r\n".repeat(100_000));
        bombs.put("delimiters", HEADER + "\r\n" + "-- \r\n\r\n".repeat(100_000));
        bombs.put("sign-offs", HEADER + "\r\n" + "Regards,\r\nx\r\n".repeat(100_000));
        bombs.put("zalgo", HEADER + "\r\n" + "e" + "\u0301".repeat(100_000));
        bombs.put("encoded words", "Subject: " + "=?utf-8?q?a?=".repeat(3_000) + "\r\n\r\nhi");
        bombs.put("mails in mails in base64", nestedMails());
        bombs.put(
                "recipients",
                "From: mailer-daemon@x.example\r\nSubject: failure notice\r\n\r\ncould not be delivered "
                        + "a.b@".repeat(100_000));
        return bombs;
    }

    private static String repeat(int times, IntFunction<String> piece) {
        var text = new StringBuilder();
        for (int i = 0; i < times; i++) {
            text.append(piece.apply(i));
        }
        return text.toString();
    }

    private static String nestedMails() {
        var mail = "Subject: y\r\n\r\nz";
        for (int i = 0; i < 25; i++) {
            mail = "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    + Base64.getMimeEncoder().encodeToString(mail.getBytes(StandardCharsets.UTF_8));
        }
        return HEADER + mail;
    }

    static Iterable<Map.Entry<String, String>> named() {
        return bombs().entrySet();
    }

    @ParameterizedTest
    @MethodSource("named")
    @Timeout(60)
    void aBombIsReadSoon(Map.Entry<String, String> bomb) {
        var raw = bomb.getValue().getBytes(StandardCharsets.UTF_8);
        TestMail.read(raw);

        // Of the processor, since others may use it at the same time.
        var threads = ManagementFactory.getThreadMXBean();
        var started = threads.getCurrentThreadCpuTime();
        TestMail.read(raw);

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - started))
                .as(bomb.getKey())
                .isLessThan(PATIENCE);
    }

    @Test
    @Timeout(120)
    void bombsFitIntoLittleMemory() throws IOException, InterruptedException {
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var reader = new ProcessBuilder(java, "-Xmx64m", "-cp", classes, BombReader.class.getName())
                .redirectErrorStream(true)
                .start();
        var said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(reader.waitFor()).as(said).isZero();
    }

    @Test
    void aCrowdedHeaderProvesNothing() {
        var raw = "Authentication-Results: mx.dom.example; dmarc=pass header.from=attack.example\r\n"
                + bombs().get("20,000 headers");

        assertThat(TestMail.read(raw.getBytes(StandardCharsets.UTF_8))
                        .letter()
                        .orElseThrow()
                        .authentication())
                .isEqualTo(Authentication.FAILED);
    }

    @Test
    void randomBytesAreRead() {
        var random = new Random(20260518);
        for (int i = 0; i < 300; i++) {
            var raw = new byte[random.nextInt(2_000)];
            random.nextBytes(raw);
            assertThatCode(() -> TestMail.read(raw)).doesNotThrowAnyException();
        }
    }

    @Test
    void damagedMailsAreRead() {
        var random = new Random(20260519);
        var whole = TestMail.mail()
                .with("Content-Type: multipart/mixed; boundary=\"b\"; charset=\"koi8-r\"")
                .with("Date: Mon, 18 May 2026 12:00:00 +0300")
                .saying(
                        "--b\nContent-Type: text/html; charset=utf-8\n\n<p>Привет</p>\n--b\nContent-Type: message/rfc822\n\nSubject: =?utf-8?B?0J8=?=\n\nx\n--b--\n")
                .bytes();
        for (int i = 0; i < 500; i++) {
            var raw = Arrays.copyOf(whole, random.nextInt(whole.length));
            for (int damage = 0; damage < 5 && raw.length > 0; damage++) {
                raw[random.nextInt(raw.length)] = (byte) random.nextInt();
            }
            assertThatCode(() -> TestMail.read(raw)).doesNotThrowAnyException();
        }
    }

    @Test
    void nulIsLeftOut() {
        assertThat(TestMail.mail().saying("да\u0000нет").read().text()).isEqualTo("данет");
    }
}
