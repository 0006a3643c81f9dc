package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.cli.MailCommand;
import picocli.CommandLine;

class MailCommandTest {
    private static final int SOMETHING_MISSING = 3;

    private final StringWriter printed = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aMailIsOneObject() throws IOException {
        var file = folder.resolve("ответ.eml");
        Files.write(file, """
                From: =?utf-8?B?0JDQvdC90LA=?= <anna@donor.example>
                Subject: Re: =?utf-8?B?0KHQsdC+0YA=?=
                Date: Mon, 18 May 2026 12:00:00 +0300
                Content-Type: text/plain; charset=koi8-r

                Приду в среду.

                17.05.2026, 10:05, "Дом" <bot@dom.example>:
                > Придёте?
                """.getBytes(Charset.forName("koi8-r")));

        assertThat(read(file)).isZero();

        assertThat(lines())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("\"from\":\"anna@donor.example\"", "\"fromName\":\"Анна\"", "\"subject\":\"Re: Сбор\"")
                .contains("\"newText\":\"Приду в среду.\"", "\"language\":\"ru\"", "> Придёте?")
                .contains("\"automatic\":false", "\"bounce\":false", "\"authenticated\":false");
    }

    @Test
    void aFileThatCannotBeReadIsAnObjectToo() throws IOException {
        var good = folder.resolve("good.eml");
        Files.writeString(good, "From: anna@donor.example\n\nhello\n");

        assertThat(read(folder.resolve("нет.eml"), folder, good)).isEqualTo(SOMETHING_MISSING);

        assertThat(lines()).hasSize(3);
        assertThat(lines().subList(0, 2)).allMatch(line -> line.contains("\"error\":\"cannot be read"));
        assertThat(lines().getLast()).contains("\"newText\":\"hello\"");
    }

    private int read(Path... files) {
        var line = new ArrayList<>(List.of("read", "--json"));
        for (var file : files) {
            line.add(file.toString());
        }
        return new CommandLine(new MailCommand())
                .setOut(new PrintWriter(printed))
                .execute(line.toArray(String[]::new));
    }

    private List<String> lines() {
        return printed.toString().lines().toList();
    }
}
