package org.otklik.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a network: programs of the names of Node's stand in for them. */
class NlpJsTest {
    private static final Corpus RUSSIAN = corpus("спасибо, bot 🐶", "до завтра");

    private final List<String> notes = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void theAnswersOfTheScriptAreRead() {
        var answers = NlpJs.parse(List.of("1.5\t0.25\t2097152", "thanks\t0.75", "None\t0", "thanks\t0.1"), 2);

        assertThat(answers.trainSeconds()).isEqualTo(1.5);
        assertThat(answers.msPerMessage()).isEqualTo(0.25);
        assertThat(answers.heapMiB()).isEqualTo(2);
        assertThat(answers.test())
                .containsExactly(new Contender.Answer("thanks", 0.75), new Contender.Answer("None", 0));
        assertThat(answers.strangers()).containsExactly(new Contender.Answer("thanks", 0.1));
    }

    @Test
    void theLanguageIsToldByTheLetters() {
        assertThat(NlpJs.language(RUSSIAN)).isEqualTo("ru");
        assertThat(NlpJs.language(corpus("thanks, Анна", "see you tomorrow"))).isEqualTo("en");
    }

    @Test
    void withoutNodeItIsSaidWhatToInstall() {
        assertThatThrownBy(this::installed)
                .isInstanceOf(PeerMissing.class)
                .hasMessage("node was not found, which NLP.js needs (Debian: apt-get install nodejs npm)");
        assertThat(notes).isEmpty();
    }

    @Test
    void anInstallationThatFailedIsTriedAgain() throws IOException {
        program("node", "exit 0");
        program("npm", "echo 'npm error network'; exit 1");

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(this::installed)
                    .isInstanceOf(PeerMissing.class)
                    .hasMessageContaining("npm install --prefix")
                    .hasMessageContaining("npm error network");
        }
        assertThat(notes).hasSize(2);
    }

    @Test
    void whatIsInstalledIsUsedAgain() throws IOException {
        program("npm", "exit 0");
        program("node", "printf '1\\t2\\t3\\nthanks\\t1\\nthanks\\t1\\nNone\\t0\\n'");
        installed();
        Files.delete(folder.resolve("npm"));

        var answers = installed().answer(RUSSIAN, RUSSIAN, corpus("погода?"));

        assertThat(notes).singleElement().asString().contains("node-nlp", "4.27.0");
        assertThat(answers.test()).hasSize(2);
        assertThat(answers.strangers()).hasSize(1);
    }

    @Test
    void aFailureInsideIsTold() throws IOException {
        program("npm", "exit 0");
        program("node", "echo 'out of memory' >&2; exit 1");

        assertThatThrownBy(() -> installed().answer(RUSSIAN, RUSSIAN, RUSSIAN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("out of memory");
    }

    private NlpJs installed() {
        return NlpJs.installed(folder.resolve("кэш"), folder.toString(), notes::add);
    }

    private void program(String name, String does) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static Corpus corpus(String... texts) {
        return new Corpus(List.of(texts).stream()
                .map(text -> new Utterance(text, Locale.ROOT, "thanks", ""))
                .toList());
    }
}
