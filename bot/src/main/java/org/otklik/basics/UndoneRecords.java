package org.otklik.basics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Json;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.schema.tables.records.ChangeRecord;

/** Names what was taken back, so that nobody has to guess which record it was: the deal "Music rooms", the gift of 500. */
final class UndoneRecords {
    /** More of a kind are not named one by one: a merge moves dozens. */
    private static final int NAMED = 3;

    /** What only follows another record: where that is named, these add nothing. */
    private static final Map<String, String> FOLLOWING = Map.of("deal_stage", "deal", "contact_role", "contact");

    /** By what column a record is called. */
    private static final Map<String, String> NAMES = Map.of(
            "deal", "title",
            "task", "title",
            "contact", "name",
            "contact_point", "value",
            "tag", "tag",
            "service_case", "number",
            "segment", "name",
            "event", "title",
            "article", "title");

    private UndoneRecords() {}

    /** Whether a record had come of it, and not only another state of one. */
    static boolean isNew(List<ChangeRecord> inverted) {
        return inverted.stream().anyMatch(change -> change.getOp().equals("insert"));
    }

    static List<Text> of(List<ChangeRecord> inverted) {
        Map<String, List<ChangeRecord>> byTable =
                inverted.stream().collect(groupingBy(ChangeRecord::getTableName, LinkedHashMap::new, toList()));
        var told = new ArrayList<Text>();
        byTable.forEach((table, changes) -> {
            boolean isUnderstood = Optional.ofNullable(FOLLOWING.get(table))
                    .filter(byTable::containsKey)
                    .isPresent();
            if (!isUnderstood) {
                told.addAll(of(table, changes));
            }
        });
        return told;
    }

    private static List<Text> of(String table, List<ChangeRecord> changes) {
        var named = changes.stream()
                .map(change -> name(table, row(change))
                        .map(name -> Text.of(BasicsText.RECORD_NAMED)
                                .with("table", table)
                                .with("isNew", String.valueOf(change.getOp().equals("insert")))
                                .with("name", name)))
                .distinct()
                .toList();
        return named.size() > NAMED || named.contains(Optional.<Text>empty())
                ? List.of(Text.of(BasicsText.RECORD).with("table", table))
                : named.stream().flatMap(Optional::stream).toList();
    }

    private static JsonNode row(ChangeRecord change) {
        return Json.read(Optional.ofNullable(change.getBefore()).orElseGet(change::getAfter), JsonNode.class);
    }

    private static Optional<Object> name(String table, JsonNode row) {
        if (Set.of("gift", "recurring_gift").contains(table)) {
            return Optional.of(row)
                    .filter(gift -> gift.path("amount").isNumber())
                    .map(gift -> new Money(
                            new BigDecimal(gift.get("amount").asText()),
                            gift.get("currency").asText()));
        }
        return Optional.ofNullable(NAMES.get(table))
                .map(column -> row.path(column).asText())
                .filter(name -> !name.isBlank())
                .map(name -> name);
    }
}
