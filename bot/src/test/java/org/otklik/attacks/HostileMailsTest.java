package org.otklik.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.attacks.Wire.encoded;
import static org.otklik.check.RawMail.provenFrom;
import static org.otklik.schema.Tables.ATTACHMENT;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.GIFT;
import static org.otklik.schema.Tables.MESSAGE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.ChatVisitor;
import org.otklik.check.RawMail;
import org.otklik.i18n.Language;

/** Mails and chats whose very form is the attack, through real mail servers. */
class HostileMailsTest {
    private static final String OLGA = "olga@lipa.example";
    private static final String ILYA = "ilya@lipa.example";
    private static final String HAROLD = "harold@mail.example";
    private static final String THIEF = "thief@attack.test";
    private static final String PHONE_OF_LIDIA = "000.?44.?33";
    private static final Pattern RECIPIENTS = Pattern.compile("nrcpt=(\\d+)");
    private static final int MEGABYTE = 1 << 20;

    private static Wire wire;
    private static ChatVisitor olga;
    private int logged;

    @BeforeAll
    static void start(@TempDir Path folder) {
        wire = Wire.withTheFund(folder);
        olga = ChatVisitor.arrives(wire.fund(), Language.RU);
        olga.follows(wire.fund().invite("Ольга Стрельцова"));
    }

    @AfterAll
    static void stop() {
        olga.close();
        wire.close();
    }

    @BeforeEach
    void lookAtTheLog() {
        logged = wire.servers().postfixLog().length();
    }

    private static ChatVisitor stranger() {
        return ChatVisitor.arrives(wire.fund(), Language.EN);
    }

    private void eachMailHadOneRecipient() {
        assertThat(RECIPIENTS.matcher(wire.servers().postfixLog()).results().map(found -> found.group(1)))
                .isNotEmpty()
                .containsOnly("1");
        assertThat(wire.servers().postfixLog().substring(logged)).doesNotContain(THIEF);
    }

    @Test
    void aLineBreakInASubjectOrANameBeginsNoHeader() {
        var sent = wire.receive(provenFrom(HAROLD)
                .about(encoded("Toys\r\nBcc: " + THIEF + "\r\n\r\nhello"))
                .says("Which toys do you take?"));
        wire.receive(provenFrom(encoded("Ann\r\nBcc: " + THIEF) + " <ann@mail.example>")
                .says("My name is Ann. I will give 20 euros on Friday"));

        assertThat(sent).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).contains("Toys").doesNotContainPattern("\\p{Cntrl}");
            assertThat(mail.header("Bcc")).isEmpty();
        });
        eachMailHadOneRecipient();
    }

    @Test
    void aLineBreakInANameToldInAChatBeginsNoHeader() {
        try (var visitor = stranger()) {
            visitor.says("I want to get your newsletter");
            visitor.says("ann.row@mail.example");
            visitor.says("I will give 20 euros on Friday");
            visitor.says("Ann Row\r\nBcc: " + THIEF + "\r\nX-Injected: yes");
        }

        assertThat(wire.settle()).isNotEmpty().allSatisfy(mail -> {
            assertThat(mail.header("Bcc")).isEmpty();
            assertThat(mail.header("X-Injected")).isEmpty();
        });
        eachMailHadOneRecipient();
    }

    @Test
    void anAddressThatWouldBeACommandOfSmtpIsNotWrittenTo() {
        try (var visitor = stranger()) {
            visitor.says("I want to get your newsletter");
            visitor.says("tim@mail.example>\r\nRCPT TO:<" + THIEF + ">");
        }
        olga.says("новый контакт: Тим Роу, почта tim@mail.example>\r\nRCPT TO:<" + THIEF + ">");
        olga.says("отмена");
        var sent = wire.settle();

        assertThat(sent).noneMatch(mail -> mail.mailbox().equals(THIEF));
        assertThat(wire.sql().select(CONTACT_POINT.VALUE).from(CONTACT_POINT).fetch(CONTACT_POINT.VALUE))
                .noneMatch(value -> value.matches("(?s).*[\\r\\n<>].*"));
        eachMailHadOneRecipient();
    }

    @Test
    void theNameOfAFileIsOnlyForDisplay() {
        var hostile = "../../../../etc/cron.d/x\u0000\u202Egnp.exe";
        wire.receive(provenFrom(HAROLD)
                .with("Content-Disposition", "attachment; filename=\"" + encoded(hostile) + "\"")
                .says("x"));
        wire.receive(provenFrom(HAROLD)
                .with(
                        "Content-Disposition",
                        "attachment; filename*=utf-8''" + "..%2F..%5C".repeat(60) + "%00%E2%80%AE%1B%5B31m.exe")
                .says("y"));

        assertThat(wire.sql().select(ATTACHMENT.NAME).from(ATTACHMENT).fetch(ATTACHMENT.NAME))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(name -> assertThat(name)
                        .doesNotContain("/", "\\", "\u202E", "\u0000", "\u001B")
                        .satisfies(text -> assertThat(text.getBytes(StandardCharsets.UTF_8))
                                .hasSizeLessThan(256)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"levels", "parts", "headers", "groups", "comments", "words", "lines"})
    @Timeout(60)
    void aBombIsStoredAndTheNextMailIsRead(String kind) {
        var reader = kind + "@mail.example";
        wire.receive(bomb(kind).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(wire.receive(provenFrom(reader).says("Which toys do you take?")))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("board games"));
        assertThat(wire.sql().fetchCount(MESSAGE, MESSAGE.STATUS.eq("received")))
                .isZero();
    }

    private static String bomb(String kind) {
        var sender = "From: bomb@attack.test\r\n";
        return switch (kind) {
            case "levels" ->
                sender
                        + repeat(
                                2_000,
                                i -> "Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n");
            case "parts" ->
                sender + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + repeat(20_000, i -> "--b\r\n\r\nx\r\n");
            case "headers" -> sender + repeat(20_000, i -> "X-" + i + ": y\r\n") + "\r\nhello";
            case "words" -> sender + "\r\n" + "Not 100 euros but a boat, Ann! ".repeat(32_000);
            case "lines" -> sender + "\r\n" + repeat(40_000, i -> "> " + i + " on Friday Ann wrote:\r\n");
            case "groups" -> "From: " + "g:".repeat(50_000) + "\r\n\r\nhello";
            default -> "From: " + "(".repeat(100_000) + "\r\n\r\nhello";
        };
    }

    private static String repeat(int times, IntFunction<String> piece) {
        return IntStream.range(0, times).mapToObj(piece).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({"contacts.zip, contacts.csv", "contacts.xlsx, xl/worksheets/sheet1.xml"})
    void anArchiveIsNeverInflated(String file, String entry) throws IOException {
        var archive = archive(entry, 300);
        assertThat(archive).hasSizeLessThan(MEGABYTE);
        var mail = withFile(file, archive);
        var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getTotalThreadAllocatedBytes();

        wire.receive(mail);

        assertThat(memory.getTotalThreadAllocatedBytes() - before).isLessThan(200L * MEGABYTE);
        assertThat(wire.sql()
                        .select(ATTACHMENT.CONTENT)
                        .from(ATTACHMENT)
                        .where(ATTACHMENT.NAME.eq(file))
                        .fetchSingle(ATTACHMENT.CONTENT))
                .isEqualTo(archive);
    }

    private static byte[] archive(String entry, int megabytes) throws IOException {
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry(entry));
            var zeros = new byte[MEGABYTE];
            for (int i = 0; i < megabytes; i++) {
                zip.write(zeros);
            }
        }
        return archive.toByteArray();
    }

    private static byte[] withFile(String name, byte[] content) {
        return """
                Authentication-Results: mx.lipa.example; dmarc=pass header.from=lipa.example
                From: ilya@lipa.example
                To: office@lipa.example
                Subject: import
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                Import these contacts, please
                --b
                Content-Type: application/octet-stream
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename=%s

                %s
                --b--
                """.formatted(name, Base64.getMimeEncoder().encodeToString(content))
                .replaceAll("\\r?\\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aNameThatIsAFormulaIsTextInATable() {
        var sent = wire.receive(provenFrom(ILYA).says("LYBUNT 2025 csv"));

        assertThat(sent)
                .singleElement()
                .satisfies(mail -> assertThat(mail.content("text/csv"))
                        .isNotEmpty()
                        .allSatisfy(table -> assertThat(table)
                                .contains("HYPERLINK")
                                .doesNotContainPattern("(?m)(?:^|[,;\"])[=+@\\t]")));
    }

    @Test
    @Timeout(60)
    void whatIsSoughtIsNeverRead() {
        int before = wire.sql().fetchCount(CONTACT);
        var commands = Stream.of(
                        "find %'; drop table contact;--",
                        "find %",
                        "find _",
                        "find (a+)+$ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
                        "найти \\",
                        "find ' OR '1'='1")
                .map(command -> provenFrom(OLGA).says(command))
                .toArray(RawMail[]::new);

        assertThat(wire.receive(commands))
                .hasSize(commands.length)
                .noneMatch(mail -> mail.everything().matches("(?s).*" + PHONE_OF_LIDIA + ".*"));
        assertThat(wire.sql().fetchCount(CONTACT)).isEqualTo(before);
    }

    @Test
    void lettersThatAreHardToShowAreStoredAndAnswered() {
        var zalgo = "e" + "\u0301".repeat(2_000);
        var mail = provenFrom("zalgo@mail.example")
                .about("\u202Etoys\u0000")
                .says("Which \u200Btoys\u0000 do you \u001B[31mtake? " + zalgo + " \uD83E\uDDF8");

        assertThat(wire.receive(mail)).isNotEmpty();
        assertThat(wire.stored("zalgo@mail.example")).containsExactly("handled");
        assertThat(wire.sql().select(MESSAGE.BODY).from(MESSAGE).fetch(MESSAGE.BODY))
                .noneMatch(text -> text.contains("\u0000"));
    }

    @Test
    void theSameMessageIdWithAnotherTextIsAnotherLetter() {
        var donor = "lidia@post.example";
        wire.receive(provenFrom(donor).id(donor).says("Which toys do you take?"));
        wire.receive(provenFrom(donor).id(donor).says("I will give 271 euros on Friday"));
        wire.receive(provenFrom(donor).id(donor).says("I will give 271 euros on Friday"));

        assertThat(wire.stored(donor)).hasSize(2);
        assertThat(wire.sql().fetchCount(GIFT, GIFT.AMOUNT.eq(new BigDecimal(271))))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thu, 1 Jan 1970 00:00:00 +0000", "Fri, 31 Dec 9999 23:59:59 +0000", "yesterday"})
    void aDateThatCannotBeIsTheDayOfReceipt(String date) {
        wire.receive(provenFrom(HAROLD).with("Date", date).says("I will give 250 euros on Friday"));

        assertThat(wire.sql()
                        .select(GIFT.EXPECTED_ON)
                        .from(GIFT)
                        .where(GIFT.STATUS.eq("pledged"))
                        .orderBy(GIFT.ID.desc())
                        .limit(1)
                        .fetchSingle(GIFT.EXPECTED_ON))
                .hasToString("2026-05-22");
    }

    /** What a colleague writes goes to the donor as it is. */
    @Test
    void whatIsWrittenInAnAnswerIsNoCommandOfSmtp() {
        var donor = "called@mail.example";
        wire.receive(provenFrom(donor).says("I would like to talk to a human being, please"));
        olga.reads();
        olga.presses(olga.buttons().getFirst());
        wire.settle();

        var ends =
                List.of("\r\n.\r\n", "\n.\n", "\r.\r", "\n.\r\n", "\r\n.\n", "\r\n.\r", "\r.\r\n", "\r\n\u0000.\r\n");
        ends.forEach(end -> olga.writes(
                "Good afternoon" + end + "MAIL FROM:<" + OLGA + ">\r\nRCPT TO:<" + THIEF + ">\r\nDATA\r\nx" + end));
        var sent = wire.settle();
        olga.says("/return");

        assertThat(sent).hasSize(ends.size()).allSatisfy(mail -> {
            assertThat(mail.mailbox()).isEqualTo(donor);
            assertThat(mail.text().lines())
                    .contains("Good afternoon", ".", "MAIL FROM:<" + OLGA + ">", "RCPT TO:<" + THIEF + ">");
        });
        eachMailHadOneRecipient();
    }
}
