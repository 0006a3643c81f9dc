package org.otklik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.otklik.reports.Report.Bar;
import org.otklik.reports.Report.Series;

class BarChartTest {
    @Test
    void theLongestBarIsThatOfTheLargestFigure() throws IOException {
        var series = new Series(
                "Получено в 2026 году (RUB)",
                List.of(
                        new Bar("январь 2026", new BigDecimal("1000"), "1 000 ₽"),
                        new Bar("февраль 2026", new BigDecimal("4000"), "4 000 ₽"),
                        new Bar(
                                "Фонд с таким длинным названием, что оно никуда не помещается, 🐈",
                                BigDecimal.ZERO,
                                "0 ₽")));

        var image = ImageIO.read(new ByteArrayInputStream(new BarChart(series).png()));

        int first = blue(image.getRGB(0, 52, image.getWidth(), 1, null, 0, image.getWidth()));
        int second = blue(image.getRGB(0, 80, image.getWidth(), 1, null, 0, image.getWidth()));
        int third = blue(image.getRGB(0, 108, image.getWidth(), 1, null, 0, image.getWidth()));
        assertThat(second).isBetween(4 * first - 4, 4 * first + 4);
        assertThat(third).isOne();
    }

    @Test
    void figuresThatAreAllNothingAreDrawnToo() {
        var series = new Series("NPS", List.of(new Bar("2026", BigDecimal.ZERO, "0")));

        assertThat(new BarChart(series).png()).isNotEmpty();
    }

    private static int blue(int[] line) {
        int found = 0;
        for (int pixel : line) {
            found += new Color(pixel).equals(new Color(0x2f, 0x6f, 0xb3)) ? 1 : 0;
        }
        return found;
    }
}
