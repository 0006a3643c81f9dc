package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.schema.Tables.REVIEW;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.cli.NluCommand;
import org.otklik.i18n.Language;
import picocli.CommandLine;

/** The operator reviews at the command line what a running bot did not understand. */
class ReviewCommandTest {
    private static final int WRONG_USAGE = 2;

    private final TestNode node = TestNode.startWith(Map.of());
    private final StringWriter printed = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("otklik.yaml"), """
                data: %s
                database:
                  url: %s
                  user: %s
                  password: "%s"
                """.formatted(
                        folder.resolve("data"),
                        node.address().url(),
                        node.address().user(),
                        node.address().password()));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void whatWaitsIsListedAndSaidWhatItMeans() throws IOException {
        long russian = notUnderstood(Language.RU, "мурмышка бурдюкает хлобысть");
        long english = notUnderstood(Language.EN, "zorbly wug flumps");

        assertThat(run("--json")).isZero();
        assertThat(lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "\"number\":" + russian,
                                "\"language\":\"ru\"",
                                "\"staff\":false",
                                "\"reason\":\"not_understood\"",
                                "\"text\":\"мурмышка бурдюкает хлобысть\"",
                                "\"guess\":\"",
                                "\"confidence\":0."));

        assertThat(run("" + russian, "giving.donate")).isZero();
        assertThat(run("" + english, "--ignore")).isZero();

        assertThat(folder.resolve("data/nlu/intents/ru/giving.donate.txt"))
                .hasContent("# voice: reviewed\nмурмышка бурдюкает хлобысть\n");
        assertThat(folder.resolve("data/nlu/intents/en")).doesNotExist();
        assertThat(run()).isZero();
        assertThat(errors.toString()).contains("Nothing waits");
        assertThat(run("" + russian, "giving.receipt")).isEqualTo(WRONG_USAGE);
        assertThat(errors.toString()).contains("no message " + russian + " waits");
    }

    @Test
    void anUnknownIntentIsRefusedWithTheNearestNames() throws IOException {
        long number = notUnderstood(Language.EN, "zorbly wug flumps");

        assertThat(run("" + number, "givin.donat")).isEqualTo(WRONG_USAGE);
        assertThat(run("" + number, "own.../../../etc/passwd")).isEqualTo(WRONG_USAGE);
        assertThat(run("" + number)).isEqualTo(WRONG_USAGE);
        assertThat(run("" + number, "giving.donate", "--ignore")).isEqualTo(WRONG_USAGE);

        assertThat(errors.toString()).contains("no intent is called givin.donat", "giving.donate");
        assertThat(node.database().sql().fetchValues(REVIEW.STATUS)).containsExactly("waiting");
    }

    @Test
    void trainingByHandTellsBothFigures() throws IOException {
        long number = notUnderstood(Language.EN, "zorbly wug flumps");
        run("" + number, "out_of_scope");
        printed.getBuffer().setLength(0);

        int status = execute("train");

        assertThat(status).isBetween(0, 1);
        assertThat(printed.toString())
                .contains("en: understood of the held-out messages", "ru: understood")
                .contains(status == 0 ? "the new model is used" : "the old model stays");
        assertThat(execute("train")).isZero();
        assertThat(errors.toString()).contains("nothing to learn");
    }

    private long notUnderstood(Language language, String words) {
        try (var visitor = ChatVisitor.arrives(node, language)) {
            visitor.says(words);
        }
        return node.database()
                .sql()
                .select(REVIEW.ID)
                .from(REVIEW)
                .orderBy(REVIEW.ID.desc())
                .limit(1)
                .fetchSingle(REVIEW.ID);
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of("review"));
        all.addAll(Arrays.asList(arguments));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        var all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--config", folder.resolve("otklik.yaml").toString()));
        return new CommandLine(new NluCommand())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(errors))
                .execute(all.toArray(String[]::new));
    }

    private List<String> lines() {
        return printed.toString().lines().toList();
    }
}
