package org.otklik.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Users\\anna\\Отчёт.pdf, Отчёт.pdf",
        "счёт\u202Efdp.exe, счётfdp.exe",
        "a\u0001b\u0085c.txt, abc.txt",
        "...htaccess, htaccess",
        "фото\u200B.jpg, фото.jpg"
    })
    void aNameIsMadeHarmless(String given, String shown) {
        assertThat(FileName.clean(given)).isEqualTo(shown);
    }

    @Test
    void aLongNameFitsIntoAFileSystemAndKeepsItsEnding() {
        var name = FileName.clean("отчёт🙂".repeat(50) + ".xlsx");

        assertThat(name).endsWith(".xlsx").startsWith("отчёт🙂").doesNotContain("\uFFFD");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(240, 255);
    }
}
