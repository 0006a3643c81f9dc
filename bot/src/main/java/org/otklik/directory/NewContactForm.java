package org.otklik.directory;

import static org.otklik.directory.NamesakeSlot.ANOTHER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.contacts.ContactPoint;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Contacts.NewPerson;
import org.otklik.contacts.PointKind;
import org.otklik.contacts.Relationships;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.Slot;
import org.otklik.directory.ClashSlot.Clash;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactRecord;

/**
 * Staff add a person or an organisation. Nobody is added twice unasked: who has the number already, or the name, may be the same
 * person.
 */
public final class NewContactForm implements EntryForm {
    static final String CREATE = "contacts.create";
    private static final String NAME = "new-contact";
    /** Who says more than how a name is spelt tells of something else. */
    private static final int MOST_WORDS = 8;

    private final WhoSlot who = new WhoSlot();
    private final Slot<Employer> employer = new FactSlot<>(
            "employer",
            Employer.class,
            (turn, understanding) -> Employer.in(turn.sql(), understanding, new Saying(understanding).text()));
    private final PointSlot phone = new PointSlot(PointKind.PHONE, NAME, true);
    private final PointSlot email = new PointSlot(PointKind.EMAIL, NAME, true);
    private final Slot<String[]> roles =
            new FactSlot<>("roles", String[].class, (turn, said) -> UpdateValues.several(new Saying(said).roles()));
    private final ClashSlot clash;
    private final NamesakeSlot namesake;

    public NewContactForm(AccessRules access) {
        this.clash = new ClashSlot(NAME, access, new Newcomer(), phone, email);
        this.namesake = new NamesakeSlot(NAME, who, clash);
    }

    /** Somebody who is not stored yet. */
    private final class Newcomer implements ClashSlot.Whose {
        @Override
        public Text name(Turn turn, Answers answers) {
            return answers.find(employer)
                    .map(place -> Text.of(NewContactText.NAME_OF).with("organization", place.name()))
                    .orElse(Text.of(NewContactText.NAME))
                    .with("name", answers.get(who).name());
        }

        @Override
        public Optional<Long> stored(Answers answers) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of(CREATE);
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(who, employer, phone, email, roles, clash, namesake);
    }

    @Override
    public String table() {
        return "contact";
    }

    @Override
    public long write(Turn turn, Answers answers) {
        long id = stored(turn, answers).map(ContactRecord::getId).orElseGet(() -> add(turn, answers));
        var contacts = new Contacts(turn.sql());
        points(turn, answers).forEach(point -> new ContactPoints(turn.sql()).add(id, point));
        answers.find(roles).stream().flatMap(Arrays::stream).forEach(role -> contacts.addRole(id, role));
        answers.find(employer).ifPresent(place -> employ(turn, id, place));
        turn.about(id);
        return id;
    }

    /** Who is stored already, by what was answered. */
    private Optional<ContactRecord> stored(Turn turn, Answers answers) {
        if (answers.find(clash).filter(found -> found == Clash.SAME).isPresent()) {
            return clash.holders(turn, answers).stream().findFirst();
        }
        return answers.find(namesake).filter(id -> id != ANOTHER).flatMap(new Contacts(turn.sql())::find);
    }

    private long add(Turn turn, Answers answers) {
        var contacts = new Contacts(turn.sql());
        var added = answers.get(who);
        return added.person()
                .map(person -> contacts.add(new NewPerson(person, language(turn, person.full()), "staff"), turn.at()))
                .orElseGet(
                        () -> contacts.addOrganization(added.name(), language(turn, added.name()), "staff", turn.at()));
    }

    /** Names in Cyrillic are of people who read it. */
    private static Language language(Turn turn, String name) {
        boolean isCyrillic = name.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC);
        return isCyrillic ? Language.RU : turn.language() == Language.RU ? Language.EN : turn.language();
    }

    /** All that was said, without what turned out to be wrong. */
    private List<ContactPoint> points(Turn turn, Answers answers) {
        var points = new ArrayList<ContactPoint>();
        answers.find(phone).ifPresent(value -> points.add(new ContactPoint(PointKind.PHONE, value)));
        answers.find(email).ifPresent(value -> points.add(new ContactPoint(PointKind.EMAIL, value)));
        if (answers.find(clash).filter(found -> found == Clash.WRONG).isPresent()) {
            points.removeAll(clash.taken(turn, answers));
        }
        return points;
    }

    private static void employ(Turn turn, long contactId, Employer place) {
        var contacts = new Contacts(turn.sql());
        place.stored(turn.sql())
                .map(ContactRecord::getId)
                .or(() -> place.isNew()
                        ? Optional.of(contacts.addOrganization(
                                place.name(), language(turn, place.name()), "staff", turn.at()))
                        : Optional.empty())
                .ifPresent(id -> new Relationships(turn.sql()).add(contactId, place.kind(), id));
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        var contacts = new Contacts(turn.sql());
        var points = new ContactPoints(turn.sql());
        var added = answers.get(who);
        if (stored(turn, answers).isEmpty()) {
            added.person()
                    .ifPresentOrElse(person -> contacts.rename(row, person), () -> contacts.rename(row, added.name()));
        }
        var before = new Before(turn, NAME, row);
        before.changed(phone, answers).ifPresent(value -> points.remove(row, new ContactPoint(PointKind.PHONE, value)));
        before.changed(email, answers).ifPresent(value -> points.remove(row, new ContactPoint(PointKind.EMAIL, value)));
        before.changed(roles, answers).stream().flatMap(Arrays::stream).forEach(role -> contacts.removeRole(row, role));
        before.changed(employer, answers)
                .flatMap(place -> place.stored(turn.sql())
                        .map(ContactRecord::getId)
                        .map(id -> new Relationships.Tie(row, place.kind(), id)))
                .ifPresent(new Relationships(turn.sql())::remove);
        points(turn, answers).forEach(point -> points.add(row, point));
        answers.find(roles).stream().flatMap(Arrays::stream).forEach(role -> contacts.addRole(row, role));
        answers.find(employer).ifPresent(place -> employ(turn, row, place));
        turn.about(row);
    }

    /** "It's Katherine with a K": how a name is spelt is told of whom was just written down. */
    @Override
    public boolean isPutRight(Turn turn, Understanding understanding) {
        return understanding.text().strip().split("\\s+").length <= MOST_WORDS
                && new Saying(understanding).says(WhoSlot.SPELT)
                && who.hear(turn, understanding, true).isPresent();
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        var stored = stored(turn, answers);
        var name = stored.map(ContactRecord::getName)
                .orElseGet(() -> answers.get(who).name());
        var details = details(turn, answers);
        NewContactText key = stored.isPresent()
                ? (details.isEmpty() ? NewContactText.FOUND : NewContactText.FOUND_WITH)
                : (details.isEmpty() ? NewContactText.ADDED : NewContactText.ADDED_WITH);
        return Text.of(key)
                .with("name", name)
                .with("kind", answers.get(who).person().isPresent() ? "person" : "organization")
                .with("details", details);
    }

    private List<Text> details(Turn turn, Answers answers) {
        var details = new ArrayList<Text>();
        answers.find(employer)
                .ifPresent(place -> details.add(Text.of(DirectoryText.PLACE)
                        .with(
                                "organization",
                                place.stored(turn.sql())
                                        .map(ContactRecord::getName)
                                        .orElse(place.name()))
                        .with("kind", place.kind().name())));
        answers.find(roles).stream()
                .flatMap(Arrays::stream)
                .forEach(role -> details.add(Text.of(DirectoryText.ROLE).with("role", role)));
        points(turn, answers)
                .forEach(point -> details.add(Text.of(DirectoryText.POINT)
                        .with("kind", point.kind().code())
                        .with("value", point.value())));
        return details;
    }

    @Override
    public void wrote(Turn turn, long row, Answers answers) {
        answers.find(employer)
                .filter(place -> place.stored(turn.sql()).isEmpty())
                .ifPresent(place -> {
                    turn.say(Text.of(NewContactText.EMPLOYER_UNKNOWN).with("organization", place.name()));
                    var arguments = Map.of(
                            "contact", String.valueOf(row),
                            "organization", place.name(),
                            "leads", String.valueOf(place.isLed()));
                    turn.offer(NewContactText.ADD_EMPLOYER, new Action(AddEmployer.ADD, arguments));
                });
    }
}
