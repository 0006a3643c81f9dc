package org.otklik.giving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.schema.tables.records.GiftRecord;

/** Writes a receipt as a PDF of A4 pages. Its font comes with the library, and has Cyrillic letters. */
final class ReceiptPdf {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 56;
    private static final float TITLE = 16;
    private static final float BODY = 11;
    private static final float LEADING = 1.5f;
    private static final int LINES_PER_PAGE = 42;

    private final Function<Text, String> say;

    /** @param say writes texts in the language of the receipt */
    ReceiptPdf(Function<Text, String> say) {
        this.say = say;
    }

    /**
     * What a receipt says.
     *
     * @param gifts what was received in that year, oldest first
     */
    record Receipt(String organization, String donor, int year, List<GiftRecord> gifts, LocalDate madeOn) {}

    byte[] write(Receipt receipt) {
        try (var document = new PDDocument();
                var file = ReceiptPdf.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IllegalStateException("the library has no font " + FONT);
            }
            var font = PDType0Font.load(document, file, true);
            var lines = lines(receipt);
            for (int from = 0; from < lines.size(); from += LINES_PER_PAGE) {
                page(document, font, lines.subList(from, Math.min(lines.size(), from + LINES_PER_PAGE)), from == 0);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(Receipt receipt) {
        var year = String.valueOf(receipt.year());
        var lines = new ArrayList<String>();
        lines.add(say.apply(Text.of(GivingText.RECEIPT_TITLE).with("year", year)));
        lines.add("");
        lines.add(receipt.organization());
        lines.add(say.apply(Text.of(GivingText.RECEIPT_DONOR).with("name", receipt.donor())));
        lines.add("");
        receipt.gifts()
                .forEach(gift -> lines.add(say.apply(Text.of(GivingText.RECEIPT_LINE)
                        .with("day", gift.getReceivedOn())
                        .with("amount", new Money(gift.getAmount(), gift.getCurrency())))));
        lines.add("");
        lines.add(
                say.apply(Text.of(GivingText.RECEIPT_TOTAL).with("year", year).with("sums", Sums.of(receipt.gifts()))));
        lines.add("");
        lines.add(say.apply(Text.of(GivingText.RECEIPT_MADE).with("day", receipt.madeOn())));
        return lines;
    }

    private static void page(PDDocument document, PDFont font, List<String> lines, boolean isFirst) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN - TITLE);
            content.setLeading(BODY * LEADING);
            for (int i = 0; i < lines.size(); i++) {
                content.setFont(font, isFirst && i == 0 ? TITLE : BODY);
                content.showText(drawable(font, lines.get(i)));
                content.newLine();
            }
            content.endText();
        }
    }

    /** A name may hold what the font can't draw: it must not cost the receipt. */
    private static String drawable(PDFont font, String line) {
        var drawn = new StringBuilder();
        line.codePoints()
                .map(point -> Character.isSpaceChar(point) ? ' ' : point)
                .forEach(point -> drawn.appendCodePoint(has(font, point) ? point : '?'));
        return drawn.toString();
    }

    private static boolean has(PDFont font, int point) {
        try {
            return font.encode(Character.toString(point)).length > 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
