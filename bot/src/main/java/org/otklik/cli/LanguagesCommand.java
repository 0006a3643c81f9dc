package org.otklik.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.otklik.i18n.Language;
import org.otklik.nlp.Corpus;
import org.otklik.nlp.Evaluation;
import org.otklik.nlp.NluModels;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.LanguageScorer;
import org.otklik.nlu.Understander;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How often the bot knows in which language somebody writes. */
@Command(
        name = "languages",
        description = "Measure on a file of: language TAB intent TAB noise TAB text, how often the language is decided "
                + "right; mixed texts and those of fewer than three words are left out.")
final class LanguagesCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the library
    private Output output;

    @Parameters(paramLabel = "FILE", description = "The labelled texts.")
    @SuppressWarnings("NullAway.Init") // set by the library
    private Path file;

    @Option(names = "--lang", description = "The language of a file of text TAB intent instead.")
    private @Nullable String language;

    @Option(
            names = "--understood",
            description = "By all that is understood, as in a turn, and not by the letters alone.")
    private boolean isUnderstood;

    @Override
    public Integer call() throws IOException {
        var understander = new Understander(NluModels.load(), new EntityRecognizer(), ZoneOffset.UTC, "RU");
        Function<String, Optional<Language>> decide = isUnderstood
                ? text -> understander
                        .understand(text, Installation.clock().instant(), Language.RU, false)
                        .language()
                : understander::language;
        var report = new LanguageScorer(decide).score(rows());
        for (var score : report.scores()) {
            var object = JsonNodeFactory.instance.objectNode();
            object.put("lang", score.language()).put("noise", score.noise());
            object.put("n", score.n()).put("right", score.right()).put("share", score.share());
            output.line(
                    object,
                    "%-4s %-10s n %5d  right %5d  %.2f %%"
                            .formatted(score.language(), score.noise(), score.n(), score.right(), 100 * score.share()));
        }
        report.wrong().forEach(row -> output.note(row.language() + '\t' + row.noise() + '\t' + row.text()));
        return 0;
    }

    private List<LanguageScorer.Row> rows() throws IOException {
        if (language == null) {
            return Evaluation.read(file).stream()
                    .map(row -> new LanguageScorer.Row(row.language(), row.noise(), row.text()))
                    .toList();
        }
        var code = language;
        return Corpus.readTable(file).utterances().stream()
                .map(utterance -> new LanguageScorer.Row(code, "none", utterance.text()))
                .toList();
    }
}
