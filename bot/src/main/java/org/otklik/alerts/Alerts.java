package org.otklik.alerts;

import static org.otklik.schema.Tables.ALERT;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;

/** Alerts about people: raised once for each reason, and closed by what ends it. */
public final class Alerts {
    private final DSLContext sql;

    public Alerts(DSLContext sql) {
        this.sql = sql;
    }

    /** What somebody must look at. */
    public enum Kind {
        NEGATIVE_FEEDBACK,
        OPEN_COMPLAINT,
        UNANSWERED;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Raises an alert, unless there is one of that kind already. */
    public void raise(long contactId, Kind kind, Optional<Long> taskId, Instant at) {
        boolean isOpen = sql.fetchExists(sql.selectOne()
                .from(ALERT)
                .where(ALERT.CONTACT_ID.eq(contactId))
                .and(ALERT.KIND.eq(kind.code()))
                .and(ALERT.CLOSED_AT.isNull()));
        if (!isOpen) {
            sql.insertInto(ALERT)
                    .set(ALERT.CONTACT_ID, contactId)
                    .set(ALERT.KIND, kind.code())
                    .set(ALERT.RAISED_AT, at)
                    .set(ALERT.TASK_ID, taskId.orElse(null))
                    .execute();
        }
    }

    public void close(long contactId, Kind kind, Instant at) {
        sql.update(ALERT)
                .set(ALERT.CLOSED_AT, at)
                .where(ALERT.CONTACT_ID.eq(contactId))
                .and(ALERT.KIND.eq(kind.code()))
                .and(ALERT.CLOSED_AT.isNull())
                .execute();
    }
}
