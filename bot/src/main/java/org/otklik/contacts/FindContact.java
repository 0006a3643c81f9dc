package org.otklik.contacts;

import static org.jooq.impl.DSL.sum;
import static org.otklik.schema.Tables.GIFT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Speaker.Staff;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.schema.tables.records.ContactPointRecord;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.staff.StaffMembers;

/** Shows staff the card of a contact. */
public final class FindContact implements Skill {
    private static final String FIND = "contacts.find";

    private final AccessRules access;
    private final ContactNames names;

    public FindContact(AccessRules access) {
        this.access = access;
        this.names = new ContactNames(FIND);
    }

    @Override
    public Set<String> intents() {
        return Set.of(FIND);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        names.resolve(turn, heard).ifPresent(contact -> show(turn, contact));
    }

    private void show(Turn turn, ContactRecord contact) {
        var reader = turn.speaker().staff().orElseThrow();
        boolean isOwner = Optional.ofNullable(contact.getOwnerId()).equals(Optional.of(reader.id()));
        if (contact.getRestricted() && !access.maySeeRestricted(reader.role(), isOwner)) {
            turn.say(restricted(turn, contact));
            return;
        }
        turn.say(Text.of(ContactsText.CARD).with("name", contact.getName()).with("kind", contact.getKind()));
        var points = new Contacts(turn.sql())
                .points(contact.getId()).stream()
                        .map(ContactPointRecord::getValue)
                        .toList();
        if (!points.isEmpty()) {
            turn.say(Text.of(ContactsText.CARD_POINTS).with("points", points));
        }
        given(turn, contact, reader);
    }

    private static Text restricted(Turn turn, ContactRecord contact) {
        return Optional.ofNullable(contact.getOwnerId())
                .flatMap(id -> new StaffMembers(turn.sql()).find(id))
                .map(owner -> Text.of(ContactsText.RESTRICTED).with("owner", owner.name()))
                .orElse(Text.of(ContactsText.RESTRICTED_UNOWNED))
                .with("name", contact.getName());
    }

    /** Received money only, each currency by itself. */
    private void given(Turn turn, ContactRecord contact, Staff reader) {
        if (!access.maySeeAmounts(reader.role())) {
            return;
        }
        List<Money> sums = turn.sql()
                .select(GIFT.CURRENCY, sum(GIFT.AMOUNT))
                .from(GIFT)
                .where(GIFT.CONTACT_ID.eq(contact.getId()))
                .and(GIFT.STATUS.eq("received"))
                .and(GIFT.KIND.eq("money"))
                .groupBy(GIFT.CURRENCY)
                .orderBy(GIFT.CURRENCY)
                .fetch(row -> new Money(row.value2(), row.value1()));
        if (!sums.isEmpty()) {
            turn.say(Text.of(ContactsText.CARD_GIVEN).with("sums", sums));
        }
    }
}
