package org.otklik.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.otklik.i18n.Language;
import org.otklik.nlp.Corpus;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Slip;
import org.otklik.nlu.Understander;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows why a text was understood as it was, so that the data can be mended where they misled. */
@Command(
        name = "explain",
        description =
                "Show why a text is taken for its intent: the words and features that spoke for it and against it.")
final class ExplainCommand implements Callable<Integer> {
    private static final int WRONG_USAGE = 2;
    private static final int SHOWN = 3;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "TEXT", description = "What somebody wrote.")
    @SuppressWarnings("NullAway.Init") // set by the library
    private String text;

    @Option(names = "--staff", description = "Read it as a colleague's, who may mean what the public may not.")
    private boolean staff;

    @Option(
            names = "--intent",
            paramLabel = "NAME",
            description = "Explain why it is, or is not, this intent; the likeliest one unless you say otherwise.")
    private @Nullable String intent;

    private final IntentCatalogue catalogue = new IntentCatalogue();

    @Override
    public Integer call() {
        var wanted = Optional.ofNullable(intent);
        var complaint = wanted.flatMap(this::complaint);
        complaint.ifPresent(output::note);
        if (complaint.isPresent()) {
            return WRONG_USAGE;
        }
        var models = NluModels.load();
        var understander = new Understander(models, new EntityRecognizer(), NluCommand.ZONE, NluCommand.REGION);
        var understanding = understander.understand(text, Installation.clock().instant(), Language.RU, staff);
        var telling = understander.telling(understanding).strip();
        var allowed = staff ? catalogue.forStaff() : catalogue.forPublic();
        var explained = wanted.map(name -> models.intents().explain(telling, allowed, name))
                .orElseGet(() -> models.intents().explain(telling, allowed));
        var told = new ToldExplanation(
                text, models.normalizer().normalize(telling), understander.command(telling), understanding, explained);
        output.line(told.json(), told.sentences());
        return 0;
    }

    private Optional<String> complaint(String name) {
        if (name.equals(Corpus.OUT_OF_SCOPE)) {
            return Optional.empty();
        }
        if (!catalogue.names().contains(name)) {
            return Optional.of("no intent is called %s; the nearest are %s"
                    .formatted(name, nearest(name).collect(Collectors.joining(", "))));
        }
        return catalogue.isForStaff(name) && !staff
                ? Optional.of("only staff can mean %s; add: --staff".formatted(name))
                : Optional.empty();
    }

    /** People leave out the part before the dot. */
    private Stream<String> nearest(String name) {
        return catalogue.names().stream()
                .sorted(Comparator.comparingInt((String known) -> known.contains(name) ? 0 : 1)
                        .thenComparingInt(known -> Stream.concat(Stream.of(known), List.of(known.split("\\.")).stream())
                                .mapToInt(part -> Slip.between(name, part))
                                .min()
                                .orElseThrow()))
                .limit(SHOWN);
    }
}
