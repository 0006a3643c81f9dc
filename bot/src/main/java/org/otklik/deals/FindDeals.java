package org.otklik.deals;

import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.trueCondition;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_NAME_FORM;
import static org.otklik.schema.Tables.DEAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.nlu.NameForms;
import org.otklik.nlu.grammar.Folding;
import org.otklik.schema.tables.records.DealRecord;

/**
 * Which deals words speak of: by the title in quotation marks, by the words of the title in any of their forms, or by the name of
 * whom the deal is with. The best reason wins; what is as good is all found.
 */
final class FindDeals {
    private static final NameForms FORMS = new NameForms();
    private static final int SHORTEST = 3;
    private static final int LONGEST_ENDING = 3;
    private static final int BY_TITLE = 4;
    private static final int BY_PART = 3;

    private final DSLContext sql;
    private final boolean withRestricted;

    /** @param withRestricted whether deals with restricted people are there for the reader */
    FindDeals(DSLContext sql, boolean withRestricted) {
        this.sql = sql;
        this.withRestricted = withRestricted;
    }

    /** A deal with the name of whom it is with. */
    record Found(DealRecord deal, String with) {}

    List<Found> where(Condition which) {
        return sql.select(DEAL.fields())
                .select(CONTACT.NAME)
                .from(DEAL)
                .join(CONTACT)
                .on(CONTACT.ID.eq(DEAL.CONTACT_ID))
                .where(which)
                .and(CONTACT.ERASED_AT.isNull())
                .and(withRestricted ? trueCondition() : not(CONTACT.RESTRICTED))
                .orderBy(DEAL.EXPECTED_ON.asc().nullsLast(), DEAL.ID)
                .fetch(row -> new Found(row.into(DEAL), row.get(CONTACT.NAME)));
    }

    /** The deals that a text names, open ones before those that have ended. */
    List<Found> named(String text, DealWords words) {
        var all = where(trueCondition());
        var quoted = words.quoted(text).stream().map(name -> fold(name.name())).collect(Collectors.toSet());
        var said = Arrays.asList(fold(text).split(" "));
        var names = namesIn(text, all);
        var best = new ArrayList<Found>();
        int bestScore = 0;
        for (var found : all) {
            int score = score(found, quoted, said, names);
            if (score > bestScore) {
                best.clear();
                bestScore = score;
            }
            if (score == bestScore && score > 0) {
                best.add(found);
            }
        }
        var open = best.stream()
                .filter(found -> found.deal().getStatus().equals(Deals.OPEN))
                .toList();
        return open.isEmpty() ? best : open;
    }

    /** Whether a text has the title of an open deal in it. */
    boolean isTitled(String text) {
        var said = Arrays.asList(fold(text).split(" "));
        return where(DEAL.STATUS.eq(Deals.OPEN)).stream()
                .anyMatch(found -> score(found, Set.of(), said, Set.of()) >= BY_TITLE);
    }

    private static int score(Found found, Set<String> quoted, List<String> said, Set<Long> names) {
        var title = fold(found.deal().getTitle());
        var words = Arrays.stream(title.split(" "))
                .filter(word -> word.length() >= SHORTEST)
                .toList();
        boolean isWhole = (" " + String.join(" ", said) + " ").contains(" " + title + " ");
        boolean isSaid = !words.isEmpty() && words.stream().allMatch(word -> isIn(word, said));
        boolean isNamed = names.contains(found.deal().getContactId());
        if (quoted.contains(title)) {
            return 8 + (isNamed ? 1 : 0);
        }
        // A title of several words is often cut down to what tells it from others, in quotation marks.
        boolean isQuotedInPart =
                quoted.stream().anyMatch(part -> part.length() >= SHORTEST && isIn(List.of(part.split(" ")), words));
        int byTitle = isWhole ? 6 : isSaid ? BY_TITLE : isQuotedInPart ? BY_PART : 0;
        return byTitle + (isNamed ? 1 : 0);
    }

    private static boolean isIn(List<String> part, List<String> title) {
        return part.stream().allMatch(word -> isIn(word, title));
    }

    /** Endings don't count: they are what differs between the cases of a word. */
    private static boolean isIn(String word, List<String> said) {
        int stem = Math.max(SHORTEST, word.length() - LONGEST_ENDING + 1);
        var beginning = word.substring(0, Math.min(stem, word.length()));
        return said.stream()
                .anyMatch(other ->
                        other.startsWith(beginning) && Math.abs(other.length() - word.length()) <= LONGEST_ENDING);
    }

    /** Whom of those who have deals a text names, in any form of the name. */
    private Set<Long> namesIn(String text, List<Found> all) {
        var said = " " + FORMS.fold(text) + " ";
        Map<Long, List<String>> forms = sql.select(CONTACT_NAME_FORM.CONTACT_ID, CONTACT_NAME_FORM.FORM)
                .from(CONTACT_NAME_FORM)
                .where(CONTACT_NAME_FORM.CONTACT_ID.in(all.stream()
                        .map(found -> found.deal().getContactId())
                        .distinct()
                        .toList()))
                .fetchGroups(CONTACT_NAME_FORM.CONTACT_ID, CONTACT_NAME_FORM.FORM);
        return forms.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(form -> form.length() >= SHORTEST && said.contains(" " + form + " ")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String fold(String text) {
        return Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
