package org.otklik.check;

import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.STAFF;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.otklik.channels.Address;
import org.otklik.fixtures.Keys;
import org.otklik.i18n.Language;
import org.otklik.schema.tables.records.ContactPointRecord;

/**
 * Who speaks in a script, and from which addresses. People of the fixture have what their contact points say, and are signed in
 * in the chats; strangers have addresses that nobody knows.
 */
final class Cast {
    private static final Pattern STRANGER = Pattern.compile("stranger(?:-(\\d+))?");
    private static final int FIRST_STRANGER = 700_000;

    private final DSLContext sql;
    private final Fund fund;
    private final Keys keys;
    private final Instant at;
    private final Map<String, Set<Address>> used = new HashMap<>();
    /** As the script begins: who is erased later can still be written to by the runner. */
    private final Map<Long, Set<Address>> points = new HashMap<>();

    Cast(DSLContext sql, Fund fund, Keys keys, Instant at) {
        this.sql = sql;
        this.fund = fund;
        this.keys = keys;
        this.at = at;
        sql.selectFrom(CONTACT_POINT)
                .where(CONTACT_POINT.STATUS.eq("verified"))
                .forEach(point -> Medium.of(point.getKind()).ifPresent(medium -> {
                    var address = address(medium, point.getValue());
                    points.computeIfAbsent(point.getContactId(), id -> new LinkedHashSet<>())
                            .add(address);
                    if (medium == Medium.TELEGRAM && isOfOneAlone(point)) {
                        signIn(address, point.getContactId());
                    }
                }));
    }

    private boolean isOfOneAlone(ContactPointRecord point) {
        return sql.fetchCount(
                        CONTACT_POINT,
                        CONTACT_POINT.KIND.eq(point.getKind()).and(CONTACT_POINT.VALUE.eq(point.getValue())))
                == 1;
    }

    private Address address(Medium medium, String value) {
        return new Address(medium.code(), fund.account(medium), value);
    }

    private void signIn(Address address, long contactId) {
        sql.insertInto(CONVERSATION)
                .set(CONVERSATION.CHANNEL, address.channel())
                .set(CONVERSATION.ACCOUNT, address.account())
                .set(CONVERSATION.ADDRESS, address.value())
                .set(CONVERSATION.CONTACT_ID, contactId)
                .set(CONVERSATION.IDENTITY, "verified")
                .set(CONVERSATION.CREATED_AT, at)
                .onConflictDoNothing()
                .execute();
    }

    /**
     * The address that somebody writes from.
     *
     * @throws BadScript when there is nobody of that name, or the fixture gives them no address there
     */
    Address address(String who, Medium medium) {
        var address = stranger(who)
                .map(number -> address(medium, ofStranger(number, medium)))
                .or(() -> known(who, medium))
                .orElseThrow(() -> new BadScript(who + " has no address for " + medium.code() + " in the fixture"));
        uses(who, address);
        return address;
    }

    private static Optional<Integer> stranger(String who) {
        var matched = STRANGER.matcher(who);
        return matched.matches()
                ? Optional.of(matched.group(1) == null ? 1 : Integer.parseInt(matched.group(1)))
                : Optional.empty();
    }

    private static String ofStranger(int number, Medium medium) {
        return switch (medium) {
            case TELEGRAM -> String.valueOf(FIRST_STRANGER + number);
            case WEBCHAT -> "visitor-" + number;
            case EMAIL -> "stranger-" + number + "@unknown.example";
        };
    }

    private Optional<Address> known(String who, Medium medium) {
        long contact = contact(who);
        if (medium == Medium.WEBCHAT) {
            var address = address(medium, "session-" + who);
            signIn(address, contact);
            return Optional.of(address);
        }
        return addressesOf(contact).stream()
                .filter(address -> address.channel().equals(medium.code()))
                .findFirst();
    }

    /** The language of somebody's device, which chats tell; a stranger's is not known. */
    Optional<Language> language(String who) {
        return stranger(who).isPresent()
                ? Optional.empty()
                : sql.select(CONTACT.LANGUAGE)
                        .from(CONTACT)
                        .where(CONTACT.ID.eq(contact(who)))
                        .fetchOptional(CONTACT.LANGUAGE)
                        .flatMap(Language::of);
    }

    private long contact(String who) {
        return keys.find(who, "contact")
                .or(() -> keys.find(who, "staff").flatMap(this::ofStaff))
                .orElseThrow(() -> new BadScript("nobody has the key " + who));
    }

    private Optional<Long> ofStaff(long staffId) {
        return sql.select(STAFF.CONTACT_ID)
                .from(STAFF)
                .where(STAFF.ID.eq(staffId))
                .fetchOptional(STAFF.CONTACT_ID);
    }

    /** Says that somebody writes from an address of their own choice. */
    void uses(String who, Address address) {
        used.computeIfAbsent(who, any -> new HashSet<>()).add(address);
    }

    /** All addresses at which somebody receives something. */
    Set<Address> addresses(String who) {
        var all = new LinkedHashSet<>(used.getOrDefault(who, Set.of()));
        if (stranger(who).isEmpty()) {
            long contact = contact(who);
            all.addAll(addressesOf(contact));
            sql.selectFrom(CONVERSATION)
                    .where(CONVERSATION.CONTACT_ID.eq(contact))
                    .forEach(row -> all.add(new Address(row.getChannel(), row.getAccount(), row.getAddress())));
        }
        return all;
    }

    private Set<Address> addressesOf(long contact) {
        var all = new LinkedHashSet<>(points.getOrDefault(contact, Set.of()));
        sql.selectFrom(CONTACT_POINT)
                .where(CONTACT_POINT.CONTACT_ID.eq(contact))
                .orderBy(CONTACT_POINT.PREFERRED.desc(), CONTACT_POINT.ID)
                .forEach(point ->
                        Medium.of(point.getKind()).ifPresent(medium -> all.add(address(medium, point.getValue()))));
        return all;
    }

    /** The addresses of everybody who works for the organisation. */
    Set<Address> addressesOfStaff() {
        var all = new HashSet<Address>();
        List<Long> contacts = sql.select(STAFF.CONTACT_ID).from(STAFF).fetch(STAFF.CONTACT_ID);
        contacts.forEach(contact -> all.addAll(addressesOf(contact)));
        sql.selectFrom(CONVERSATION)
                .where(CONVERSATION.CONTACT_ID.in(contacts))
                .forEach(row -> all.add(new Address(row.getChannel(), row.getAccount(), row.getAddress())));
        return all;
    }
}
