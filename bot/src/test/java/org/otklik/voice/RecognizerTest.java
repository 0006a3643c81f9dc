package org.otklik.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.channels.Attachment;
import org.otklik.i18n.Language;

/** Real programs, small ones. */
class RecognizerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Attachment SPOKEN =
            new Attachment("$(reboot); голос 🎤.ogg", "audio/ogg", Buffer.buffer("Зайцева обещала 500"));

    @TempDir
    private Path folder;

    private Recognizer program(Duration patience, String... lines) throws IOException {
        var script = Files.writeString(folder.resolve("transcribe"), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new Recognizer(List.of(script.toString(), "{language}", "{file}"), patience);
    }

    @Test
    void whatTheProgramPrintsIsWhatWasSaid() throws IOException {
        var recognizer = program(PATIENCE, "echo noise >&2", "printf ' [%s]\\n' \"$1\"", "cat \"$2\"");

        assertThat(recognizer.said(SPOKEN, Language.RU)).contains("[ru] Зайцева обещала 500");
    }

    @Test
    void theSendersNameOfTheFileNeverReachesTheProgram() throws IOException {
        var recognizer = program(PATIENCE, "echo \"$#\" \"${2##*/}\"");

        assertThat(recognizer.said(SPOKEN, Language.RU))
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("2 otklik-voice")
                        .endsWith(".ogg")
                        .doesNotContain("reboot"));
    }

    @Test
    void theRecordingIsGoneAfterwards() throws IOException {
        var recognizer = program(PATIENCE, "echo \"$2\"");

        assertThat(recognizer.said(SPOKEN, Language.RU))
                .hasValueSatisfying(name -> assertThat(Path.of(name)).doesNotExist());
    }

    @Test
    void aProgramThatFailsHasHeardNothing() throws IOException {
        assertThat(program(PATIENCE, "echo пятьсот", "exit 3").said(SPOKEN, Language.RU))
                .isEmpty();
    }

    @Test
    void silenceIsNoText() throws IOException {
        assertThat(program(PATIENCE, "printf ' \\n\\000 '").said(SPOKEN, Language.RU))
                .isEmpty();
    }

    @Test
    void aLongSpeechIsCutWhereItIsTooLongAndNotWithinACharacter() throws IOException {
        var recognizer = program(PATIENCE, "for i in $(seq 3001); do printf '🐾'; done");

        assertThat(recognizer.said(SPOKEN, Language.RU)).contains("🐾".repeat(3000) + "…");
    }

    @Test
    void aProgramThatNeverEndsIsStopped() throws IOException {
        var recognizer =
                program(Duration.ofMillis(300), "echo $$ > " + folder.resolve("pid"), "exec tail -f /dev/null");

        assertThat(recognizer.said(SPOKEN, Language.RU)).isEmpty();
        assertThat(ProcessHandle.of(pid()))
                .satisfiesAnyOf(
                        process -> assertThat(process).isEmpty(),
                        process -> assertThat(process.orElseThrow().onExit()).succeedsWithin(PATIENCE));
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    }

    @Test
    void aProgramThatNeverStopsTalkingIsStopped() throws IOException {
        assertThat(program(PATIENCE, "yes пятьсот").said(SPOKEN, Language.RU)).isEmpty();
    }

    @Test
    void aProgramThatIsNotThereHasHeardNothing() {
        var recognizer = new Recognizer(List.of(folder.resolve("nothing").toString(), "{file}"), PATIENCE);

        assertThat(recognizer.said(SPOKEN, Language.RU)).isEmpty();
    }
}
