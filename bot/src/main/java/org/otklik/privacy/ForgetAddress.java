package org.otklik.privacy;

import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;

/** Once the certificate of an erasure has gone out, nothing is left to be sent to the address, and it goes too. */
public final class ForgetAddress {
    /** So long sending is tried; see the backoff of delivery. */
    static final Duration AFTER = Duration.ofDays(2);

    /** The address of somebody who was erased. */
    public record Forgotten(String address) {}

    public static final TaskDescriptor<Forgotten> TASK = TaskDescriptor.of("forget-address", Forgotten.class);

    private ForgetAddress() {}

    /** Conversations that have gone on since belong to somebody again, and stay. */
    public static void forget(DSLContext sql, Forgotten forgotten, Instant at) {
        sql.update(CONVERSATION)
                .set(CONVERSATION.ADDRESS, Erasure.NOBODY.concat(CONVERSATION.ID))
                .where(CONVERSATION.ADDRESS.eq(forgotten.address()))
                .and(CONVERSATION.CONTACT_ID.isNull())
                .andNotExists(sql.selectOne()
                        .from(MESSAGE)
                        .where(MESSAGE.CONVERSATION_ID.eq(CONVERSATION.ID))
                        .and(MESSAGE.STATUS.in("received", "queued", "sending")))
                .execute();
    }
}
