package org.otklik.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PersonName;
import org.otklik.contacts.Relationships;
import org.otklik.contacts.Relationships.Kind;
import org.otklik.contacts.Relationships.Tie;
import org.otklik.contacts.Tags;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;

/** The facts of a card, besides numbers and addresses of mail, that can be changed in words. */
final class UpdateValues {
    private static final WordPatterns WORDS = new WordPatterns("contact-words");

    final Slot<String> address = new FactSlot<>("address", String.class, (turn, said) -> address(said));
    final Slot<Boolean> more = new FactSlot<>("more", Boolean.class, (turn, said) -> whether(said, "second"));
    final Slot<Boolean> restricted = new FactSlot<>(
            "restricted",
            Boolean.class,
            (turn, said) -> whether(said, "restrict")
                    .or(() -> whether(said, "unrestrict").map(yes -> false)));
    private final Slot<String[]> tags = new FactSlot<>("tags", String[].class, (turn, said) -> tags(said, false));
    private final Slot<String[]> untagged = new FactSlot<>(
            "untagged", String[].class, (turn, said) -> tags(said, true).or(() -> listedTag(turn, said)));
    private final Slot<PersonName> named = new FactSlot<>("named", PersonName.class, (turn, said) -> named(said));
    private final Slot<Long> owner = new FactSlot<>("owner", Long.class, UpdateValues::owner);
    private final Slot<Language> language = new FactSlot<>(
            "language",
            Language.class,
            (turn, said) -> whether(said, "language-ru")
                    .map(yes -> Language.RU)
                    .or(() -> whether(said, "language-en").map(yes -> Language.EN)));
    private final Slot<Employer> employer =
            new FactSlot<>("employer", Employer.class, (turn, said) -> employer(turn, said, "works"));
    private final Slot<Employer> left =
            new FactSlot<>("left", Employer.class, (turn, said) -> employer(turn, said, "left"));
    private final Slot<Relation> relation = new FactSlot<>("relation", Relation.class, RelationReader::in);
    private final Slot<String[]> roles = new FactSlot<>("roles", String[].class, (turn, said) -> roles(said));

    List<Slot<?>> slots() {
        return List.of(
                address, tags, untagged, named, owner, restricted, language, employer, left, relation, roles, more);
    }

    private static Optional<Boolean> whether(Understanding said, String name) {
        return new Saying(said).says(name) ? Optional.of(true) : Optional.empty();
    }

    private static Optional<String> address(Understanding said) {
        return said.all(Entity.PostalAddress.class)
                .map(found -> found.span().in(said.text()))
                .findFirst();
    }

    private static Optional<String[]> tags(Understanding said, boolean isTakenOff) {
        return several(new Saying(said).tags(isTakenOff));
    }

    /** What a slot holds that may have several answers. */
    static Optional<String[]> several(List<String> named) {
        return named.isEmpty() ? Optional.empty() : Optional.of(named.toArray(String[]::new));
    }

    /** "Untag her", "take this tag off him": the one that the people of the list have. */
    private static Optional<String[]> listedTag(Turn turn, Understanding said) {
        var saying = new Saying(said);
        boolean isOnlyTaken = saying.says("untag") && saying.tags(false).isEmpty();
        return isOnlyTaken ? ListedPeople.tag(turn).map(List::of).flatMap(UpdateValues::several) : Optional.empty();
    }

    private static Optional<PersonName> named(Understanding said) {
        return Optional.of(ToldName.in(said)).filter(ToldName::isTold).map(ToldName::name);
    }

    private static Optional<Long> owner(Turn turn, Understanding said) {
        return new Saying(said).says("owner")
                ? new StaffMembers(turn.sql()).named(said).map(Member::id)
                : Optional.empty();
    }

    private static Optional<Employer> employer(Turn turn, Understanding said, String name) {
        var saying = new Saying(said);
        boolean isSaid = saying.says(name) && !(name.equals("works") && saying.says("left"));
        if (!isSaid) {
            return Optional.empty();
        }
        boolean isLed = WORDS.has(saying.text(), "director");
        return said.all(Entity.Organization.class)
                .findFirst()
                .map(place -> new Employer(place.base(), false, isLed).asStored(turn.sql()))
                .or(() -> Employer.in(turn.sql(), said, saying.text()));
    }

    /** A role is changed only where nothing else is: the word may just say who is meant. */
    private static Optional<String[]> roles(Understanding said) {
        var saying = new Saying(said);
        boolean isAside = said.all(Entity.Phone.class).findFirst().isPresent()
                || said.all(Entity.Email.class).findFirst().isPresent()
                || Stream.of("tag", "owner", "patronymic", "family", "restrict", "unrestrict")
                        .anyMatch(saying::says);
        return isAside ? Optional.empty() : several(saying.roles());
    }

    void apply(Turn turn, long id, Answers answers) {
        var contacts = new Contacts(turn.sql());
        var marks = new Tags(turn.sql());
        each(answers, tags).forEach(tag -> marks.add(id, tag));
        each(answers, untagged).forEach(tag -> marks.remove(id, tag));
        each(answers, roles).forEach(role -> contacts.addRole(id, role));
        answers.find(named).ifPresent(name -> rename(turn, id, name));
        answers.find(owner).ifPresent(staff -> contacts.entrust(id, staff));
        answers.find(restricted).ifPresent(isClosed -> contacts.restrict(id, isClosed));
        answers.find(language).ifPresent(spoken -> contacts.speaks(id, spoken));
        answers.find(employer).ifPresent(place -> employ(turn, id, place));
        answers.find(left).ifPresent(place -> dismiss(turn, id, place));
        answers.find(relation).ifPresent(tie -> new Relationships(turn.sql()).add(tie.from(), tie.kind(), tie.to()));
    }

    private static void rename(Turn turn, long id, PersonName told) {
        var contacts = new Contacts(turn.sql());
        var known = contacts.find(id).orElseThrow();
        contacts.rename(
                id,
                new PersonName(
                        told.given().or(() -> Optional.ofNullable(known.getGivenName())),
                        told.patronymic().or(() -> Optional.ofNullable(known.getPatronymic())),
                        told.family().or(() -> Optional.ofNullable(known.getFamilyName()))));
    }

    private static void employ(Turn turn, long id, Employer place) {
        long organization = place.stored(turn.sql())
                .map(ContactRecord::getId)
                .orElseGet(() ->
                        new Contacts(turn.sql()).addOrganization(place.name(), turn.language(), "staff", turn.at()));
        new Relationships(turn.sql()).add(id, place.kind(), organization);
    }

    private static void dismiss(Turn turn, long id, Employer place) {
        place.stored(turn.sql()).map(ContactRecord::getId).ifPresent(organization -> {
            var relationships = new Relationships(turn.sql());
            relationships.remove(new Tie(id, Kind.EMPLOYEE_OF, organization));
            relationships.remove(new Tie(id, Kind.DIRECTOR_OF, organization));
        });
    }

    /** Takes back what was added and is not said any more; what was only overwritten is overwritten again. */
    void takeBack(Turn turn, long id, Before before, Answers answers) {
        boolean isAnother = answers.row().isPresent() && !answers.row().get().equals(id);
        var contacts = new Contacts(turn.sql());
        var marks = new Tags(turn.sql());
        gone(before, tags, answers, isAnother).forEach(tag -> marks.remove(id, tag));
        gone(before, untagged, answers, isAnother).forEach(tag -> marks.add(id, tag));
        gone(before, roles, answers, isAnother).forEach(role -> contacts.removeRole(id, role));
        (isAnother ? before.find(employer) : before.changed(employer, answers))
                .ifPresent(place -> dismiss(turn, id, place));
        before.changed(relation, answers).ifPresent(tie -> new Relationships(turn.sql()).remove(tie.tie()));
    }

    private static Stream<String> gone(Before before, Slot<String[]> slot, Answers answers, boolean isAnother) {
        return (isAnother ? before.find(slot) : before.changed(slot, answers))
                .stream().flatMap(Arrays::stream);
    }

    private static Stream<String> each(Answers answers, Slot<String[]> slot) {
        return answers.find(slot).stream().flatMap(Arrays::stream);
    }

    List<Text> told(Turn turn, long id, Answers answers) {
        var told = new ArrayList<Text>();
        each(answers, tags)
                .forEach(tag -> told.add(Text.of(UpdateText.TAGGED_WITH).with("tag", tag)));
        each(answers, untagged)
                .forEach(tag -> told.add(Text.of(UpdateText.UNTAGGED).with("tag", tag)));
        each(answers, roles)
                .forEach(role -> told.add(Text.of(DirectoryText.ROLE).with("role", role)));
        answers.find(named).ifPresent(name -> {
            name.given().ifPresent(part -> told.add(named("given", part)));
            name.patronymic().ifPresent(part -> told.add(named("patronymic", part)));
            name.family().ifPresent(part -> told.add(named("family", part)));
        });
        answers.find(owner)
                .flatMap(new StaffMembers(turn.sql())::find)
                .ifPresent(member -> told.add(Text.of(UpdateText.ENTRUSTED).with("owner", member.name())));
        answers.find(restricted)
                .ifPresent(isClosed -> told.add(Text.of(isClosed ? UpdateText.CLOSED_NOW : UpdateText.OPEN_NOW)));
        answers.find(language)
                .ifPresent(spoken -> told.add(Text.of(UpdateText.SPEAKS).with("code", spoken.code())));
        answers.find(employer)
                .ifPresent(place -> told.add(Text.of(UpdateText.WORKS_AT)
                        .with(
                                "place",
                                Text.of(DirectoryText.PLACE)
                                        .with("organization", place.name())
                                        .with("kind", place.kind().name()))));
        answers.find(relation).ifPresent(tie -> told.add(related(turn, id, tie)));
        answers.find(left)
                .ifPresent(place -> told.add(Text.of(UpdateText.LEFT_WORK).with("organization", place.name())));
        return told;
    }

    private static Text related(Turn turn, long id, Relation tie) {
        var contacts = new Contacts(turn.sql());
        long contact = id == tie.to() ? id : tie.from();
        var other = contacts.name(tie.other(contact));
        return tie.kind() == Kind.EMPLOYEE_OF
                ? Text.of(UpdateText.COLLEAGUES)
                        .with("name", contacts.name(tie.from()))
                        .with("place", other)
                : Text.of(UpdateText.RELATED)
                        .with(
                                "relative",
                                Text.of(DirectoryText.RELATIVE)
                                        .with("name", other)
                                        .with("is", tie.isTo(contact)));
    }

    private static Text named(String part, String name) {
        return Text.of(UpdateText.NAMED).with("part", part).with("name", name);
    }
}
