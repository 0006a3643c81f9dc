package org.otklik.reports;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.imageio.ImageIO;

/**
 * Draws figures as bars that lie below each other, so that names of any length stand beside theirs. The font comes with the library that
 * writes receipts, and has Cyrillic letters: what is installed on the machine does not matter.
 */
final class BarChart {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int WIDTH = 760;
    private static final int MARGIN = 20;
    private static final int ROW = 28;
    private static final int BAR = 18;
    private static final int GAP = 10;
    private static final int TITLE = 44;
    /** Names may take so much of the width. */
    private static final int WIDEST_LABEL = 260;

    private static final Color INK = new Color(0x22, 0x2b, 0x36);
    private static final Color FILL = new Color(0x2f, 0x6f, 0xb3);

    private final Report.Series series;
    private final Font font;

    BarChart(Report.Series series) {
        this.font = font();
        this.series = new Report.Series(
                legible(series.title()),
                series.bars().stream()
                        .map(bar -> new Report.Bar(legible(bar.label()), bar.value(), legible(bar.shown())))
                        .toList());
    }

    private static Font font() {
        try (var file = BarChart.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IllegalStateException("the library has no font " + FONT);
            }
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(14f);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the library's font is damaged", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without signs that the font lacks, such as that of the rouble: the title names the currency. */
    private String legible(String text) {
        var shown = new StringBuilder();
        text.codePoints().filter(font::canDisplay).forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }

    byte[] png() {
        int height = TITLE + series.bars().size() * ROW + MARGIN;
        var image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, WIDTH, height);
            draw(canvas);
        } finally {
            canvas.dispose();
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void draw(Graphics2D canvas) {
        canvas.setColor(INK);
        canvas.setFont(font.deriveFont(16f));
        canvas.drawString(cut(series.title(), canvas.getFontMetrics(), WIDTH - 2 * MARGIN), MARGIN, TITLE - GAP * 2);
        canvas.setFont(font);
        var letters = canvas.getFontMetrics();
        int labels = series.bars().stream()
                .mapToInt(bar -> letters.stringWidth(cut(bar.label(), letters, WIDEST_LABEL)))
                .max()
                .orElse(0);
        int values = series.bars().stream()
                .mapToInt(bar -> letters.stringWidth(bar.shown()))
                .max()
                .orElse(0);
        int from = MARGIN + labels + GAP;
        int room = WIDTH - MARGIN - values - GAP - from;
        var most =
                series.bars().stream().map(Report.Bar::value).reduce(BigDecimal.ONE.movePointLeft(2), BigDecimal::max);
        int top = TITLE;
        for (var bar : series.bars()) {
            int length = bar.value()
                    .multiply(BigDecimal.valueOf(room))
                    .divide(most, 0, RoundingMode.HALF_UP)
                    .intValue();
            var label = cut(bar.label(), letters, WIDEST_LABEL);
            int line = top + BAR - (BAR - letters.getAscent()) / 2 - 2;
            canvas.setColor(INK);
            canvas.drawString(label, MARGIN + labels - letters.stringWidth(label), line);
            canvas.setColor(FILL);
            canvas.fillRect(from, top, Math.max(length, 1), BAR);
            canvas.setColor(INK);
            canvas.drawString(bar.shown(), from + length + GAP, line);
            top += ROW;
        }
    }

    private static String cut(String text, FontMetrics letters, int widest) {
        var shown = text;
        while (letters.stringWidth(shown) > widest) {
            int end = shown.offsetByCodePoints(shown.length(), shown.endsWith("…") ? -2 : -1);
            shown = shown.substring(0, end) + "…";
        }
        return shown;
    }
}
