package org.otklik.cli;

import java.io.IOException;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.otklik.config.Release;
import org.otklik.learning.LastLesson;
import org.otklik.learning.NluFolder;
import org.otklik.learning.Teaching;
import org.otklik.nlp.NluModels;
import org.otklik.nlp.Retraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Learns by hand what a running bot learns by itself. */
@Command(
        name = "train",
        description = {
            "Learn the utterances in the folder nlu/intents of the data folder, beside those of the product.",
            "The new model is used only if it understands no language worse than the old one, on messages held out from both."
        })
final class TrainCommand implements Callable<Integer> {
    private static final int CHECK_FAILED = 1;

    @Mixin
    private final Installation installation = new Installation();

    /** What came of it, as {@code --json} prints it. */
    private record Trained(
            boolean used, SortedMap<String, Double> before, SortedMap<String, Double> after, double seconds) {
        static Trained of(LastLesson lesson) {
            return new Trained(lesson.isUsed(), lesson.before(), lesson.after(), lesson.seconds());
        }

        String sentence() {
            var told = new StringBuilder();
            before.forEach((language, share) ->
                    told.append("%s: understood of the held-out messages %.1f %%, now %.1f %%%n"
                            .formatted(language, 100 * share, 100 * after.getOrDefault(language, 0.0))));
            return told
                    + "Trained in %.1f s; ".formatted(seconds)
                    + (used ? "the new model is used." : "the old model stays.");
        }
    }

    @Override
    public Integer call() throws IOException {
        var folder = NluFolder.in(installation.configuration().settings().data());
        var teaching = new Teaching(
                folder, NluModels.load(), Retraining.shipped(Release.current().product()), Installation.clock());
        teaching.takeUp();
        var lesson = teaching.learn();
        teaching.complaints().forEach(installation::note);
        if (lesson.isEmpty()) {
            installation.note("There is nothing to learn that was not learned or refused before.");
            return 0;
        }
        var trained = Trained.of(lesson.get());
        installation.print(trained, trained.sentence());
        return trained.used() ? 0 : CHECK_FAILED;
    }
}
