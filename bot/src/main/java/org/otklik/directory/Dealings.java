package org.otklik.directory;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.GIFT;
import static org.otklik.schema.Tables.INTERACTION;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.SERVICE_CASE;
import static org.otklik.schema.Tables.STAFF;
import static org.otklik.schema.Tables.TASK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.otklik.contacts.Reader;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;

/** All that there was with a contact, whatever the channel: talks, messages, gifts, tasks and cases. */
final class Dealings {
    private static final int LONGEST_WORDS = 160;

    private final DSLContext sql;
    private final Organization organization;
    private final Reader reader;

    Dealings(DSLContext sql, Organization organization, Reader reader) {
        this.sql = sql;
        this.organization = organization;
        this.reader = reader;
    }

    /** The newest ones first, some of them passed over. */
    List<Dealing> of(long contactId, int passedOver, int count) {
        int enough = passedOver + count;
        return Stream.of(
                        interactions(contactId, enough),
                        messages(contactId, enough),
                        gifts(contactId, enough),
                        tasks(contactId, enough),
                        cases(contactId, enough))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Dealing::at).reversed())
                .skip(passedOver)
                .limit(count)
                .toList();
    }

    /** The last talk that was logged, or the last message. */
    Optional<Dealing> last(long contactId) {
        return Stream.of(interactions(contactId, 1), messages(contactId, 1))
                .flatMap(List::stream)
                .max(Comparator.comparing(Dealing::at));
    }

    private List<Dealing> interactions(long contactId, int count) {
        return sql.select(INTERACTION.HAPPENED_ON, INTERACTION.KIND, INTERACTION.SUMMARY, CONTACT.NAME)
                .from(INTERACTION)
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(INTERACTION.LOGGED_BY))
                .leftJoin(CONTACT)
                .on(CONTACT.ID.eq(STAFF.CONTACT_ID))
                .where(INTERACTION.CONTACT_ID.eq(contactId))
                .orderBy(INTERACTION.HAPPENED_ON.desc(), INTERACTION.ID.desc())
                .limit(count)
                .fetch(row -> on(
                        row.value1(),
                        Optional.ofNullable(row.value4())
                                .map(who -> Text.of(DirectoryText.LOGGED).with("who", who))
                                .orElse(Text.of(DirectoryText.LOGGED_BY_NOBODY))
                                .with("kind", row.value2())
                                .with("words", shortened(row.value3()))));
    }

    /** What they wrote themselves, and what was answered; what a member of staff writes to the bot is their own affair. */
    private List<Dealing> messages(long contactId, int count) {
        var theirs = select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contactId).or(CONTACT.MERGED_INTO.eq(contactId)))
                .and(not(exists(selectOne().from(STAFF).where(STAFF.CONTACT_ID.eq(CONTACT.ID)))));
        return sql.select(MESSAGE.RECEIVED_AT, MESSAGE.DIRECTION, MESSAGE.CHANNEL, MESSAGE.BODY)
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(CONVERSATION.CONTACT_ID.in(theirs))
                .and(MESSAGE.BODY.ne(""))
                .orderBy(MESSAGE.RECEIVED_AT.desc(), MESSAGE.ID.desc())
                .limit(count)
                .fetch(row -> at(
                        row.value1(),
                        Text.of(row.value2().equals("in") ? DirectoryText.WROTE : DirectoryText.ANSWERED)
                                .with("channel", row.value3())
                                .with("words", shortened(row.value4()))));
    }

    private List<Dealing> gifts(long contactId, int count) {
        var isSeen = field(reader.seenAmounts());
        var said = select(MESSAGE.RECEIVED_AT).from(MESSAGE).where(MESSAGE.ID.eq(GIFT.MESSAGE_ID));
        Field<Instant> told = field(said);
        return sql.select(
                        coalesce(GIFT.RECEIVED_ON, GIFT.EXPECTED_ON),
                        told,
                        GIFT.STATUS,
                        GIFT.AMOUNT,
                        GIFT.CURRENCY,
                        isSeen)
                .from(GIFT)
                .where(GIFT.CONTACT_ID.eq(contactId))
                .orderBy(coalesce(GIFT.RECEIVED_ON, GIFT.EXPECTED_ON).desc().nullsFirst(), GIFT.ID.desc())
                .limit(count)
                .fetch(row -> {
                    boolean isTold = row.value4() != null && row.value5() != null && row.get(isSeen);
                    var line = isTold
                            ? Text.of(DirectoryText.GIFT).with("amount", new Money(row.value4(), row.value5()))
                            : Text.of(DirectoryText.GIFT_WITHOUT_AMOUNT);
                    boolean isReceived = row.value3().equals("received");
                    var day = isReceived || row.value2() == null ? row.value1() : organization.day(row.value2());
                    return on(Optional.ofNullable(day).orElse(LocalDate.EPOCH), line.with("status", row.value3()));
                });
    }

    private List<Dealing> tasks(long contactId, int count) {
        var made = select(min(CHANGE.AT))
                .from(CHANGE)
                .where(CHANGE.TABLE_NAME.eq("task"))
                .and(CHANGE.ROW_ID.eq(TASK.ID));
        Field<Instant> since = coalesce(field(made), TASK.DUE_AT);
        return sql.select(since, TASK.TITLE, TASK.STATUS)
                .from(TASK)
                .where(TASK.CONTACT_ID.eq(contactId))
                .orderBy(TASK.ID.desc())
                .limit(count)
                .fetch(row -> at(
                        Optional.ofNullable(row.value1()).orElse(Instant.EPOCH),
                        Text.of(DirectoryText.TASK).with("title", row.value2()).with("status", row.value3())));
    }

    private List<Dealing> cases(long contactId, int count) {
        return sql.selectFrom(SERVICE_CASE)
                .where(SERVICE_CASE.CONTACT_ID.eq(contactId))
                .orderBy(SERVICE_CASE.OPENED_AT.desc())
                .limit(count)
                .fetch(row -> at(
                        row.getOpenedAt(),
                        Text.of(DirectoryText.CASE)
                                .with("number", String.valueOf(row.getNumber()))
                                .with("kind", row.getKind())
                                .with("status", row.getStatus())
                                .with("words", shortened(row.getSubject()))));
    }

    private Dealing at(Instant moment, Text line) {
        var local = organization.local(moment);
        return new Dealing(local, line.with("day", local.toLocalDate()));
    }

    private static Dealing on(LocalDate day, Text line) {
        return new Dealing(day.atTime(LocalTime.NOON), line.with("day", day));
    }

    private static String shortened(String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_WORDS
                ? line
                : line.substring(
                                0,
                                line.offsetByCodePoints(
                                        0, Math.min(LONGEST_WORDS - 1, line.codePointCount(0, line.length()))))
                        + "\u2026";
    }
}
