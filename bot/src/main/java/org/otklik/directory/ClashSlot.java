package org.otklik.directory;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.access.AccessRules;
import org.otklik.contacts.ContactPoint;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.PointKind;
import org.otklik.contacts.Reader;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.DialogueIntents;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;
import org.otklik.schema.tables.records.ContactRecord;

/** What it means that somebody else has the number or the address of who is added. */
final class ClashSlot implements Slot<ClashSlot.Clash> {
    private static final String NAME = "clash";
    private static final WordPatterns WORDS = new WordPatterns("contact-words");

    private final String form;
    private final AccessRules access;
    private final Whose whose;
    private final Slot<String> phone;
    private final Slot<String> email;

    /** What the number or the address is. */
    enum Clash {
        WRONG,
        SAME,
        BOTH
    }

    /** Who is said to have the number or the address. */
    interface Whose {
        /** A name, or more, to show. */
        Text name(Turn turn, Answers answers);

        /** The record, where there is one already: then nobody is the same person. */
        Optional<Long> stored(Answers answers);
    }

    ClashSlot(String form, AccessRules access, Whose whose, Slot<String> phone, Slot<String> email) {
        this.form = form;
        this.access = access;
        this.whose = whose;
        this.phone = phone;
        this.email = email;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Clash> type() {
        return Clash.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return !holders(turn, answers).isEmpty();
    }

    @Override
    public boolean doubts(String slot) {
        return slot.equals(phone.name()) || slot.equals(email.name());
    }

    /** The points that somebody else has. */
    List<ContactPoint> taken(Turn turn, Answers answers) {
        return points(answers)
                .filter(point -> !holders(turn, point, answers).isEmpty())
                .toList();
    }

    /** Who else has the number or the address. */
    List<ContactRecord> holders(Turn turn, Answers answers) {
        return points(answers)
                .flatMap(point -> holders(turn, point, answers).stream())
                .distinct()
                .toList();
    }

    private List<ContactRecord> holders(Turn turn, ContactPoint point, Answers answers) {
        var own = answers.row().or(() -> whose.stored(answers));
        return new ContactPoints(turn.sql())
                .holders(point).stream()
                        .filter(contact -> !own.equals(Optional.of(contact.getId())))
                        .toList();
    }

    private Stream<ContactPoint> points(Answers answers) {
        return Stream.of(
                        answers.find(phone).map(value -> new ContactPoint(PointKind.PHONE, value)),
                        answers.find(email).map(value -> new ContactPoint(PointKind.EMAIL, value)))
                .flatMap(Optional::stream);
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        var holder = holders(turn, answers).getFirst();
        var point = taken(turn, answers).getFirst();
        boolean mayKnow = new Reader(access, turn).mayOpen(holder);
        turn.say(Text.of(mayKnow ? NewContactText.TAKEN_BY : NewContactText.TAKEN_BY_SOMEBODY)
                .with("name", whose.name(turn, answers))
                .with("kind", point.kind().code())
                .with("value", point.value())
                .with("holder", mayKnow ? holder.getName() : ""));
        offer(turn, NewContactText.WRONG_POINT, point, Clash.WRONG);
        if (whose.stored(answers).isEmpty()) {
            offer(turn, NewContactText.SAME_PERSON, point, Clash.SAME);
        }
        offer(turn, NewContactText.BOTH_HAVE_IT, point, Clash.BOTH);
    }

    private void offer(Turn turn, NewContactText label, ContactPoint point, Clash clash) {
        FormFilling.offer(
                turn, form, NAME, Text.of(label).with("kind", point.kind().code()), TextNode.valueOf(clash.name()));
    }

    @Override
    public Optional<Clash> hear(Turn turn, Understanding understanding, boolean asked) {
        if (!asked) {
            return Optional.empty();
        }
        var text = understanding.text();
        if (WORDS.has(text, "wrong")) {
            return Optional.of(Clash.WRONG);
        }
        if (WORDS.has(text, "both")) {
            return Optional.of(Clash.BOTH);
        }
        boolean isYes = understanding
                .main()
                .filter(act -> act.is(DialogueIntents.AFFIRM))
                .isPresent();
        return isYes || WORDS.has(text, "same") ? Optional.of(Clash.SAME) : Optional.empty();
    }

    /** "His number is +44 20 7946 0018": who tells another one says that the first was wrong. */
    @Override
    public boolean isAnswer(Understanding understanding) {
        boolean hasPoint = understanding.all(Entity.Phone.class).findAny().isPresent()
                || understanding.all(Entity.Email.class).findAny().isPresent();
        return hasPoint && understanding.entities().stream().noneMatch(Entity::namesSomebody);
    }
}
