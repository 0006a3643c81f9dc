package org.otklik.contacts;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.GIFT;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Speaker.Staff;
import org.otklik.conversation.Turn;
import org.otklik.schema.tables.records.ContactRecord;

/** A member of staff who looks at contacts: what they may see of them, by {@link AccessRules}. */
public final class Reader {
    private final AccessRules access;
    private final DSLContext sql;
    private final Staff staff;
    private final Instant at;

    /** @throws java.util.NoSuchElementException when it is nobody of the staff who asks */
    public Reader(AccessRules access, Turn turn) {
        this.access = access;
        this.sql = turn.sql();
        this.staff = turn.speaker().staff().orElseThrow();
        this.at = turn.at();
    }

    public long staffId() {
        return staff.id();
    }

    /** Whether more may be seen than the name, that the contact is restricted, and who its owner is. */
    public boolean mayOpen(ContactRecord contact) {
        if (!contact.getRestricted()) {
            return true;
        }
        boolean isOwner = Optional.ofNullable(contact.getOwnerId()).equals(Optional.of(staff.id()));
        return access.maySeeRestricted(
                staff.role(), isOwner, new AccessRequests(sql).isGranted(contact.getId(), staff.id(), at));
    }

    /** Whether the amounts of all gifts may be seen. */
    public boolean seesAllAmounts() {
        return access.maySeeAmounts(staff.role(), false);
    }

    /** The gifts whose amounts may be seen. */
    public Condition seenAmounts() {
        if (seesAllAmounts()) {
            return trueCondition();
        }
        return exists(selectOne()
                .from(CHANGE)
                .where(CHANGE.TABLE_NAME.eq("gift"))
                .and(CHANGE.ROW_ID.eq(GIFT.ID))
                .and(CHANGE.OP.eq("insert"))
                .and(CHANGE.BY_STAFF.eq(staff.id())));
    }

    public boolean mayPrepareMerges() {
        return access.mayPrepareMerges(staff.role());
    }

    public boolean mayMergeAndRestrict() {
        return access.mayMergeAndRestrict(staff.role());
    }
}
