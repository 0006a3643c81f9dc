package org.otklik.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    private static String written(String... cells) {
        var file = Csv.file("люди.csv", List.of(List.of(cells)));
        return new String(file.content().getBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void spreadsheetsSeeThatItIsUtf8() {
        assertThat(written("Имя 🐈")).isEqualTo("\ufeffИмя 🐈\r\n");
    }

    @Test
    void noCellIsAFormula() {
        assertThat(written("=1+1", "+7916", "-x", "@Вера", "\tх", "\rх"))
                .isEqualTo("\ufeff'=1+1,'+7916,'-x,'@Вера,'\tх,\"'\rх\"\r\n");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(written("-5", "5000.50")).isEqualTo("\ufeff-5,5000.50\r\n");
    }

    @Test
    void marksOfTheFormatAreQuoted() {
        assertThat(written("ООО «Рога, копыта»", "сказал \"да\"", "две\nстроки"))
                .isEqualTo("\ufeff\"ООО «Рога, копыта»\",\"сказал \"\"да\"\"\",\"две\nстроки\"\r\n");
    }
}
