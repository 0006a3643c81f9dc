package org.otklik.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.conversation.Json;
import org.otklik.i18n.Language;
import org.otklik.nlp.Evaluation;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.EntityScorer;
import org.otklik.nlu.LabelledText;
import org.otklik.nlu.NluJson;
import org.otklik.nlu.Understander;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the bot understands, and how well. */
@Command(
        name = "nlu",
        description = "Show what the bot understands of a text, measure how well it understands, and teach it.",
        subcommands = {
            ExplainCommand.class,
            NluBenchCommand.class,
            LanguagesCommand.class,
            ReviewCommand.class,
            TrainCommand.class
        })
public final class NluCommand {
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    static final String REGION = "RU";

    private final NluJson json = new NluJson();

    @Command(name = "parse", description = "Print what is understood of a text: language, intents, acts, entities.")
    int parse(
            @Mixin Output output,
            @Parameters(arity = "0..1", paramLabel = "TEXT", description = "What somebody wrote.") @Nullable
                    String text,
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "JSON lines instead: {\"text\":…, \"lang\"?:…, \"now\"?:…, \"staff\"?:true}")
                    @Nullable
                    Path file)
            throws IOException {
        var models = NluModels.load();
        var lines = file == null
                ? List.of(JsonNodeFactory.instance.objectNode().put("text", text == null ? "" : text))
                : Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(NluCommand::object)
                        .toList();
        lines.forEach(line -> output.json(parsed(models, line)));
        return 0;
    }

    private static ObjectNode object(String line) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode parsed(NluModels models, ObjectNode line) {
        var now = Optional.ofNullable(line.get("now")).map(value -> OffsetDateTime.parse(value.asText()));
        var zone = now.<ZoneId>map(OffsetDateTime::getOffset).orElse(ZONE);
        var sentAt = now.map(OffsetDateTime::toInstant).orElseGet(Installation.clock()::instant);
        var usual = Language.of(line.path("lang").asText("")).orElse(Language.RU);
        var understanding = new Understander(models, new EntityRecognizer(), zone, REGION)
                .understand(
                        line.path("text").asText(),
                        sentAt,
                        usual,
                        line.path("staff").asBoolean());
        return json.understanding(understanding);
    }

    @Command(name = "test", description = "Measure intents on a file of: language TAB intent TAB noise TAB text.")
    int test(@Mixin Output output, @Parameters(paramLabel = "FILE", description = "The labelled texts.") Path file)
            throws IOException {
        var report = new Evaluation(NluModels.load().intents(), new IntentCatalogue()).of(Evaluation.read(file));
        for (var part : report.parts()) {
            var object = JsonNodeFactory.instance.objectNode();
            object.put("lang", part.language()).put("noise", part.noise()).put("n", part.n());
            object.put("accuracy", part.accuracy()).put("macroF1", part.macroF1());
            object.put("refused", part.refused()).put("refusedInScope", part.refusedInScope());
            output.line(
                    object,
                    "%-4s %-10s n %4d  accuracy %.3f  macro-F1 %.3f  out of scope refused %.3f, in scope %.3f"
                            .formatted(
                                    part.language(),
                                    part.noise(),
                                    part.n(),
                                    part.accuracy(),
                                    part.macroF1(),
                                    part.refused(),
                                    part.refusedInScope()));
        }
        var confusions = JsonNodeFactory.instance.objectNode();
        var worst = confusions.putArray("confusions");
        report.confusions()
                .forEach(one ->
                        worst.addArray().add(one.expected()).add(one.got()).add(one.n()));
        output.line(
                confusions,
                "worst confusions: " + report.confusions().stream().limit(10).toList());
        return 0;
    }

    @Command(name = "entities", description = "Measure entities on JSON lines, or on a TSV of text, type, value.")
    int entities(
            @Mixin Output output,
            @Parameters(paramLabel = "FILE", description = "The labelled texts.") Path file,
            @Option(names = "--now", description = "The moment of speaking of a TSV, ISO 8601 with offset.") @Nullable
                    OffsetDateTime now,
            @Option(names = "--lang", defaultValue = "en", description = "The language of a TSV.") String language)
            throws IOException {
        var lines = Files.readAllLines(file);
        var texts = file.toString().endsWith(".tsv")
                ? LabelledText.ofTable(
                        lines,
                        Language.of(language).orElse(Language.EN),
                        now == null ? OffsetDateTime.now(Installation.clock()) : now)
                : lines.stream().filter(line -> !line.isBlank()).map(LabelledText::ofJson);
        var report = new EntityScorer(new EntityRecognizer(), REGION).score(texts);
        for (var score : report.scores()) {
            output.line(
                    json.score(score),
                    "%-4s %-12s P %.3f  R %.3f  F1 %.3f  (%d right, %d extra, %d missed)"
                            .formatted(
                                    score.language().map(Language::code).orElse("all"),
                                    score.type().code(),
                                    score.precision(),
                                    score.recall(),
                                    score.f1(),
                                    score.hits(),
                                    score.extra(),
                                    score.missed()));
        }
        report.worst()
                .forEach(miss ->
                        output.note(miss.text().text() + "\n    missed " + miss.missed() + ", extra " + miss.extra()));
        return 0;
    }
}
