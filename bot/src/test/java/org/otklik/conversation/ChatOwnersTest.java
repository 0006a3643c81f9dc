package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.STAFF;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;
import org.otklik.store.ChangeContext;

/** Who somebody is who has one number for good, at whichever account of ours they write to. */
class ChatOwnersTest {
    private static final String NUMBER = "5500123";

    private final TestNode node = new TestNode();
    private final ScriptedHandler handler = new ScriptedHandler();
    private final TurnRunner runner = node.runner(handler);
    private int messages;

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aNumberThatWasImportedIsItsContactAtOnce() {
        long anna = contact("Анна Петрова");
        point(anna, "verified");

        assertThat(speaker("old_bot").contactId()).contains(anna);
        assertThat(speaker("old_bot").identity()).isEqualTo(Identity.VERIFIED);
    }

    @Test
    void whoWasLinkedAtOneAccountIsKnownAtAnotherAndNoBetter() {
        long anna = contact("Анна Петрова");
        says("old_bot", turn -> turn.belongsTo(anna, Identity.LINKED));

        assertThat(speaker("new_bot")).returns(Identity.LINKED, Speaker::identity);
        assertThat(speaker("new_bot").contactId()).contains(anna);
    }

    @Test
    void aColleagueHasTheirRightsAtANewAccount() {
        long anna = contact("Анна Петрова");
        change(sql -> sql.insertInto(STAFF)
                .set(STAFF.CONTACT_ID, anna)
                .set(STAFF.ROLE, "field")
                .set(STAFF.ACTIVE, true)
                .execute());
        says("old_bot", turn -> turn.belongsTo(anna, Identity.VERIFIED));
        assertThat(speaker("new_bot").isStaff()).isTrue();

        change(sql -> sql.update(STAFF).set(STAFF.ACTIVE, false).execute());

        assertThat(speaker("new_bot").isStaff()).isFalse();
        assertThat(speaker("old_bot").isStaff()).isFalse();
    }

    @Test
    void inAGroupNobodyIsKnown() {
        long anna = contact("Анна Петрова");
        point(anna, "verified");
        speaker("bot");

        var inGroup = new ArrayList<Speaker>();
        handler.onHandle(turn -> {
            inGroup.add(turn.speaker());
            turn.belongsTo(anna, Identity.VERIFIED);
        });
        accept(message(new Address("telegram", "bot", "-1001")).writtenBy(new Address("telegram", "bot", NUMBER)));
        accept(message(new Address("telegram", "bot", "-1001")).writtenBy(new Address("telegram", "bot", "77")));

        assertThat(inGroup).hasSize(2).allMatch(speaker -> speaker.contactId().isEmpty());
        assertThat(points()).isEqualTo("verified");
    }

    @Test
    void anAccountThatChangesHandsIsTheFirstOnesNoMore() {
        long anna = contact("Анна Петрова");
        long boris = contact("Борис Lee 🌊");
        says("old_bot", turn -> turn.belongsTo(anna, Identity.VERIFIED));
        speaker("new_bot");

        says("old_bot", turn -> turn.belongsTo(boris, Identity.LINKED));

        assertThat(speaker("old_bot").contactId()).contains(boris);
        assertThat(speaker("new_bot")).returns(Identity.LINKED, Speaker::identity);
        assertThat(speaker("new_bot").contactId()).contains(boris);
    }

    @Test
    void aNumberThatWasGivenUpProvesNothingAnyMore() {
        long anna = contact("Анна Петрова");
        says("bot", turn -> turn.belongsTo(anna, Identity.VERIFIED));

        change(sql -> sql.update(CONTACT_POINT).set(CONTACT_POINT.STATUS, "old").execute());

        assertThat(speaker("bot").contactId()).isEmpty();
        assertThat(speaker("bot").identity()).isEqualTo(Identity.ANONYMOUS);
    }

    @Test
    void whoBlockedTheBotAndComesBackIsStillThemselvesThere() {
        long anna = contact("Анна Петрова");
        says("bot", turn -> turn.belongsTo(anna, Identity.LINKED));

        change(sql ->
                sql.update(CONTACT_POINT).set(CONTACT_POINT.STATUS, "blocked").execute());

        assertThat(speaker("bot").contactId()).contains(anna);
        assertThat(speaker("new_bot").contactId()).isEmpty();
    }

    @Test
    void aNumberOfTwoCardsIsNobodys() {
        point(contact("Анна Петрова"), "verified");
        point(contact("Анна Петрова"), "verified");

        assertThat(speaker("bot").contactId()).isEmpty();
    }

    @Test
    void aCardThatWasMergedIsTheOneItBecame() {
        long anna = contact("Анна Петрова");
        long same = contact("Аня Петрова");
        point(same, "verified");
        change(sql -> sql.update(CONTACT)
                .set(CONTACT.MERGED_INTO, anna)
                .where(CONTACT.ID.eq(same))
                .execute());

        assertThat(speaker("bot").contactId()).contains(anna);
        assertThat(speaker("bot").contactId()).contains(anna);
    }

    @Test
    void whoIsErasedIsForgotten() {
        long anna = contact("Анна Петрова");
        point(anna, "verified");
        change(sql -> sql.update(CONTACT)
                .set(CONTACT.ERASED_AT, node.clock().instant())
                .execute());

        assertThat(speaker("bot").contactId()).isEmpty();
    }

    private long contact(String name) {
        return node.database().transaction(sql -> {
            ChangeContext.system(node.clock().instant()).applyTo(sql);
            return sql.insertInto(CONTACT)
                    .set(CONTACT.KIND, "person")
                    .set(CONTACT.NAME, name)
                    .set(CONTACT.CREATED_AT, node.clock().instant())
                    .returningResult(CONTACT.ID)
                    .fetchSingle(CONTACT.ID);
        });
    }

    private void point(long contactId, String status) {
        change(sql -> sql.insertInto(CONTACT_POINT)
                .set(CONTACT_POINT.CONTACT_ID, contactId)
                .set(CONTACT_POINT.KIND, "telegram")
                .set(CONTACT_POINT.VALUE, NUMBER)
                .set(CONTACT_POINT.STATUS, status)
                .execute());
    }

    private String points() {
        return node.database()
                .sql()
                .select(CONTACT_POINT.STATUS)
                .from(CONTACT_POINT)
                .fetchSingle(CONTACT_POINT.STATUS);
    }

    private void change(Consumer<DSLContext> work) {
        node.database().change(ChangeContext.system(node.clock().instant()), work);
    }

    private Speaker speaker(String account) {
        var speakers = new ArrayList<Speaker>();
        says(account, turn -> speakers.add(turn.speaker()));
        return speakers.getLast();
    }

    private void says(String account, Consumer<Turn> answer) {
        handler.onHandle(answer);
        accept(message(new Address("telegram", account, NUMBER)));
    }

    private InboundMessage message(Address from) {
        var id = from.value() + "/" + ++messages;
        return InboundMessage.text(from, id, "Привет 👋", node.clock().instant(), Buffer.buffer());
    }

    private void accept(InboundMessage message) {
        node.inbox().accept(message);
        assertThat(runner.runOne()).isTrue();
    }
}
