package org.otklik.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {
    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A00, application/octet-stream, image/png",
        "FFD8FFE000104A464946, image/jpg, image/jpeg",
        "255044462D312E37, application/octet-stream, application/pdf",
        "255044462D312E37, application/pdf, application/pdf",
        "524946460000000057454250, image/png, image/webp",
        "0000001866747970686569630000, application/octet-stream, image/heic",
        "00000018667479703367703500, video/3gpp, video/3gpp",
        "4F67675300, audio/opus, audio/opus",
        "D0CF11E0A1B11AE100, application/msword, application/msword",
        "D0CF11E0A1B11AE100, image/png, application/x-ole-storage",
        "504B030400, application/vnd.android.package-archive, application/vnd.android.package-archive",
        "504B030400, application/pdf, application/zip",
        "7F454C4602, text/csv, application/x-executable",
        "00010203, application/vnd.custom, application/vnd.custom",
        "00010203, '', application/octet-stream"
    })
    void theBytesDecide(String hex, String declared, String type) {
        assertThat(FileType.of(HexFormat.of().parseHex(hex), declared)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script>",
                "\uFEFF\n <!DOCTYPE html><p>Отчёт",
                "<!-- отчёт --><body onload=alert(1)>",
                "<?xml version=\"1.0\"?>\n<!DOCTYPE html>"
            })
    void markupIsNoPicture(String content) {
        assertThat(FileType.of(content.getBytes(StandardCharsets.UTF_8), "image/png"))
                .isEqualTo("text/html");
    }

    @Test
    void aTableStaysATable() {
        assertThat(FileType.of("Имя;Сумма\nАнна;500 🙂\n".getBytes(StandardCharsets.UTF_8), "text/csv"))
                .isEqualTo("text/csv");
    }

    @Test
    void officeDocumentsAreToldFromArchives() throws IOException {
        assertThat(FileType.of(archive("xl/workbook.xml"), "application/octet-stream"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(FileType.of(archive("фото/1.jpg"), "application/octet-stream"))
                .isEqualTo("application/zip");
    }

    @Test
    void aProgramIsAProgramWhateverItIsCalled() {
        var program = new byte[256];
        program[0] = 'M';
        program[1] = 'Z';
        program[2] = (byte) 0x90;

        assertThat(FileType.of(program, "application/pdf")).isEqualTo("application/x-msdownload");
    }

    private static byte[] archive(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(name));
        }
        return bytes.toByteArray();
    }
}
