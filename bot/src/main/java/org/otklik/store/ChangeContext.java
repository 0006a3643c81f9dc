package org.otklik.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Who changes records in a transaction, when, and because of which message. The triggers of the domain tables write it into
 * {@code change}, and refuse a transaction that has none.
 *
 * @param at the clock of the turn or the command, not of the database
 */
public record ChangeContext(Optional<Long> staffId, Optional<Long> contactId, Optional<Long> messageId, Instant at) {

    /** The product itself, or the operator at its command line. */
    public static ChangeContext system(Instant at) {
        return new ChangeContext(Optional.empty(), Optional.empty(), Optional.empty(), at);
    }

    /**
     * Sets it for the rest of the transaction.
     *
     * @return the number of this turn, by which its changes can be found and undone
     */
    public long applyTo(DSLContext transaction) {
        var turn = transaction
                .select(
                        setting("turn_id", field("nextval('turn_id')::text", String.class)),
                        setting("by_staff", number(staffId)),
                        setting("by_contact", number(contactId)),
                        setting("message_id", number(messageId)),
                        setting("at", val(at.toString())))
                .fetchSingle();
        return Long.parseLong(turn.value1());
    }

    private static Field<String> number(Optional<Long> id) {
        return val(id.map(String::valueOf).orElse(""));
    }

    private static Field<String> setting(String name, Field<String> value) {
        return field("set_config({0}, {1}, true)", String.class, inline("otklik." + name), value);
    }
}
