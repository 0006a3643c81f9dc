package org.otklik.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.access.AccessRules;
import org.otklik.contacts.ContactPoint;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PointKind;
import org.otklik.contacts.Reader;
import org.otklik.contacts.ToldValue;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.Slot;
import org.otklik.directory.ClashSlot.Clash;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;

/** Staff change what is known of somebody: numbers, names, tags, roles, who looks after them, where they work. */
public final class UpdateForm implements EntryForm {
    private static final String NAME = "update-contact";

    private final AccessRules access;
    private final UpdatedSlot contact = new UpdatedSlot(NAME);
    private final PointSlot phone = new PointSlot(PointKind.PHONE, NAME, false);
    private final PointSlot email = new PointSlot(PointKind.EMAIL, NAME, false);
    private final UpdateValues values = new UpdateValues();
    private final ClashSlot clash;

    public UpdateForm(AccessRules access) {
        this.access = access;
        this.clash = new ClashSlot(NAME, access, new Stored(), phone, email);
    }

    /** Somebody who has a card. */
    private final class Stored implements ClashSlot.Whose {
        @Override
        public Text name(Turn turn, Answers answers) {
            return Text.of(NewContactText.NAME).with("name", new Contacts(turn.sql()).name(answers.get(contact)));
        }

        @Override
        public Optional<Long> stored(Answers answers) {
            return answers.find(contact);
        }
    }

    /** Asked for only where nothing was said that could be changed. */
    private final class WhatSlot implements Slot<String> {
        @Override
        public String name() {
            return "what";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public boolean isNeeded(Turn turn, Answers answers) {
            return Stream.concat(Stream.of(phone, email), values.slots().stream())
                    .noneMatch(answers::isAnswered);
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            answers.hint(this)
                    .ifPresent(value -> turn.say(Text.of(UpdateText.NO_VALUE).with("value", value)));
            turn.say(Text.of(UpdateText.WHAT).with("name", new Contacts(turn.sql()).name(answers.get(contact))));
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            return Optional.empty();
        }

        /** "Her surname is now X": what nobody can be called, and nowhere leads to. */
        @Override
        public Optional<String> hint(Turn turn, Understanding understanding) {
            return new ToldValue(understanding.text()).badName();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of(SpeakingOfOthers.UPDATE);
    }

    @Override
    public List<Slot<?>> slots() {
        var slots = new ArrayList<Slot<?>>();
        slots.add(contact);
        slots.add(phone);
        slots.add(email);
        slots.addAll(values.slots());
        slots.add(new WhatSlot());
        slots.add(clash);
        return slots;
    }

    @Override
    public String table() {
        return "contact";
    }

    /** A card that is closed to somebody can't be changed by them either. */
    @Override
    public void submit(Turn turn, Answers answers) {
        var reader = new Reader(access, turn);
        var found = new Contacts(turn.sql()).find(answers.get(contact)).orElseThrow();
        if (!reader.mayOpen(found)) {
            RequestAccess.sayRestricted(turn, found);
        } else if (answers.find(values.restricted).isPresent() && !reader.mayMergeAndRestrict()) {
            turn.say(UpdateText.ONLY_MANAGERS);
        } else {
            EntryForm.super.submit(turn, answers);
        }
    }

    @Override
    public long write(Turn turn, Answers answers) {
        long id = answers.get(contact);
        var points = new ContactPoints(turn.sql());
        boolean isMore = answers.find(values.more).isPresent();
        points(turn, answers).forEach(point -> {
            if (isMore) {
                points.add(id, point);
            } else {
                points.replace(id, point);
            }
        });
        values.apply(turn, id, answers);
        return id;
    }

    private List<ContactPoint> points(Turn turn, Answers answers) {
        var points = new ArrayList<ContactPoint>();
        answers.find(phone).ifPresent(value -> points.add(new ContactPoint(PointKind.PHONE, value)));
        answers.find(email).ifPresent(value -> points.add(new ContactPoint(PointKind.EMAIL, value)));
        answers.find(values.address).ifPresent(value -> points.add(new ContactPoint(PointKind.POSTAL, value)));
        if (answers.find(clash).filter(found -> found == Clash.WRONG).isPresent()) {
            points.removeAll(clash.taken(turn, answers));
        }
        return points;
    }

    /** What was added by a slip goes; then the right values are written. */
    @Override
    public void amend(Turn turn, long row, Answers answers) {
        var before = new Before(turn, NAME, row);
        var points = new ContactPoints(turn.sql());
        before.changed(contact, answers)
                .ifPresentOrElse(
                        other -> {
                            before.find(phone)
                                    .ifPresent(value -> points.remove(other, new ContactPoint(PointKind.PHONE, value)));
                            before.find(email)
                                    .ifPresent(value -> points.remove(other, new ContactPoint(PointKind.EMAIL, value)));
                        },
                        () -> {
                            before.changed(phone, answers)
                                    .ifPresent(value -> points.remove(row, new ContactPoint(PointKind.PHONE, value)));
                            before.changed(email, answers)
                                    .ifPresent(value -> points.remove(row, new ContactPoint(PointKind.EMAIL, value)));
                        });
        values.takeBack(turn, before.changed(contact, answers).orElse(row), before, answers);
        write(turn, answers);
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        var changes = new ArrayList<Text>();
        var more = answers.find(values.more).isPresent() ? UpdateText.MORE_POINT : UpdateText.NEW_POINT;
        points(turn, answers)
                .forEach(point -> changes.add(
                        Text.of(more).with("kind", point.kind().code()).with("value", point.value())));
        changes.addAll(values.told(turn, answers.get(contact), answers));
        return Text.of(UpdateText.CHANGED)
                .with("name", new Contacts(turn.sql()).name(answers.get(contact)))
                .with("changes", changes);
    }
}
