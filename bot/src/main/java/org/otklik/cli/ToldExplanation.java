package org.otklik.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.i18n.Language;
import org.otklik.nlp.Explanation;
import org.otklik.nlp.Ranked;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityType;
import org.otklik.nlu.NluJson;
import org.otklik.nlu.Understanding;

/**
 * An explanation as {@code nlu explain} prints it.
 *
 * @param reading the text that was judged, as it was taken to be meant
 * @param command what the text means by itself, whatever the classifier says
 */
record ToldExplanation(
        String text, String reading, Optional<String> command, Understanding understanding, Explanation explained) {
    private static final int STRONGEST = 12;
    private static final int LIKELIEST = 3;
    private static final int MANY = 1_000;
    private static final int COLUMN = 52;

    ObjectNode json() {
        var object = JsonNodeFactory.instance.objectNode();
        object.put("text", text).put("reading", reading).put("words", words());
        object.put("command", command.orElse(null));
        object.setAll(new NluJson().understanding(understanding));
        var intents = object.putArray("intents");
        likeliest().forEach(one -> intents.addObject().put("name", one.label()).put("confidence", one.confidence()));
        object.put("inScope", explained.classification().inScope());
        object.put("refused", explained.classification().isRefused());
        var signals = object.putArray("signals");
        for (var signal : explained.signals()) {
            var told = signals.addObject();
            told.put("name", signal.sign().name().toLowerCase(Locale.ROOT));
            told.put("value", signal.value()).put("pull", signal.pull()).put("says", says(signal));
        }
        object.put("intent", explained.intent()).put("rival", explained.rival());
        object.put("difference", explained.difference());
        strongest(object.putArray("for"), explained.speakingFor());
        strongest(object.putArray("against"), explained.speakingAgainst());
        return object;
    }

    private static void strongest(ArrayNode array, Stream<Explanation.Contribution> contributions) {
        contributions
                .limit(STRONGEST)
                .forEach(one -> array.addObject()
                        .put("kind", one.kind().title())
                        .put("feature", one.feature())
                        .put("points", one.points()));
    }

    String sentences() {
        var told = new StringBuilder();
        if (!reading.equals(text)) {
            line(told, "read as", reading);
        }
        if (!letters(words()).equalsIgnoreCase(letters(reading))) {
            line(told, "words", words());
        }
        line(told, "language", understanding.language().map(Language::code).orElse("cannot be told"));
        line(
                told,
                "intents",
                likeliest()
                        .map(one -> "%s %.2f".formatted(one.label(), one.confidence()))
                        .collect(Collectors.joining(", ")));
        command.ifPresent(
                name -> line(told, "command", name + ": these words always mean it, whatever else is said here"));
        line(
                told,
                "in scope",
                "%.2f, %s"
                        .formatted(
                                explained.classification().inScope(),
                                explained.classification().isRefused() ? "so it is refused" : "so it is not refused"));
        explained.signals().forEach(signal -> line(told, "", "%+.2f %s".formatted(signal.pull(), says(signal))));
        line(told, "acts", acts());
        line(told, "entities", entities(understanding.entities()));
        told.append("%n%s:%n".formatted(compared(explained.intent(), explained.rival(), explained.difference())));
        columns(told);
        return told.toString().stripTrailing();
    }

    private static void line(StringBuilder told, String name, String says) {
        told.append("%-10s %s%n".formatted(name, says));
    }

    private String words() {
        return String.join(" ", explained.words());
    }

    /** Without marks, which are parted from words in any case. */
    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private Stream<Ranked> likeliest() {
        return explained.classification().ranked().stream().limit(LIKELIEST);
    }

    private String says(Explanation.Signal signal) {
        var best = explained.classification().ranked().getFirst().label();
        return switch (signal.sign()) {
            case ENTROPY ->
                "as undecided as between %.1f intents that are equally likely".formatted(Math.exp(signal.value()));
            case STRANGENESS -> compared("out of scope", best, signal.value());
            case COVERAGE -> "%.0f %% of the words are known".formatted(100 * signal.value());
            case WORDS -> "words, numbers and marks: %d".formatted(Math.round(Math.expm1(signal.value())));
        };
    }

    /** @param difference logarithm of how many times as likely the one is as the other */
    private static String compared(String one, String other, double difference) {
        if (difference < 0) {
            return compared(other, one, -difference);
        }
        double ratio = Math.exp(difference);
        return "%s is %s times as likely as %s"
                .formatted(one, ratio >= MANY ? "over " + MANY : "%.1f".formatted(ratio), other);
    }

    private String acts() {
        return understanding.acts().isEmpty()
                ? "none"
                : understanding.acts().stream()
                        .map(act -> act.entities().isEmpty()
                                ? act.intent()
                                : act.intent() + " (" + entities(act.entities()) + ")")
                        .collect(Collectors.joining("; "));
    }

    private String entities(List<Entity> entities) {
        return entities.isEmpty()
                ? "none"
                : entities.stream()
                        .map(entity -> EntityType.of(entity).code() + " \""
                                + entity.span().in(understanding.text()) + '"')
                        .collect(Collectors.joining(", "));
    }

    private void columns(StringBuilder told) {
        var left = explained
                .speakingFor()
                .limit(STRONGEST)
                .map(ToldExplanation::points)
                .toList();
        var right = explained
                .speakingAgainst()
                .limit(STRONGEST)
                .map(ToldExplanation::points)
                .toList();
        row(told, "for " + explained.intent(), "for " + explained.rival());
        for (int at = 0; at < Math.max(left.size(), right.size()); at++) {
            row(told, at < left.size() ? left.get(at) : "", at < right.size() ? right.get(at) : "");
        }
    }

    private static void row(StringBuilder told, String left, String right) {
        told.append(("  %-" + COLUMN + "s %s").formatted(left, right).stripTrailing())
                .append(System.lineSeparator());
    }

    private static String points(Explanation.Contribution one) {
        return "%.2f %s%s"
                .formatted(
                        Math.abs(one.points()),
                        one.kind().title(),
                        one.feature().isEmpty() ? "" : " \"" + one.feature() + '"');
    }
}
