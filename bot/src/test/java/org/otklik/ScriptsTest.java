package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
            List.of(TestDatabase.fresh(), TestDatabase.fresh()),
            organization -> new Skills(organization, TestNode.models()).dialogue());

    /** One for each database: half of a script is waiting for it. */
    private static final ExecutorService PLAYERS = Executors.newFixedThreadPool(2);

    @AfterAll
    static void close() {
        PLAYERS.close();
        THEATRE.close();
    }

    @TestFactory
    Stream<DynamicTest> everyScriptGoesAsItIsWritten() {
        return ScriptFiles.of(FOLDER).stream()
                .map(script -> new Played(script, PLAYERS.submit(() -> sentence(script))))
                // All begin before the first is waited for.
                .toList()
                .stream()
                .map(played -> dynamicTest(
                        FOLDER.relativize(played.script()).toString(),
                        () -> assertThat(played.sentence().get()).isEqualTo("ok " + played.script())));
    }

    private record Played(Path script, Future<String> sentence) {}

    private static String sentence(Path script) {
        return THEATRE.play(script, script.toString()).sentence();
    }
}
