package org.otklik.nlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;

/** Makes a model of a corpus. The same corpus gives the same model. */
final class IntentTrainer {
    /** Below this many texts every feature counts; above, one that a single text has is mostly a name or a slip. */
    private static final int MANY = 2_000;

    private static final int FOLDS = 4;

    private final Recipe recipe;

    IntentTrainer(Recipe recipe) {
        this.recipe = recipe;
    }

    /** A model that judges strangers by what holds for any corpus. */
    IntentModel train(Corpus corpus) {
        var vocabulary = Vocabulary.of(corpus);
        var features = new Features(vocabulary, new Normalizer(vocabulary));
        // Most features are those of many texts: kept once, they take a tenth of the room.
        Map<String, String> once = new HashMap<>();
        var texts = corpus.utterances().stream()
                .map(utterance -> features.of(utterance.text()).stream()
                        .map(feature -> once.computeIfAbsent(feature, same -> same))
                        .toList())
                .toList();
        var weights = FeatureWeights.learn(texts, recipe.groups(), texts.size() < MANY ? 1 : recipe.leastTexts());
        List<Event> meant = new ArrayList<>();
        List<Event> wanted = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            var utterance = corpus.utterances().get(at);
            var event = weights.weigh(utterance.intent(), texts.get(at));
            if (!utterance.isUnreal()) {
                meant.add(event);
            }
            if (!utterance.isOutOfScope()) {
                var outcome = utterance.isUnreal() ? Corpus.UNREAL : Reality.REAL;
                wanted.add(new Event(outcome, event.getContext(), event.getValues()));
            }
        }
        boolean isTaught = meant.size() < texts.size();
        var reality = isTaught ? Optional.of(new Reality(model(wanted))) : Optional.<Reality>empty();
        return new IntentModel(model(meant), reality, weights, vocabulary, Scope.ANY);
    }

    private GISModel model(List<Event> events) {
        try {
            var trainer = new DropoutTrainer();
            trainer.init(recipe.parameters(), new HashMap<>());
            return (GISModel) trainer.train(ObjectStreamUtils.createObjectStream(events));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A model that refuses what belongs to no intent, and tells what is not wanted. The borders are learned on voices that are held out one
     * part after another.
     *
     * @param refusedInScope share of the held-out texts with an intent that may be refused
     * @param passedOver share of them that may be taken for unreal
     */
    IntentModel trainWithBorders(Corpus corpus, IntentCatalogue catalogue, double refusedInScope, double passedOver) {
        var voices = voices(corpus);
        List<Scope.Example> examples = new ArrayList<>();
        List<Double> unreal = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int part = fold;
            Predicate<Utterance> isHeldOut = utterance -> voices.indexOf(utterance.voice()) % FOLDS == part;
            var classifier = NluModels.of(train(corpus.where(isHeldOut.negate())), catalogue)
                    .intents();
            for (var utterance :
                    corpus.where(isHeldOut.and(any -> !any.isUnreal())).utterances()) {
                var judged = classifier.judge(utterance.text(), catalogue.forSpeakerOf(utterance.intent()));
                examples.add(new Scope.Example(judged.signals(), !utterance.isOutOfScope()));
                if (!utterance.isOutOfScope()) {
                    unreal.add(judged.unreal());
                }
            }
        }
        var model = train(corpus);
        return model.with(
                Scope.learn(examples, refusedInScope),
                model.reality().map(reality -> reality.taking(passedOver, unreal)));
    }

    /** Those that also say what is out of scope come first, so that every part gets its share of both kinds. */
    private static List<String> voices(Corpus corpus) {
        var ofStrangers = corpus.outOfScope().voices();
        return corpus.voices().stream()
                .sorted(Comparator.comparing((String voice) -> !ofStrangers.contains(voice))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
