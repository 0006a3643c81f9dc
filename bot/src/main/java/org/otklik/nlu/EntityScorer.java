package org.otklik.nlu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.otklik.i18n.Language;
import org.otklik.nlu.LabelledText.Label;

/**
 * Measures a recogniser on labelled texts, by type and language. An entity is right if its type and all labelled values are, and
 * its place overlaps the labelled text, so that a preposition more or less does not count.
 */
public final class EntityScorer {
    private final EntityRecognizer recognizer;
    private final String phoneRegion;
    private final NluJson json = new NluJson();

    public EntityScorer(EntityRecognizer recognizer, String phoneRegion) {
        this.recognizer = recognizer;
        this.phoneRegion = phoneRegion;
    }

    /**
     * How well one type was found.
     *
     * @param language empty for all together
     * @param missed expected and not found
     * @param extra found and not expected
     */
    public record Score(Optional<Language> language, EntityType type, int hits, int extra, int missed) {
        public double precision() {
            return share(hits, hits + extra);
        }

        public double recall() {
            return share(hits, hits + missed);
        }

        public double f1() {
            return share(2 * hits, 2 * hits + extra + missed);
        }

        private static double share(int part, int whole) {
            return whole == 0 ? 1 : Math.round(1000.0 * part / whole) / 1000.0;
        }
    }

    /** A text that was not read right. */
    public record Miss(LabelledText text, List<Label> missed, List<Entity> extra) {}

    /** What was measured: the scores, and the texts that went wrong, those with most mistakes first. */
    public record Report(List<Score> scores, List<Miss> worst) {}

    private record Key(Optional<Language> language, EntityType type) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byLanguage = name().compareTo(other.name());
            return byLanguage != 0 ? byLanguage : type.compareTo(other.type);
        }

        private String name() {
            return language.map(Language::code).orElse("");
        }
    }

    private static final class Counts {
        private int hits;
        private int extra;
        private int missed;
    }

    public Report score(Stream<LabelledText> texts) {
        var counts = new TreeMap<Key, Counts>();
        var worst = new ArrayList<Miss>();
        texts.forEach(text -> {
            var miss = compare(text, counts);
            if (!miss.missed().isEmpty() || !miss.extra().isEmpty()) {
                worst.add(miss);
            }
        });
        worst.sort((one, other) -> mistakes(other) - mistakes(one));
        var scores = counts.entrySet().stream()
                .map(entry -> new Score(
                        entry.getKey().language(),
                        entry.getKey().type(),
                        entry.getValue().hits,
                        entry.getValue().extra,
                        entry.getValue().missed))
                .toList();
        return new Report(scores, List.copyOf(worst));
    }

    private static int mistakes(Miss miss) {
        return miss.missed().size() + miss.extra().size();
    }

    private Miss compare(LabelledText text, Map<Key, Counts> counts) {
        var found = new LinkedHashSet<>(recognizer.recognize(
                text.text(), text.language(), text.now().toInstant(), text.now().getOffset(), phoneRegion));
        var missed = new ArrayList<Label>();
        for (var label : text.labels()) {
            var hit = found.stream()
                    .filter(entity -> isRight(text.text(), entity, label))
                    .findFirst();
            hit.ifPresentOrElse(found::remove, () -> missed.add(label));
            count(counts, text, label.type()).forEach(count -> {
                count.hits += hit.isPresent() ? 1 : 0;
                count.missed += hit.isPresent() ? 0 : 1;
            });
        }
        for (var entity : found) {
            count(counts, text, EntityType.of(entity)).forEach(count -> count.extra++);
        }
        return new Miss(text, missed, List.copyOf(found));
    }

    private static List<Counts> count(Map<Key, Counts> counts, LabelledText text, EntityType type) {
        return Stream.of(Optional.of(text.language()), Optional.<Language>empty())
                .map(language -> counts.computeIfAbsent(new Key(language, type), _ -> new Counts()))
                .toList();
    }

    private boolean isRight(String text, Entity entity, Label label) {
        if (EntityType.of(entity) != label.type()) {
            return false;
        }
        int start = text.indexOf(label.text());
        var place = new Span(
                Math.max(start, 0),
                start < 0 ? text.length() : start + label.text().length());
        var isSamePlace = entity.span().overlaps(place) || text.indexOf(label.text(), place.end()) >= 0;
        return isSamePlace && hasFields(json.entity(text, entity), label);
    }

    private static boolean hasFields(ObjectNode entity, Label label) {
        if (label.type() == EntityType.ORGANIZATION && label.fields().isEmpty()) {
            return isSameName(entity.path("text").asText(), label.text());
        }
        return label.fields().entrySet().stream()
                .allMatch(field -> entity.path(field.getKey()).asText().equals(field.getValue()));
    }

    /** Quotation marks around a name are not a part of it. */
    private static boolean isSameName(String one, String other) {
        return letters(one).equals(letters(other));
    }

    private static String letters(String name) {
        return name.replaceAll("[\"\u00ab\u00bb\u201c\u201d\u201e]", "").strip();
    }
}
