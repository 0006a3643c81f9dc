package org.otklik.bench;

import static org.otklik.schema.Tables.ARTICLE_SEARCH;
import static org.otklik.schema.Tables.MESSAGE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.store.Database;
import org.otklik.store.DatabaseAddress;

/**
 * What the database holds of numbered questions in the end. Each question leads to one row in the log of searches, and no two have
 * the same number.
 */
final class Ledger {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\D*$");

    private final Map<Long, Kept> conversations = new HashMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Map<Integer, Long> owners = new HashMap<>();

    private Ledger() {}

    static Ledger read(DatabaseAddress address) {
        var ledger = new Ledger();
        try (var database = new Database(address, 1)) {
            ledger.readQuestions(database);
            ledger.readEffects(database);
            ledger.readReplies(database);
        }
        return ledger;
    }

    /** The numbers of the replies that were sent, by the names that the medium gave them. */
    static Map<String, Long> sent(DatabaseAddress address) {
        try (var database = new Database(address, 1)) {
            return database.sql()
                    .select(MESSAGE.EXTERNAL_ID, MESSAGE.ID)
                    .from(MESSAGE)
                    .where(MESSAGE.DIRECTION.eq("out"))
                    .and(MESSAGE.EXTERNAL_ID.isNotNull())
                    .fetchMap(MESSAGE.EXTERNAL_ID, MESSAGE.ID);
        }
    }

    private void readQuestions(Database database) {
        database.sql()
                .select(MESSAGE.ID, MESSAGE.CONVERSATION_ID, MESSAGE.STATUS, MESSAGE.BODY)
                .from(MESSAGE)
                .where(MESSAGE.DIRECTION.eq("in"))
                .orderBy(MESSAGE.ID)
                .forEach(row -> {
                    int number = number(row.value4());
                    numbers.put(row.value1(), number);
                    owners.put(number, row.value2());
                    var kept = conversation(row.value2());
                    kept.stored().add(number);
                    if (row.value3().equals("handled")) {
                        kept.handled().add(number);
                    }
                });
    }

    private void readEffects(Database database) {
        database.sql()
                .select(ARTICLE_SEARCH.CONVERSATION_ID, ARTICLE_SEARCH.QUERY)
                .from(ARTICLE_SEARCH)
                .orderBy(ARTICLE_SEARCH.ID)
                .forEach(row -> conversation(row.value1()).effects().add(number(row.value2())));
    }

    private void readReplies(Database database) {
        database.sql()
                .select(MESSAGE.ID, MESSAGE.CONVERSATION_ID, MESSAGE.IN_REPLY_TO)
                .from(MESSAGE)
                .where(MESSAGE.DIRECTION.eq("out"))
                .orderBy(MESSAGE.ID)
                .forEach(row -> {
                    var kept = conversation(row.value2());
                    kept.replies().add(row.value1());
                    kept.answered().add(numbers.getOrDefault(row.value3(), -1));
                });
    }

    private Kept conversation(long id) {
        return conversations.computeIfAbsent(id, first -> Kept.nothing());
    }

    private static int number(String question) {
        var found = NUMBER.matcher(question);
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }

    /** What is kept of the conversation in which these were said. */
    Kept of(List<Integer> said) {
        return said.stream()
                .flatMap(number -> Stream.ofNullable(owners.get(number)))
                .findFirst()
                .map(this::conversation)
                .orElseGet(Kept::nothing);
    }
}
