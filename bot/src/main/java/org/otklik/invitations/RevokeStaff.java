package org.otklik.invitations;

import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.LETTER_THREAD;
import static org.otklik.schema.Tables.SERVICE_CASE;
import static org.otklik.schema.Tables.SESSION;

import java.security.SecureRandom;
import java.time.Instant;
import org.jooq.DSLContext;
import org.otklik.staff.Invitations;
import org.otklik.staff.StaffMembers;
import org.otklik.tasks.Tasks;

/** A colleague leaves: sessions and invitations end, open tasks and cases go to somebody else, the bot answers whom they answered. */
public final class RevokeStaff {
    private final DSLContext sql;
    private final Instant at;

    public RevokeStaff(DSLContext sql, Instant at) {
        this.sql = sql;
        this.at = at;
    }

    /**
     * Ends a member's access.
     *
     * @param successor who gets the open tasks
     * @return how many tasks were moved
     */
    public int revoke(StaffMembers.Member leaver, StaffMembers.Member successor) {
        new StaffMembers(sql).deactivate(leaver.id());
        new Invitations(sql, new SecureRandom()).cancel(leaver.id(), at);
        sql.update(SESSION)
                .set(SESSION.REVOKED_AT, at)
                .where(row(SESSION.CHANNEL, SESSION.ACCOUNT, SESSION.ADDRESS)
                        .in(select(CONVERSATION.CHANNEL, CONVERSATION.ACCOUNT, CONVERSATION.ADDRESS)
                                .from(CONVERSATION)
                                .where(CONVERSATION.CONTACT_ID.eq(leaver.contactId()))))
                .and(SESSION.REVOKED_AT.isNull())
                .execute();
        handBack(leaver.id(), successor.id());
        return new Tasks(sql).move(leaver.id(), successor.id());
    }

    /** The bot answers those whom the leaver answered, and the successor sees to their cases. */
    private void handBack(long leaver, long successor) {
        sql.update(LETTER_THREAD)
                .set(LETTER_THREAD.OWNER, "bot")
                .setNull(LETTER_THREAD.ASSIGNEE_ID)
                .where(LETTER_THREAD.ASSIGNEE_ID.eq(leaver))
                .execute();
        sql.update(CONVERSATION)
                .set(CONVERSATION.OWNER, "bot")
                .setNull(CONVERSATION.ASSIGNEE_ID)
                .where(CONVERSATION.ASSIGNEE_ID.eq(leaver))
                .execute();
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.ASSIGNEE_ID, successor)
                .where(SERVICE_CASE.ASSIGNEE_ID.eq(leaver))
                .and(SERVICE_CASE.STATUS.ne("resolved"))
                .execute();
    }
}
