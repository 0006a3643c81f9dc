package org.otklik.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    @Test
    void aModelThatWasWrittenJudgesTheSame() throws IOException {
        var corpus = new Corpus(List.of(
                new Utterance("отпишите меня от рассылки", Locale.of("ru"), "unsubscribe", "пенсионер"),
                new Utterance("stop the newsletter", Locale.ENGLISH, "unsubscribe", "teenager"),
                new Utterance("подпишите меня на новости", Locale.of("ru"), "subscribe", "пенсионер"),
                new Utterance("какая завтра погода", Locale.of("ru"), Corpus.OUT_OF_SCOPE, "пенсионер"),
                new Utterance("не отписывайте меня 🙏", Locale.of("ru"), Corpus.UNREAL, "пенсионер")));
        var trained = new IntentTrainer(Recipe.USUAL).train(corpus);
        var model = trained.with(new Scope(-1, -0.5, 2, 0.25, 0.125), trained.reality());
        var bytes = new ByteArrayOutputStream();

        ModelFile.write(model, bytes);
        var read = ModelFile.read(new ByteArrayInputStream(bytes.toByteArray()));

        var before = NluModels.of(model, IntentCatalogue.none()).intents().classify("не надо рассылки", any -> true);
        var after = NluModels.of(read, IntentCatalogue.none()).intents().classify("не надо рассылки", any -> true);
        assertThat(after.ranked()).hasSameSizeAs(before.ranked());
        assertThat(after.ranked().getFirst().label())
                .isEqualTo(before.ranked().getFirst().label());
        assertThat(after.unreal()).isCloseTo(before.unreal(), within(0.01)).isBetween(0.01, 0.99);
        assertThat(after.inScope()).isCloseTo(before.inScope(), within(0.01));
        assertThat(read.vocabulary().counts()).isEqualTo(model.vocabulary().counts());
        assertThat(read.scope()).isEqualTo(model.scope());
    }
}
