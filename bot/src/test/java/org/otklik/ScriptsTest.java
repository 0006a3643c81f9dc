package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.otklik.check.ScriptFiles;
import org.otklik.check.Theatre;
import org.otklik.store.TestDatabase;

/** The product's own conversations, played by the runner that organisations use. */
class ScriptsTest {
    private static final Path FOLDER = Path.of("src/test/scripts");
    private static final Theatre THEATRE = new Theatre(
            List.of(TestDatabase.fresh()), organization -> new Skills(organization, TestNode.models()).dialogue());

    @AfterAll
    static void close() {
        THEATRE.close();
    }

    @TestFactory
    Stream<DynamicTest> everyScriptGoesAsItIsWritten() {
        return ScriptFiles.of(FOLDER).stream()
                .map(script -> dynamicTest(
                        FOLDER.relativize(script).toString(),
                        () -> assertThat(THEATRE.play(script, script.toString()).sentence())
                                .isEqualTo("ok " + script)));
    }
}
