package org.otklik.nlu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.otklik.i18n.Language;

/** Prints how well entities are found in a file: JSON lines, or a table with the language and the time of speaking after its name. */
final class MeasureEntities {
    private MeasureEntities() {}

    public static void main(String[] arguments) throws IOException {
        var scorer = new EntityScorer(new EntityRecognizer(), "RU");
        var report = scorer.score(texts(arguments));
        var json = new NluJson();
        report.worst()
                .forEach(miss -> System.out.println("  " + miss.text().text() + "\n     missed " + miss.missed()
                        + "\n     extra " + json.entities(miss.text().text(), miss.extra())));
        report.scores().forEach(score -> System.out.println(json.score(score)));
    }

    private static Stream<LabelledText> texts(String[] arguments) throws IOException {
        var lines = Files.readAllLines(Path.of(arguments[0]));
        return arguments.length == 1
                ? lines.stream().map(LabelledText::ofJson)
                : LabelledText.ofTable(
                        lines, Language.of(arguments[1]).orElseThrow(), OffsetDateTime.parse(arguments[2]));
    }
}
