package org.otklik.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrainingTest {
    private static final Corpus SMALL = new Corpus(List.of(
            said("отпишите меня от рассылки", "mailing.unsubscribe"),
            said("не присылайте мне больше писем", "mailing.unsubscribe"),
            said("хочу перевести вам деньги", "giving.donate"),
            said("готова пожертвовать деньги", "giving.donate"),
            said("спасибо вам большое", "conversation.thanks"),
            said("спасибо за всё", "conversation.thanks"),
            said("какая завтра погода", Corpus.OUT_OF_SCOPE)));

    private static final HeldOut HELD_OUT = new HeldOut(List.of(
            thanks("большое спасибо"),
            thanks("спасибо большое"),
            thanks("огромное спасибо"),
            thanks("спасибо"),
            thanks("спасибо вам"),
            new Evaluation.Row("ru", "mailing.unsubscribe", "clean", "не присылайте рассылки")));

    @TempDir
    private Path folder;

    private final Retraining retraining = new Retraining(RetrainingTest::product, () -> SMALL, () -> HELD_OUT, "1.0");
    private final IntentCatalogue catalogue = new IntentCatalogue();
    private final NluModels models = product();

    private static NluModels product() {
        return NluModels.of(new IntentTrainer(Recipe.USUAL).train(SMALL), new IntentCatalogue());
    }

    private static Evaluation.Row thanks(String text) {
        return new Evaluation.Row("ru", "conversation.thanks", "clean", text);
    }

    private static Utterance said(String text, String intent) {
        return new Utterance(text, Locale.of("ru"), intent, "пенсионер");
    }

    private static OwnCorpus own(Utterance... utterances) {
        return new OwnCorpus(new Corpus(List.of(utterances)), List.of());
    }

    @Test
    void whatWasTaughtIsKnownAndTheRestIsAsBefore() {
        var lesson = retraining.teach(models, own(said("где у вас парковка для саней", "own.sleighs")));

        assertThat(lesson.isGood()).isTrue();
        assertThat(best(models, "парковка для саней")).isNotEqualTo("own.sleighs");
        models.adopt(lesson.models());
        assertThat(best(models, "парковка для саней")).isEqualTo("own.sleighs");
        assertThat(best(models, "спасибо вам")).isEqualTo("conversation.thanks");
    }

    @Test
    void theOrganisationsWordHoldsAgainstTheProducts() {
        var lesson = retraining.teach(models, own(said("Спасибо за всё!", "conversation.goodbye")));

        assertThat(best(lesson.models(), "спасибо за всё")).isEqualTo("conversation.goodbye");
    }

    @Test
    void whatMakesTheHeldOutMessagesWorseIsNoGoodLesson() {
        var lesson = retraining.teach(
                models,
                own(
                        said("большое спасибо", "giving.donate"),
                        said("спасибо", "giving.donate"),
                        said("огромное спасибо", "giving.donate"),
                        said("спасибо большое", "giving.donate"),
                        said("спасибо вам", "giving.donate")));

        assertThat(lesson.before()).containsEntry("ru", 1.0);
        assertThat(lesson.after().get("ru")).isLessThan(0.4);
        assertThat(lesson.isGood()).isFalse();
    }

    @Test
    void oneMessageLostIsAFallAndOneForAnotherIsNone() {
        var understood = new BitSet();
        understood.set(0, 5);
        var fewer = new BitSet();
        fewer.set(1, 5);
        var others = new BitSet();
        others.set(1, 6);

        assertThat(HELD_OUT.isWorse(understood, fewer)).isTrue();
        assertThat(HELD_OUT.isWorse(understood, others)).isFalse();
        assertThat(HELD_OUT.isWorse(fewer, understood)).isFalse();
        assertThat(HELD_OUT.accuracy(others)).containsExactly(Map.entry("ru", 5 / 6.0));
    }

    @Test
    void aKeptModelIsReadAgainAndADamagedOneIsNone() throws IOException {
        var file = folder.resolve("nlu/model");
        var lesson = retraining.teach(models, own(said("где у вас парковка для саней", "own.sleighs")));

        lesson.keep(file);

        assertThat(KeptModel.read(file, lesson.fingerprint()::equals)).hasValueSatisfying(kept -> {
            assertThat(kept.fingerprint()).isEqualTo(lesson.fingerprint());
            assertThat(best(kept.models(), "парковка для саней")).isEqualTo("own.sleighs");
        });
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(KeptModel.read(file, lesson.fingerprint()::equals)).isEmpty();
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(KeptModel.read(file, lesson.fingerprint()::equals)).isEmpty();
        Files.write(file, new byte[0]);
        assertThat(KeptModel.read(file, lesson.fingerprint()::equals)).isEmpty();
    }

    @Test
    void anotherProductOrOtherUtterancesHaveAnotherFingerprint() {
        var some = own(said("где парковка", "own.parking"));
        var upgraded = new Retraining(RetrainingTest::product, () -> SMALL, () -> HELD_OUT, "1.0.1");

        assertThat(retraining.fingerprint(some))
                .isEqualTo(retraining.fingerprint(own(said("где парковка", "own.parking"))))
                .isNotEqualTo(retraining.fingerprint(own(said("где парковка", "own.sleighs"))))
                .isNotEqualTo(retraining.fingerprint(OwnCorpus.none()))
                .isNotEqualTo(upgraded.fingerprint(some));
        assertThat(retraining.isOfThisProduct(retraining.fingerprint(some))).isTrue();
        assertThat(retraining.isOfThisProduct(upgraded.fingerprint(some))).isFalse();
    }

    @Test
    void whatIsShippedIsWhatWasTrainedOn() throws IOException {
        assertThat(Corpus.shipped()).isEqualTo(Corpus.read(Path.of("data/intents")));
        assertThat(HeldOut.shipped().rows())
                .extracting(Evaluation.Row::language)
                .contains("en", "ru");
    }

    private String best(NluModels some, String text) {
        return some.intents()
                .classify(text, catalogue.forPublic())
                .ranked()
                .getFirst()
                .label();
    }
}
