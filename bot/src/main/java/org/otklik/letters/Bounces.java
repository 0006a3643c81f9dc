package org.otklik.letters;

import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.ALERT;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Duration;
import java.util.Optional;
import org.otklik.channels.Letter.Bounce;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.schema.tables.records.ContactPointRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.tasks.Tasks;
import org.otklik.tasks.Tasks.NewTask;
import org.otklik.tasks.Tasks.Origin;

/**
 * Addresses that letters come back from. One for good marks the address, and somebody is asked to find the new one. A full mailbox
 * is forgiven twice within a week.
 */
final class Bounces {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int TOO_OFTEN = 3;

    private final Turn turn;

    Bounces(Turn turn) {
        this.turn = turn;
    }

    void note(Bounce bounce) {
        turn.sql()
                .select(CONTACT_POINT.fields())
                .from(CONTACT_POINT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_POINT.CONTACT_ID))
                .where(CONTACT_POINT.KIND.eq("email"))
                .and(CONTACT_POINT.VALUE.eq(bounce.recipient()))
                .and(CONTACT_POINT.STATUS.in("claimed", "verified"))
                .and(CONTACT.MERGED_INTO.isNull())
                .fetchInto(CONTACT_POINT)
                .forEach(point -> note(bounce, point));
    }

    private void note(Bounce bounce, ContactPointRecord point) {
        if (bounce.isPermanent()) {
            turn.sql()
                    .update(CONTACT_POINT)
                    .set(CONTACT_POINT.STATUS, "bounced")
                    .where(CONTACT_POINT.ID.eq(point.getId()))
                    .execute();
            askForAnother(point);
        } else if (recently(bounce) >= TOO_OFTEN) {
            raise(point.getContactId());
        }
    }

    private void askForAnother(ContactPointRecord point) {
        var owner = turn.sql()
                .select(CONTACT.NAME)
                .from(CONTACT)
                .where(CONTACT.ID.eq(point.getContactId()))
                .fetchSingle(CONTACT.NAME);
        var title = turn.written(
                Text.of(LettersText.BOUNCED_TASK).with("name", owner).with("address", point.getValue()));
        new Tasks(turn.sql())
                .add(new NewTask(
                        title,
                        Optional.of(turn.at()),
                        new StaffMembers(turn.sql()).manager().map(StaffMembers.Member::id),
                        Optional.of(point.getContactId()),
                        Origin.SYSTEM));
    }

    /** This one counts. */
    private int recently(Bounce bounce) {
        return turn.sql()
                .fetchCount(turn.sql()
                        .selectFrom(MESSAGE)
                        .where("{0} #>> '{letter,bounce,recipient}' = {1}", MESSAGE.PAYLOAD, val(bounce.recipient()))
                        .and(MESSAGE.DIRECTION.eq("in"))
                        .and(MESSAGE.RECEIVED_AT.gt(turn.at().minus(WEEK))));
    }

    private void raise(long contactId) {
        boolean isRaised = turn.sql()
                .fetchExists(turn.sql()
                        .selectFrom(ALERT)
                        .where(ALERT.CONTACT_ID.eq(contactId))
                        .and(ALERT.KIND.eq("bounced"))
                        .and(ALERT.CLOSED_AT.isNull()));
        if (!isRaised) {
            turn.sql()
                    .insertInto(ALERT)
                    .set(ALERT.CONTACT_ID, contactId)
                    .set(ALERT.KIND, "bounced")
                    .set(ALERT.RAISED_AT, turn.at())
                    .execute();
        }
    }
}
