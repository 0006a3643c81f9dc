package org.otklik.store;

import static org.jooq.impl.DSL.field;
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
    private static final String APPLY = """
            SELECT set_config('otklik.turn_id', nextval('turn_id')::text, true)::bigint,
                   set_config('otklik.by_staff', {0}, true),
                   set_config('otklik.by_contact', {1}, true),
                   set_config('otklik.message_id', {2}, true),
                   set_config('otklik.at', {3}, true)
            """;

    private static final Field<Long> TURN = field("turn", Long.class);

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
        return transaction
                .resultQuery(APPLY, number(staffId), number(contactId), number(messageId), val(at.toString()))
                .coerce(TURN)
                .fetchSingle(TURN);
    }

    private static Field<String> number(Optional<Long> id) {
        return val(id.map(String::valueOf).orElse(""));
    }
}
