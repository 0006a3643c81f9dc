package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.otklik.i18n.Language.EN;
import static org.otklik.i18n.Language.RU;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.i18n.Language;
import org.otklik.nlp.Corpus;
import org.otklik.nlp.Evaluation;
import org.otklik.nlp.HeldOut;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;
import org.otklik.nlp.Ranked;
import org.otklik.nlp.Retraining;

/** The whole bot learns from messages that it did not understand, in the data of the product. */
class LearningTest {
    private static final String ADMIN = "Вера Лагутина";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    /** By so many lost messages chance is ruled out. */
    private static final List<String> THANKS = List.of(
            "спасибо вам огромное",
            "огромное спасибо вам",
            "большое вам спасибо",
            "спасибо вам большое",
            "спасибо большое за всё");

    private static final HeldOut HELD_OUT = new HeldOut(Stream.concat(
                    THANKS.stream().map(text -> new Evaluation.Row("ru", "conversation.thanks", "none", text)),
                    Stream.of(new Evaluation.Row("en", "conversation.thanks", "none", "thank you so much")))
            .toList());

    @TempDir
    private Path data;

    private final IntentCatalogue catalogue = new IntentCatalogue();
    private NluModels models = NluModels.load();

    private TestNode start(String release) {
        return TestNode.startWith(
                Map.of("OTKLIK_DATA", data.toString()),
                () -> models,
                new Retraining(NluModels::load, LearningTest::some, () -> HELD_OUT, release));
    }

    /** What a part of the voices says; to learn all takes several times as long. */
    private static Corpus some() {
        return Corpus.shipped()
                .where(utterance -> utterance.voice().codePoints().sum() % 4 == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "RU, мурмышка бурдюкает хлобысть, /разбор, Другое, справка или квитанция, не понял",
        "EN, zorbly wug flumps, what did you not understand?, Something else, a receipt, not sure I understood"
    })
    void whatWasReviewedIsUnderstoodWithoutARestartAndAfterOne(
            Language language, String words, String command, String other, String meaning, String notUnderstood) {
        try (var node = start("1")) {
            try (var visitor = ChatVisitor.arrives(node, language);
                    var admin = ChatVisitor.arrives(node, language)) {
                assertThat(visitor.says(words)).contains(notUnderstood);
                admin.follows(node.invite(ADMIN));
                assertThat(admin.says(command)).contains(words);
                admin.presses(other);
                assertThat(admin.says(meaning)).contains(meaning);
                eventually(() -> isTakenFor("giving.receipt", words, node));
            }
            try (var visitor = ChatVisitor.arrives(node, language)) {
                assertThat(visitor.says(words)).doesNotContain(notUnderstood);
            }

            node.stop();
            models = NluModels.load();
            assertThat(isTakenFor("giving.receipt", words)).isFalse();
            node.startAgain();

            assertThat(isTakenFor("giving.receipt", words)).isTrue();
        }
    }

    @Test
    void whatWouldMakeItWorseIsNotUsedAndTheAdministratorsAreTold() throws IOException {
        try (var node = start("1");
                var admin = ChatVisitor.arrives(node, RU)) {
            admin.follows(node.invite(ADMIN));
            write("ru/giving.donate.txt", String.join("\n", THANKS));
            eventually(() -> isSeen(node));

            assertThat(admin.reads()).contains("не пользуюсь", "русский: было 100.0 %, с ними 0.0 %", "100.0 %");
            assertThat(isTakenFor("conversation.thanks", "спасибо вам огромное"))
                    .isTrue();
            assertThat(data.resolve("nlu/model")).doesNotExist();
            assertThat(data.resolve("nlu/last-training.json")).content().contains("\"isUsed\":false");
        }
    }

    @Test
    void anIntentOfOnesOwnIsAnsweredByItsArticle() throws IOException {
        write("en/own.snowpark.txt", "# voice: Olga\nwhere do I park my snowmobile\nis there a lot for snowmobiles\n");
        write("ru/own.snowpark.txt", "куда поставить снегоход\nгде стоянка для снегоходов\n");
        write("ru/тарабарщина.txt", "что угодно\n");
        write("../../articles/en/snowpark.md", "# Snowmobiles\n\nLeave it behind the barn, under the roof.\n");
        try (var node = start("1");
                var visitor = ChatVisitor.arrives(node, EN)) {
            eventually(() -> isTakenFor("own.snowpark", "where do I park my snowmobile?"));

            assertThat(visitor.says("can I park my snowmobile somewhere at yours?"))
                    .contains("behind the barn", node.url() + "/articles/en/snowpark");
            assertThat(visitor.says("а куда поставить снегоход?")).contains("/articles/en/snowpark");
        }
    }

    @Test
    void anUpgradeOfTheProductLearnsItAgain() throws IOException {
        write("en/giving.receipt.txt", "zorbly wug flumps\n");
        try (var _ = start("1")) {
            eventually(() -> isTakenFor("giving.receipt", "zorbly wug flumps"));
        }
        var before = Files.readString(data.resolve("nlu/last-training.json"));

        models = NluModels.load();
        try (var _ = start("2")) {
            eventually(() -> isTakenFor("giving.receipt", "zorbly wug flumps"));
        }

        assertThat(data.resolve("nlu/last-training.json")).content().isNotEqualTo(before);
    }

    /** The clock of the node goes on until the files have been left alone for long enough. */
    private boolean isSeen(TestNode node) {
        node.clock().advance(A_WHILE);
        return Files.exists(data.resolve("nlu/last-training.json"));
    }

    private boolean isTakenFor(String intent, String words, TestNode node) {
        node.clock().advance(A_WHILE);
        return isTakenFor(intent, words);
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }

    private boolean isTakenFor(String intent, String words) {
        return models.intents()
                .classify(words, catalogue.forPublic())
                .best()
                .map(Ranked::label)
                .filter(intent::equals)
                .isPresent();
    }

    private Path intents() {
        return data.resolve("nlu/intents");
    }

    private void write(String file, String lines) throws IOException {
        var path = intents().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, lines);
    }
}
