package org.otklik.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.util.ext.ExtensionLoader;
import org.junit.jupiter.api.Test;

class DropoutTrainerTest {
    private static final Corpus CORPUS = new Corpus(List.of(
            said("хочу пожертвовать тысячу рублей", "give"),
            said("примите от меня пожертвование", "give"),
            said("I want to donate twenty euros", "give"),
            said("переведу вам деньги завтра", "give"),
            said("когда ближайшая экскурсия", "events"),
            said("какие мероприятия в субботу", "events"),
            said("what events are coming in May", "events"),
            said("расписание лекций на осень", "events")));

    private final IntentModel model = new IntentTrainer(Recipe.USUAL).train(CORPUS);

    private static Utterance said(String text, String intent) {
        return new Utterance(text, Locale.ROOT, intent, "tester");
    }

    @Test
    void theStockCategoriserRunsTheModel() {
        ExtensionLoader.registerAllowedPackage("org.otklik.nlp");
        var generators = new FeatureGenerator[] {new CharacterFeatures()};
        var stock = new DocumentCategorizerME(
                new DoccatModel("ru", model.model(), Map.of(), new DoccatFactory(generators)));

        var odds = stock.categorize(new String[] {"пожертвование", "рублей"});

        assertThat(stock.getBestCategory(odds)).isEqualTo("give");
    }

    @Test
    void theSameCorpusGivesTheSameModel() throws IOException {
        var again = new IntentTrainer(Recipe.USUAL).train(CORPUS);

        assertThat(bytes(again)).isEqualTo(bytes(model));
    }

    @Test
    void aModelOfAFewTextsTellsThemApart() {
        var classifier = NluModels.of(model, IntentCatalogue.none()).intents();

        assertThat(classifier
                        .classify("подскажите расписание экскурсий", intent -> true)
                        .ranked())
                .first()
                .extracting(Ranked::label)
                .isEqualTo("events");
        assertThat(classifier.classify("donate money", intent -> true).ranked())
                .first()
                .extracting(Ranked::label)
                .isEqualTo("give");
    }

    private static byte[] bytes(IntentModel model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ModelFile.write(model, bytes);
        return bytes.toByteArray();
    }
}
