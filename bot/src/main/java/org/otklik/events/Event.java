package org.otklik.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.otklik.i18n.Language;

/**
 * Something that people are invited to.
 *
 * @param titles by language
 * @param capacity how many people have room; empty where nobody counts
 */
record Event(long id, JsonNode titles, Instant startsAt, Optional<String> place, Optional<Integer> capacity) {
    /** Its title in a language, or in whichever there is. */
    String title(Language language) {
        return titles.path(language.code())
                .asText(titles.elements().hasNext() ? titles.elements().next().asText() : "");
    }
}
