package org.otklik.nlp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The product's list of intents ({@code data/intents.tsv}), and which of them only staff may mean. */
public final class IntentCatalogue {
    private static final String STAFF = "S";
    /** Begins the names of the intents that an organisation has of its own. */
    public static final String OWN = "own.";
    /** As likely as a question to the articles, which answer both. */
    private static final double OWN_STAFF_WEIGHT = 0.2;

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private record Row(boolean isForStaff, double staffWeight) {}

    public IntentCatalogue() {
        this(Resource.rows("intents.tsv"));
    }

    private IntentCatalogue(List<String[]> table) {
        table.forEach(row -> rows.put(row[0], new Row(row[1].equals(STAFF), Double.parseDouble(row[2]))));
    }

    /** Of a corpus that is not the product's: anybody may mean anything. */
    static IntentCatalogue none() {
        return new IntentCatalogue(List.of());
    }

    /** Every intent in the order of the list, without {@link Corpus#OUT_OF_SCOPE}. */
    public Set<String> names() {
        return Collections.unmodifiableSet(rows.keySet());
    }

    public boolean isForStaff(String intent) {
        var row = rows.get(intent);
        return row != null && row.isForStaff;
    }

    /** How likely a member of staff is to mean it beforehand, beside an intent that only staff have, which is 1. */
    double staffWeight(String intent) {
        var row = rows.get(intent);
        if (row == null) {
            return intent.startsWith(OWN) ? OWN_STAFF_WEIGHT : 1;
        }
        return row.staffWeight;
    }

    /** What may be proposed to a member of the public. */
    public Predicate<String> forPublic() {
        return intent -> !isForStaff(intent);
    }

    public Predicate<String> forStaff() {
        return intent -> true;
    }

    /** What may be proposed to whoever says a thing with that intent: a staff intent is read as staff's. */
    public Predicate<String> forSpeakerOf(String intent) {
        return isForStaff(intent) ? forStaff() : forPublic();
    }
}
