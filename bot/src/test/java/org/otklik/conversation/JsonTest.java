package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.i18n.Language;

class JsonTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");

    @Test
    void theStateOfANewConversationIsEmpty() {
        assertThat(Json.read(JSONB.valueOf("{}"), ConversationState.class)).isEqualTo(ConversationState.EMPTY);
    }

    @Test
    void aStateComesBackAsItWasWritten() {
        var who = Map.<String, JsonNode>of("кто", TextNode.valueOf("Ёлкина 🎄"));
        var form = OpenForm.amending(Entry.made("pledge", who, 7), AT)
                .hinting("contact", "Анна")
                .asking("amount", AT);
        var state = ConversationState.EMPTY
                .speaking(Language.RU)
                .with(form)
                .offering(List.of(new Choice("Да", Action.of("confirm", "id", 7), Choice.Answer.YES)))
                .having(new Written(12, AT, List.of(Entry.made("pledge", who, 7))))
                .missing(2);

        assertThat(Json.read(Json.write(state), ConversationState.class)).isEqualTo(state);
    }

    @Test
    void aStateThatAnotherVersionWroteCanBeRead() {
        var state = Json.read(
                JSONB.valueOf(
                        "{\"spoken\": \"RU\", \"mood\": {\"now\": 1}, \"forms\": {\"open\": {\"name\": \"pledge\"}}}"),
                ConversationState.class);

        assertThat(state.spoken()).contains(Language.RU);
        assertThat(state.form()).hasValueSatisfying(form -> {
            assertThat(form.answers()).isEmpty();
            assertThat(form.asked()).isEmpty();
        });
        assertThat(state.offered()).isEmpty();
    }

    @Test
    void aMessageThatOffersNothingHasNoChoices() {
        var said = Json.read(JSONB.valueOf("{\"author\": \"STAFF\"}"), Payload.Said.class);

        assertThat(said).isEqualTo(new Payload.Said(List.of(), Author.STAFF));
    }
}
