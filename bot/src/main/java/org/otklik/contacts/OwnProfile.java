package org.otklik.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.JSONB;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.WordPatterns;
import org.otklik.schema.tables.records.ContactPointRecord;

/**
 * People tell that their own number, address or name is another now. What takes the place of something is asked about first; the
 * old one is kept as old. Of somebody unknown nothing is changed.
 */
public final class OwnProfile implements Skill {
    public static final String INTENT = "profile.update";
    private static final String REPLACE = "profile.replace";
    private static final String ADD = "profile.add";
    private static final String KEEP = "profile.keep";
    private static final String REST = "rest";
    private static final String RENAME = "profile.rename";
    /** Something that was meant as a number or an address, and is none. */
    private static final Pattern UNREADABLE = Pattern.compile("\\d|@");

    private static final Phrases NAMING = new Phrases("own-name");
    private static final Cues IMPLIED = new Cues("implied-choices");
    private static final WordPatterns UPDATES = new WordPatterns("updates");

    @Override
    public Set<String> intents() {
        return Set.of(INTENT, REPLACE, ADD, KEEP, RENAME);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (!turn.speaker().isKnown()) {
            if (!turn.hasSpoken()) {
                NotKnown.refuse(turn, ContactsText.WHO_ARE_YOU);
            }
            return;
        }
        long self = turn.speaker().contactId().orElseThrow();
        switch (heard.act().intent()) {
            case REPLACE -> replace(turn, heard, self);
            case ADD -> add(turn, point(heard), self);
            case KEEP -> turn.say(ContactsText.PROFILE_KEPT);
            case RENAME -> rename(turn, heard, self);
            default -> hear(turn, heard, self);
        }
        hear(turn, self, rest(heard));
    }

    private static void hear(Turn turn, Heard heard, long self) {
        var said = points(heard);
        if (isBeside(heard.whole().text())) {
            said.forEach(point -> add(turn, point, self));
        } else {
            hear(turn, self, said);
        }
        var name = name(heard);
        name.ifPresent(spelled -> askForName(turn, self, spelled));
        if (said.isEmpty() && name.isEmpty()) {
            turn.say(missing(heard.whole().text()));
        }
    }

    /** "It is a second number, keep the old one": said before it could be asked. */
    private static boolean isBeside(String text) {
        return IMPLIED.in(text).stream().anyMatch(found -> found.name().equals(ADD));
    }

    /** What is asked for where nothing was told that could be written down, with why it could not. */
    private static ContactsText missing(String text) {
        var last = new ToldValue(text);
        if (last.isNoName() && (NAMING.isIn(text) || NAMING.firstStem(text).isPresent())) {
            return ContactsText.BAD_NAME_OF_ONE;
        }
        if (last.isNoAddress()
                && UPDATES.find(text).stream().anyMatch(word -> word.name().equals("address"))) {
            return ContactsText.BAD_ADDRESS;
        }
        return UNREADABLE.matcher(text).find() ? ContactsText.NO_POINT : ContactsText.WHAT_IS_NEW;
    }

    /** Whether the last reply asks what becomes of a point of that kind. */
    static boolean isAsking(Turn turn, PointKind kind) {
        return turn.state().offered().stream()
                .map(Choice::action)
                .anyMatch(action -> action.intent().equals(REPLACE)
                        && kind.code().equals(action.arguments().get("kind")));
    }

    /** One question at a time: what comes after it waits in its buttons. */
    static void hear(Turn turn, long self, List<ContactPoint> points) {
        for (int i = 0; i < points.size(); i++) {
            var present = present(turn, self, points.get(i));
            if (present.isPresent()) {
                ask(turn, points.get(i), present.get(), points.subList(i + 1, points.size()));
                return;
            }
        }
    }

    private static List<ContactPoint> points(Heard heard) {
        var points = new ArrayList<ContactPoint>();
        heard.whole()
                .all(Entity.Phone.class)
                .forEach(phone -> points.add(new ContactPoint(PointKind.PHONE, phone.value())));
        heard.whole()
                .all(Entity.Email.class)
                .forEach(mail -> points.add(new ContactPoint(PointKind.EMAIL, mail.value())));
        heard.whole()
                .all(Entity.PostalAddress.class)
                .forEach(place -> points.add(new ContactPoint(
                        PointKind.POSTAL, place.span().in(heard.whole().text()).strip())));
        return points;
    }

    private static Optional<PersonName> name(Heard heard) {
        return Optional.of(heard.whole().text())
                .filter(text -> NAMING.isIn(text) || NAMING.firstStem(text).isPresent())
                .flatMap(text -> heard.whole().all(Entity.Person.class).findFirst())
                .map(person -> PersonName.of(person.name()));
    }

    /** What the point would take the place of; without such, it is written, or acknowledged. */
    private static Optional<ContactPointRecord> present(Turn turn, long self, ContactPoint point) {
        var known = new ContactPoints(turn.sql())
                .of(self).stream()
                        .filter(stored -> stored.getKind().equals(point.kind().code()))
                        .toList();
        if (known.stream().anyMatch(stored -> stored.getValue().equalsIgnoreCase(point.value()))) {
            turn.say(told(ContactsText.POINT_UNCHANGED, point));
            return Optional.empty();
        }
        if (known.isEmpty()) {
            add(turn, point, self);
        }
        return known.stream().findFirst();
    }

    private static Text told(ContactsText key, ContactPoint point) {
        return Text.of(key).with("kind", point.kind().code()).with("value", point.value());
    }

    private static void ask(Turn turn, ContactPoint point, ContactPointRecord present, List<ContactPoint> rest) {
        turn.say(told(ContactsText.REPLACE_POINT, point).with("before", present.getValue()));
        var arguments = Map.of(
                "kind",
                point.kind().code(),
                "value",
                point.value(),
                "replaces",
                String.valueOf(present.getId()),
                REST,
                Json.write(rest).data());
        turn.offer(Text.of(ContactsText.YES_REPLACE), new Action(REPLACE, arguments), Answer.YES);
        turn.offer(Text.of(ContactsText.AS_A_SECOND), new Action(ADD, arguments), Answer.NEITHER);
        turn.offer(Text.of(ContactsText.NO_KEEP), new Action(KEEP, arguments), Answer.NO);
    }

    private static List<ContactPoint> rest(Heard heard) {
        return heard.argument(REST)
                .map(points -> List.of(Json.read(JSONB.valueOf(points), ContactPoint[].class)))
                .orElse(List.of());
    }

    private static ContactPoint point(Heard heard) {
        return new ContactPoint(
                PointKind.of(heard.argument("kind").orElseThrow()),
                heard.argument("value").orElseThrow());
    }

    private static void add(Turn turn, ContactPoint point, long self) {
        new ContactPoints(turn.sql()).add(self, point);
        turn.say(told(ContactsText.POINT_KEPT, point));
        turn.changed();
    }

    private static void replace(Turn turn, Heard heard, long self) {
        var points = new ContactPoints(turn.sql());
        long replaced = heard.number("replaces").orElseThrow();
        points.of(self).stream()
                .filter(point -> point.getId() == replaced)
                .forEach(point -> points.retire(point.getId()));
        add(turn, point(heard), self);
    }

    /** A new family name leaves the given one as it is. */
    private static void askForName(Turn turn, long self, PersonName said) {
        var present = new Contacts(turn.sql()).find(self).orElseThrow();
        var name = new PersonName(
                said.given().or(() -> Optional.ofNullable(present.getGivenName())),
                said.patronymic().or(() -> Optional.ofNullable(present.getPatronymic())),
                said.family().or(() -> Optional.ofNullable(present.getFamilyName())));
        if (name.full().equals(present.getName())) {
            turn.say(Text.of(ContactsText.NAME_UNCHANGED).with("name", name.full()));
            return;
        }
        turn.say(Text.of(ContactsText.REPLACE_NAME).with("name", name.full()).with("before", present.getName()));
        turn.offer(
                Text.of(ContactsText.YES_REPLACE),
                new Action(
                        RENAME,
                        Map.of(
                                "given",
                                name.given().orElse(""),
                                "patronymic",
                                name.patronymic().orElse(""),
                                "family",
                                name.family().orElse(""))),
                Answer.YES);
        turn.offer(Text.of(ContactsText.NO_KEEP), Action.of(KEEP), Answer.NO);
    }

    private static void rename(Turn turn, Heard heard, long self) {
        var name = new PersonName(part(heard, "given"), part(heard, "patronymic"), part(heard, "family"));
        new Contacts(turn.sql()).rename(self, name);
        turn.say(Text.of(ContactsText.RENAMED).with("name", name.full()));
        turn.changed();
    }

    private static Optional<String> part(Heard heard, String argument) {
        return heard.argument(argument).filter(text -> !text.isEmpty());
    }
}
