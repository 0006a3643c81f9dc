package org.otklik.contacts;

import static org.jooq.impl.DSL.lower;
import static org.otklik.schema.Tables.TAG;

import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;

/** Words by which staff mark contacts. Capitals don't tell two of them apart. */
public final class Tags {
    private final DSLContext sql;

    public Tags(DSLContext sql) {
        this.sql = sql;
    }

    public List<String> of(long contactId) {
        return sql.select(TAG.TAG_)
                .from(TAG)
                .where(TAG.CONTACT_ID.eq(contactId))
                .orderBy(TAG.ID)
                .fetch(TAG.TAG_);
    }

    public void add(long contactId, String tag) {
        if (of(contactId).stream().noneMatch(tag::equalsIgnoreCase)) {
            sql.insertInto(TAG)
                    .set(TAG.CONTACT_ID, contactId)
                    .set(TAG.TAG_, tag)
                    .execute();
        }
    }

    /** @return false when there was none */
    public boolean remove(long contactId, String tag) {
        return sql.deleteFrom(TAG)
                        .where(TAG.CONTACT_ID.eq(contactId))
                        .and(lower(TAG.TAG_).eq(tag.toLowerCase(Locale.ROOT)))
                        .execute()
                > 0;
    }
}
