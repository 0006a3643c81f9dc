package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.cli.NluCommand;
import org.otklik.conversation.Json;
import picocli.CommandLine;

class NluCommandTest {
    private static final int WRONG_USAGE = 2;

    private final StringWriter printed = new StringWriter();
    private final StringWriter noted = new StringWriter();

    @Test
    void anExplanationIsOneObject() throws IOException {
        assertThat(run("explain", "--json", "hochu pozhertvovat 500 rublej")).isZero();

        var object = Json.MAPPER.readTree(printed.toString());
        assertThat(object.get("text").asText()).isEqualTo("hochu pozhertvovat 500 rublej");
        assertThat(object.get("reading").asText()).isEqualTo("хочу пожертвовать 500 рублей");
        assertThat(object.get("language").asText()).isEqualTo("ru");
        assertThat(object.get("intents")).hasSize(3);
        assertThat(object.get("refused").asBoolean()).isFalse();
        assertThat(object.get("signals")).hasSize(4);
        assertThat(object.get("intent").asText()).isEqualTo("giving.donate");
        assertThat(object.get("for")).hasSize(12).first().satisfies(one -> {
            assertThat(one.get("kind").asText()).isNotEmpty();
            assertThat(one.get("points").asDouble()).isPositive();
        });
        assertThat(object.get("acts").get(0).get("intent").asText()).isEqualTo("giving.donate");
        assertThat(object.get("entities").get(0).get("amount").asText()).isEqualTo("500");
    }

    @Test
    void anExplanationIsToldToPeople() {
        assertThat(run("explain", "I want to donate 50 euros 🐶", "--intent", "giving.history"))
                .isZero();

        assertThat(printed.toString())
                .contains("language   en", "intents    giving.donate ", "so it is not refused")
                .contains("acts       giving.donate (money \"50 euros\")", "times as likely as giving.history:")
                .contains("for giving.history", "for giving.donate", "run of letters \"");
    }

    @Test
    void aCommandIsNotLeftToTheClassifier() {
        assertThat(run("explain", "отмени")).isZero();

        assertThat(printed.toString()).contains("command    conversation.undo");
    }

    @Test
    void anIntentThatIsNoneIsWrongUsage() {
        assertThat(run("explain", "привет", "--intent", "donat")).isEqualTo(WRONG_USAGE);

        assertThat(noted.toString()).contains("no intent is called donat; the nearest are giving.donate");
        assertThat(printed.toString()).isEmpty();
    }

    @Test
    void anIntentOfStaffIsExplainedToStaffOnly() {
        assertThat(run("explain", "покажи воронку", "--intent", "deals.pipeline"))
                .isEqualTo(WRONG_USAGE);
        assertThat(noted.toString()).contains("--staff");

        assertThat(run("explain", "покажи воронку", "--intent", "deals.pipeline", "--staff"))
                .isZero();
    }

    @Test
    void aBenchmarkPrintsAnObjectForEachSystem(@TempDir Path folder) throws IOException {
        var train = Files.writeString(
                folder.resolve("учить.tsv"), "как доехать до Твери\tway\nсколько стоит билет\tprice\n".repeat(5));
        var test = Files.writeString(folder.resolve("test.tsv"), "как доехать до Омска\tway\n");

        assertThat(run("bench", "--json", "--train", train.toString(), "--test", test.toString()))
                .isZero();

        var object = Json.MAPPER.readTree(printed.toString());
        assertThat(object.get("system").asText()).isEqualTo("otklik");
        assertThat(object.get("accuracy").asDouble()).isEqualTo(1);
        assertThat(object.get("auroc").isNull()).isTrue();
        assertThat(object.get("trainSeconds").asDouble()).isPositive();
    }

    private int run(String... line) {
        return new CommandLine(new NluCommand())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(noted))
                .execute(line);
    }
}
