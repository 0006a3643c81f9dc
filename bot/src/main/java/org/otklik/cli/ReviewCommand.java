package org.otklik.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.otklik.i18n.Texts;
import org.otklik.learning.IntentNames;
import org.otklik.learning.Learning;
import org.otklik.learning.NluFolder;
import org.otklik.learning.Reviews;
import org.otklik.learning.Reviews.Review;
import org.otklik.nlp.Ranked;
import org.otklik.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Messages that were not understood: lists them, and takes what they mean. */
@Command(
        name = "review",
        description = {
            "Show the messages that were not understood or taken for something else, and say what they mean.",
            "What is said becomes an utterance in the folder nlu/intents of the data folder. A running bot learns it in",
            "the background; without one, it is learned at the next start, or by: otklik nlu train"
        })
final class ReviewCommand implements Callable<Integer> {
    private static final int SHOWN = 200;

    @Mixin
    private final Installation installation = new Installation();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NUMBER",
            description = "The message; without it, all that wait.")
    private @Nullable Long number;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "INTENT",
            description =
                    "What it means, for example giving.donate; out_of_scope for nothing that the bot does; own.NAME for an"
                            + " intent of your own, which the article NAME answers.")
    private @Nullable String intent;

    @Option(names = "--ignore", description = "Learn nothing from this message.")
    private boolean ignore;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the library
    private CommandSpec spec;

    /** A message that waits, as {@code --json} prints it. */
    private record Line(
            long number,
            String language,
            boolean staff,
            Instant at,
            String reason,
            String text,
            Optional<String> guess,
            Optional<Double> confidence) {
        static Line of(Review review) {
            return new Line(
                    review.id(),
                    review.language().code(),
                    review.isByStaff(),
                    review.at(),
                    review.reason(),
                    review.text(),
                    review.guess().map(Ranked::label),
                    review.guess().map(Ranked::confidence));
        }

        String sentence() {
            return "%-5d %s %-8s %s%n      %s, %s"
                    .formatted(
                            number,
                            language,
                            staff ? "staff" : "visitor",
                            text,
                            reason.replace('_', ' '),
                            guess.map(name -> "taken for %s (%.2f)".formatted(name, confidence.orElse(0.0)))
                                    .orElse("taken for nothing"));
        }
    }

    @Override
    public Integer call() {
        if (number == null) {
            return installation.withDatabase(this::list);
        }
        if (ignore == (intent != null)) {
            throw new ParameterException(
                    spec.commandLine(), "say either what message " + number + " means, or --ignore");
        }
        long chosen = number;
        var meant = Optional.ofNullable(intent).map(this::known);
        var folder = NluFolder.in(installation.configuration().settings().data());
        return installation.withDatabase(database -> review(database, chosen, meant, folder));
    }

    private int list(Database database) {
        var reviews = new Reviews(database.sql());
        List<Review> waiting = reviews.waiting(SHOWN);
        waiting.stream().map(Line::of).forEach(line -> installation.print(line, line.sentence()));
        int more = reviews.count() - waiting.size();
        if (waiting.isEmpty() || more > 0) {
            installation.note(waiting.isEmpty() ? "Nothing waits to be reviewed." : more + " more wait behind these.");
        }
        return 0;
    }

    private String known(String name) {
        var names = new IntentNames(new Texts());
        return names.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no intent is called " + name + "; the nearest are " + String.join(", ", names.nearest(name))));
    }

    private int review(Database database, long chosen, Optional<String> meant, NluFolder folder) {
        var at = Installation.clock().instant();
        var reviews = new Reviews(database.sql());
        boolean isDone = meant.map(name -> reviews.decide(chosen, name, Optional.empty(), at))
                .orElseGet(() -> reviews.drop(chosen, Optional.empty(), at));
        if (!isDone) {
            throw new ParameterException(
                    spec.commandLine(), "no message " + chosen + " waits to be reviewed; see: otklik nlu review");
        }
        Learning.keep(database, folder);
        var result = meant.map(name -> "taught").orElse("ignored");
        installation.print(
                new Installation.Result(String.valueOf(chosen), meant.orElse(""), result),
                chosen + ": " + result + meant.map(name -> " as " + name).orElse(""));
        return 0;
    }
}
