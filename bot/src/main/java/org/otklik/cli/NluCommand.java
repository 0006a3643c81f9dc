package org.otklik.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.conversation.Json;
import org.otklik.i18n.Language;
import org.otklik.nlp.Benchmark;
import org.otklik.nlp.Corpus;
import org.otklik.nlp.Evaluation;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.EntityScorer;
import org.otklik.nlu.LabelledText;
import org.otklik.nlu.NluJson;
import org.otklik.nlu.Understander;
import org.otklik.nlu.Understanding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the bot understands, and how well. */
@Command(name = "nlu", description = "Show what the bot understands of a text, and measure how well it understands.")
public final class NluCommand {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final String REGION = "RU";

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
        return object(understanding);
    }

    private ObjectNode object(Understanding understanding) {
        var object = JsonNodeFactory.instance.objectNode();
        object.put("language", understanding.language().map(Language::code).orElse(null));
        var intents = object.putArray("intents");
        understanding
                .ranked()
                .forEach(ranked ->
                        intents.addObject().put("name", ranked.label()).put("confidence", ranked.confidence()));
        var acts = object.putArray("acts");
        for (var act : understanding.acts()) {
            var told = acts.addObject();
            told.put("intent", act.intent()).put("mood", act.mood().name().toLowerCase(Locale.ROOT));
            indexes(told.putArray("entities"), act.entities(), understanding.entities());
            indexes(told.putArray("rejected"), act.rejected(), understanding.entities());
        }
        object.set("entities", json.entities(understanding.text(), understanding.entities()));
        return object;
    }

    /** Which of all entities these are; a bare number of a correction is none of them. */
    private static void indexes(ArrayNode array, List<Entity> some, List<Entity> all) {
        some.stream().mapToInt(all::indexOf).filter(index -> index >= 0).forEach(array::add);
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

    @Command(
            name = "bench",
            description = "Train the same pipeline on any file of text TAB intent, and measure it on another.")
    int bench(
            @Mixin Output output,
            @Option(names = "--train", required = true, paramLabel = "FILE", description = "What to learn from.")
                    Path train,
            @Option(names = "--test", required = true, paramLabel = "FILE", description = "What to measure on.")
                    Path test,
            @Option(names = "--oos", paramLabel = "FILE", description = "Texts that belong to no intent.") @Nullable
                    Path strangers)
            throws IOException {
        var none = new Corpus(List.of());
        var result = new Benchmark(
                        Corpus.readTable(train),
                        Corpus.readTable(test),
                        strangers == null ? none : Corpus.readTable(strangers))
                .run();
        var object = JsonNodeFactory.instance.objectNode();
        object.put("system", result.system()).put("accuracy", result.accuracy()).put("macroF1", result.macroF1());
        object.put("auroc", Double.isNaN(result.auroc()) ? null : result.auroc());
        object.put("trainSeconds", result.trainSeconds()).put("msPerMessage", result.msPerMessage());
        object.put("heapMiB", result.heapMiB());
        output.line(object, object.toString());
        return 0;
    }
}
