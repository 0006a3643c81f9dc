package org.otklik.directory;

import static org.otklik.schema.Tables.SERVICE_CASE;
import static org.otklik.schema.Tables.TASK;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PointKind;
import org.otklik.contacts.Reader;
import org.otklik.contacts.Relationships;
import org.otklik.contacts.Relationships.Kind;
import org.otklik.contacts.Tags;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.staff.StaffMembers;

/** What is known of a contact, a line for each thing, as far as the reader may see it. */
final class ContactCard {
    private static final Set<Kind> WORK = Set.of(Kind.EMPLOYEE_OF, Kind.DIRECTOR_OF);
    private static final Question EVER = new Question(List.of(), Optional.empty(), Optional.empty());

    private final Turn turn;
    private final Organization organization;
    private final Reader reader;
    private final ContactRecord contact;

    ContactCard(Turn turn, Organization organization, Reader reader, ContactRecord contact) {
        this.turn = turn;
        this.organization = organization;
        this.reader = reader;
        this.contact = contact;
    }

    /** Says all of it. */
    void say() {
        turn.quote(Stream.of(
                        Optional.of(head()),
                        closed(),
                        roles(),
                        points(kind -> kind != PointKind.TELEGRAM),
                        works(),
                        people(kind -> true),
                        family(),
                        tags(),
                        language(),
                        owner(),
                        last(),
                        tasks(),
                        cases(),
                        given(EVER),
                        lastGift())
                .flatMap(Optional::stream)
                .map(turn::written)
                .collect(Collectors.joining("\n")));
    }

    String name() {
        return contact.getName();
    }

    private Text head() {
        return Text.of(DirectoryText.HEAD).with("name", contact.getName()).with("kind", contact.getKind());
    }

    private Optional<Text> closed() {
        return contact.getRestricted() ? Optional.of(Text.of(DirectoryText.CLOSED)) : Optional.empty();
    }

    Optional<Text> roles() {
        var roles = new Contacts(turn.sql())
                .roles(contact.getId()).stream()
                        .map(role -> Text.of(DirectoryText.ROLE).with("role", role))
                        .toList();
        return listed(DirectoryText.ROLES, roles);
    }

    Optional<Text> points(Predicate<PointKind> kinds) {
        var points = new ContactPoints(turn.sql())
                .of(contact.getId()).stream()
                        .filter(point -> kinds.test(PointKind.of(point.getKind())))
                        .map(point -> Text.of(DirectoryText.POINT)
                                .with("kind", point.getKind())
                                .with("value", point.getValue()))
                        .toList();
        return listed(DirectoryText.POINTS, points);
    }

    Optional<Text> works() {
        var places = new Relationships(turn.sql())
                .from(contact.getId()).stream()
                        .filter(other -> WORK.contains(other.kind()))
                        .map(other -> Text.of(DirectoryText.PLACE)
                                .with("organization", other.name())
                                .with("kind", other.kind().name()))
                        .toList();
        return listed(DirectoryText.WORKS, places);
    }

    /** Who works there; who leads it comes first. */
    Optional<Text> people(Predicate<Kind> kinds) {
        var people = new Relationships(turn.sql())
                .to(contact.getId()).stream()
                        .filter(other -> WORK.contains(other.kind()) && kinds.test(other.kind()))
                        .map(other -> Text.of(DirectoryText.PERSON_AT)
                                .with("name", other.name())
                                .with("kind", other.kind().name()))
                        .toList();
        return listed(DirectoryText.PEOPLE, people);
    }

    Optional<Text> family() {
        var relationships = new Relationships(turn.sql());
        var relatives = Stream.concat(
                        relationships.from(contact.getId()).stream()
                                .filter(other -> !WORK.contains(other.kind()))
                                .map(other -> relative(
                                        other,
                                        other.kind() == Kind.PARENT
                                                ? "CHILD"
                                                : other.kind().name())),
                        relationships.to(contact.getId()).stream()
                                .filter(other -> !WORK.contains(other.kind()))
                                .map(other -> relative(
                                        other,
                                        other.kind() == Kind.REFERRED_BY
                                                ? "REFERRED"
                                                : other.kind().name())))
                .distinct()
                .toList();
        return listed(DirectoryText.FAMILY, relatives);
    }

    private static Text relative(Relationships.Other other, String is) {
        return Text.of(DirectoryText.RELATIVE).with("name", other.name()).with("is", is);
    }

    Optional<Text> tags() {
        return listed(DirectoryText.TAGS, new Tags(turn.sql()).of(contact.getId()));
    }

    Optional<Text> language() {
        return Optional.ofNullable(contact.getLanguage())
                .map(code -> Text.of(DirectoryText.LANGUAGE).with("code", code));
    }

    Optional<Text> owner() {
        return Optional.ofNullable(contact.getOwnerId())
                .flatMap(new StaffMembers(turn.sql())::find)
                .map(member -> Text.of(DirectoryText.OWNER).with("owner", member.name()));
    }

    Optional<Text> last() {
        return new Dealings(turn.sql(), organization, reader)
                .last(contact.getId())
                .map(dealing -> Text.of(DirectoryText.LAST).with("dealing", dealing.line()));
    }

    Optional<Text> tasks() {
        var titles = turn.sql()
                .select(TASK.TITLE)
                .from(TASK)
                .where(TASK.CONTACT_ID.eq(contact.getId()))
                .and(TASK.STATUS.eq("open"))
                .orderBy(TASK.DUE_AT.asc().nullsLast(), TASK.ID)
                .fetch(TASK.TITLE);
        return listed(DirectoryText.TASKS_OPEN, titles);
    }

    Optional<Text> cases() {
        var numbers = turn.sql()
                .select(SERVICE_CASE.NUMBER)
                .from(SERVICE_CASE)
                .where(SERVICE_CASE.CONTACT_ID.eq(contact.getId()))
                .and(SERVICE_CASE.STATUS.ne("resolved"))
                .orderBy(SERVICE_CASE.NUMBER)
                .fetch(row -> String.valueOf(row.value1()));
        return listed(DirectoryText.CASES_OPEN, numbers);
    }

    /** What was given in the time that a question is about; empty for nothing, or nothing that may be seen. */
    Optional<Text> given(Question when) {
        var sums = new Given(turn.sql(), reader).sums(contact.getId(), when);
        return sums.isEmpty() ? Optional.empty() : Optional.of(during(when).with("sums", sums));
    }

    private static Text during(Question when) {
        if (when.from().isEmpty() || when.to().isEmpty()) {
            return Text.of(DirectoryText.GIVEN);
        }
        var from = when.from().get();
        var to = when.to().get();
        boolean isYear = from.equals(from.withDayOfYear(1)) && to.equals(from.withDayOfYear(from.lengthOfYear()));
        return isYear
                ? Text.of(DirectoryText.GIVEN_IN_YEAR).with("year", String.valueOf(from.getYear()))
                : Text.of(DirectoryText.GIVEN_BETWEEN).with("from", from).with("to", to);
    }

    Optional<Text> lastGift() {
        return new Given(turn.sql(), reader)
                .last(contact.getId())
                .map(last -> last.money()
                        .map(money -> Text.of(DirectoryText.LAST_GIFT).with("amount", money))
                        .orElse(Text.of(DirectoryText.LAST_GIFT_DAY))
                        .with("day", last.day()));
    }

    boolean showsAllAmounts() {
        return reader.seesAllAmounts();
    }

    private static Optional<Text> listed(DirectoryText key, List<?> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(Text.of(key).with("list", parts));
    }
}
