package org.otklik.dialogue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/**
 * Knows in which words people take back what was just written: "oops, scrap all that, I mixed them up". Who names another value
 * puts right, and who names anything else than what was written wants something else.
 */
final class TakingBackWords {
    private static final String VERB = "verb";
    private static final String NEEDLESS = "needless";
    private static final String ALL = "all";
    private static final String FILLER = "filler";
    private static final String REASON = "reason";

    private static final Set<String> NO_RECORD = Set.of(VERB, NEEDLESS, FILLER, REASON);

    private static final Pattern CLAUSE = Pattern.compile("[,.;:!?()\\n\u2014\u2013]+|\\s-+\\s");
    /** Who writes more tells something. */
    private static final int MOST_WORDS = 20;

    private final Cues words = new Cues("taking-back");

    /** Whether a clause asks for something to be taken back, and for what. */
    private record Clause(boolean asks, boolean isNeedless, Set<String> tables) {}

    /**
     * What is to be taken back: the tables of the records, none for everything that was written. Empty where a text asks for
     * something else. Whose records they are is for the caller to see.
     */
    Optional<Set<String>> in(Understanding understanding) {
        boolean namesValues = understanding.entities().stream().anyMatch(entity -> !entity.namesSomebody());
        return namesValues ? Optional.empty() : besideValues(understanding);
    }

    /** The same, where values that are named put nothing right: "cancel that, they will only sign tomorrow". */
    Optional<Set<String>> besideValues(Understanding understanding) {
        var text = withoutPeople(understanding);
        if (text.strip().split("\\s+").length > MOST_WORDS) {
            return Optional.empty();
        }
        // "Delete Anna" is not said of what was written of her.
        boolean namesNoRecord = !text.equals(understanding.text())
                && words.in(text).stream().map(Cues.Found::name).allMatch(NO_RECORD::contains);
        if (namesNoRecord) {
            return Optional.empty();
        }
        boolean asks = false;
        boolean isNeedless = false;
        var tables = new HashSet<String>();
        for (var part : CLAUSE.split(text)) {
            if (part.isBlank()) {
                continue;
            }
            var clause = clause(part);
            if (clause.isEmpty() && !asks && !isReason(part)) {
                return Optional.empty();
            }
            asks |= clause.filter(Clause::asks).isPresent();
            isNeedless |= clause.filter(Clause::isNeedless).isPresent();
            clause.map(Clause::tables).ifPresent(tables::addAll);
        }
        // "Not needed" alone says no to anything.
        return asks || (isNeedless && !tables.isEmpty()) ? Optional.of(tables) : Optional.empty();
    }

    private static String withoutPeople(Understanding understanding) {
        var rest = new StringBuilder(understanding.text());
        understanding.all(Entity.Person.class).map(Entity::span).forEach(span -> span.blank(rest));
        return rest.toString();
    }

    private boolean isReason(String part) {
        return words.first(part).filter(REASON::equals).isPresent();
    }

    /** Empty where words stand in it that have nothing to do with taking back. */
    private Optional<Clause> clause(String part) {
        var tables = new HashSet<String>();
        boolean asks = false;
        boolean isNeedless = false;
        int at = 0;
        for (var found : words.in(part)) {
            if (hasWords(part, at, found.span().start())) {
                return Optional.empty();
            }
            switch (found.name()) {
                case VERB -> asks = true;
                case NEEDLESS -> isNeedless = true;
                case REASON -> {
                    return Optional.of(new Clause(asks, isNeedless, tables));
                }
                case ALL, FILLER -> {}
                default -> tables.add(found.name());
            }
            at = found.span().end();
        }
        return hasWords(part, at, part.length()) ? Optional.empty() : Optional.of(new Clause(asks, isNeedless, tables));
    }

    private static boolean hasWords(String part, int from, int to) {
        return part.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
