package org.otklik.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that people of an organisation write, with all that can be wrong with them. */
class OwnCorpusTest {
    private static final Locale RU = Locale.of("ru");

    @TempDir
    private Path folder;

    @Test
    void whatWasReviewedStandsBehindWhatPeopleWrote() throws IOException {
        write("ru/giving.donate.txt", "# voice: Вера из бухгалтерии\n\nскинусь на крышу 🏠");
        var files = new OwnFiles(folder);

        files.add(RU, "giving.donate", "подкину деньжат");
        files.add(RU, "giving.donate", "подкину ещё");
        files.add(RU, "giving.donate", "подкину деньжат");

        assertThat(folder.resolve("ru/giving.donate.txt")).hasContent("""
                # voice: Вера из бухгалтерии

                скинусь на крышу 🏠

                # voice: reviewed
                подкину деньжат
                подкину ещё
                """);
        var own = OwnCorpus.read(folder);
        assertThat(own.complaints()).isEmpty();
        assertThat(own.corpus().utterances())
                .containsExactly(
                        new Utterance("скинусь на крышу 🏠", RU, "giving.donate", "Вера из бухгалтерии"),
                        new Utterance("подкину деньжат", RU, "giving.donate", "reviewed"),
                        new Utterance("подкину ещё", RU, "giving.donate", "reviewed"));
    }

    @Test
    void anIntentOfOnesOwnIsAFileOfItsName() throws IOException {
        write("en/own.parking.txt", "where can I leave my car");

        var own = OwnCorpus.read(folder);

        assertThat(own.ownIntents()).containsExactly("own.parking");
        assertThat(own.complaints()).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsToldInALineAndLeftOut() throws IOException {
        write("ru/giving.donate.txt", "скинусь на крышу\n" + "а".repeat(2_000) + "\nИ всё!");
        write("ru/giving.thanks.txt", "спасибо");
        write("klingon/giving.donate.txt", "nuqneH");
        write("readme.txt", "hello");
        write("ru/events.list.txt", "x".repeat(10 << 20));
        Files.write(folder.resolve("ru/events.cancel.txt"), new byte[] {'a', (byte) 0xff, (byte) 0xfe, 'b'});
        Files.createDirectories(folder.resolve("ru/events.register.txt"));

        var own = OwnCorpus.read(folder);

        assertThat(own.corpus().utterances()).extracting(Utterance::text).containsExactly("скинусь на крышу", "И всё!");
        assertThat(own.complaints())
                .hasSize(7)
                .anySatisfy(line -> assertThat(line).contains("giving.donate.txt, line 2", "1000"))
                .anySatisfy(line -> assertThat(line).contains("giving.thanks.txt", "own.NAME.txt"))
                .anySatisfy(line -> assertThat(line).contains("klingon", "en, ru"))
                .anySatisfy(line -> assertThat(line).contains("readme.txt", "folder for each language"))
                .anySatisfy(line -> assertThat(line).contains("events.list.txt", "1 MiB"))
                .anySatisfy(line -> assertThat(line).contains("events.cancel.txt", "UTF-8"))
                .anySatisfy(line -> assertThat(line).contains("events.register.txt", "file of utterances"));
    }

    @Test
    void whatIsSaidToMeanTwoThingsMeansNeither() throws IOException {
        write("ru/giving.donate.txt", "Скинусь на крышу!\nдержите пятак");
        write("ru/giving.receipt.txt", "скинусь на крышу");

        var own = OwnCorpus.read(folder);

        assertThat(own.corpus().utterances()).extracting(Utterance::text).containsExactly("держите пятак");
        assertThat(own.complaints())
                .singleElement()
                .asString()
                .contains("скинусь на крышу", "giving.donate", "giving.receipt");
    }

    @Test
    void aFileOfManyFaultsDoesNotFloodTheLog() throws IOException {
        write("ru/giving.donate.txt", ("а".repeat(1_100) + "\n").repeat(300));

        assertThat(OwnCorpus.read(folder).complaints())
                .hasSizeLessThan(40)
                .last()
                .asString()
                .contains("270 more");
    }

    @Test
    void aLineIsTakenOutByItsDigestAndNothingElse() throws IOException {
        write("ru/giving.donate.txt", "# voice: reviewed\nзвоните Ане: +7 900\nдругое\n");
        Files.write(folder.resolve("ru/events.list.txt"), new byte[] {(byte) 0xff, '\n'});

        new OwnFiles(folder).remove(Set.of(OwnFiles.digest("звоните Ане: +7 900")));

        assertThat(folder.resolve("ru/giving.donate.txt")).hasContent("# voice: reviewed\nдругое\n");
        assertThat(folder.resolve("ru/events.list.txt")).hasBinaryContent(new byte[] {(byte) 0xff, '\n'});
    }

    @Test
    void aLongLetterIsLearnedByItsBeginningAndNeverAsAHeading() {
        assertThat(OwnFiles.line("# voice: хакер\n\u200Bпривет\u0000\r\n  мир")).isEqualTo("voice: хакер привет мир");
        assertThat(OwnFiles.line("слово ".repeat(500)))
                .hasSizeLessThanOrEqualTo(400)
                .endsWith("слово");
        assertThat(OwnFiles.line("🏠".repeat(500)))
                .hasSizeLessThanOrEqualTo(400)
                .doesNotContain("?");
        assertThat(OwnFiles.line(" \n ")).isEmpty();
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        assertThat(OwnFiles.isOwnName("own.parking-lot")).isTrue();
        assertThat(OwnFiles.isOwnName("own.парковка")).isTrue();
        assertThat(OwnFiles.isOwnName("own.../../etc")).isFalse();
        assertThat(OwnFiles.isOwnName("own.a/b")).isFalse();
        assertThat(OwnFiles.isOwnName("own.")).isFalse();
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
