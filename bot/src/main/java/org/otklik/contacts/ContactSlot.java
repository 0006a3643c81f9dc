package org.otklik.contacts;

import static org.otklik.schema.Tables.STAFF;

import com.fasterxml.jackson.databind.node.LongNode;
import java.util.List;
import java.util.Optional;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactRecord;

/**
 * Whom a record of staff is about. Nobody is ever guessed: several of one name are offered, and so is who is merely called alike.
 * Without a name it is whom the message has spoken of before, or whom a pronoun means.
 */
public final class ContactSlot implements Slot<Long> {
    private static final int CHOICES = 5;
    private static final Phrases PRONOUNS = new Phrases("pronouns");

    private final String form;
    private final boolean isNeeded;

    /**
     * @param form the form that it belongs to
     * @param isNeeded whether it is asked for
     */
    public ContactSlot(String form, boolean isNeeded) {
        this.form = form;
        this.isNeeded = isNeeded;
    }

    @Override
    public String name() {
        return Form.CONTACT;
    }

    @Override
    public Class<Long> type() {
        return Long.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return isNeeded || answers.hint(this).isPresent();
    }

    @Override
    public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
        var mentions = new Mentions(new Contacts(turn.sql()), understanding);
        if (mentions.spelling().isPresent()) {
            return isNeeded && mentions.isOfStranger() ? Optional.empty() : only(mentions.known());
        }
        return asked
                ? Optional.empty()
                : turn.topic()
                        .or(() -> elsewhere(turn, understanding)
                                .flatMap(named -> only(named.known()))
                                .filter(id -> !isColleague(turn, id)))
                        .or(() -> pronoun(turn, understanding));
    }

    /** "Log call: John will come": the part that names nobody is about whom the rest names. */
    private static Optional<Mentions> elsewhere(Turn turn, Understanding understanding) {
        boolean isPart = understanding.acts().size() == 1
                && !understanding.acts().getFirst().text().isBlank()
                && !understanding
                        .text()
                        .strip()
                        .equals(understanding.acts().getFirst().text());
        return Optional.of(Mentions.in(new Contacts(turn.sql()), understanding.text()))
                .filter(_ -> isPart);
    }

    private static boolean isColleague(Turn turn, long contactId) {
        return turn.sql().fetchExists(STAFF, STAFF.CONTACT_ID.eq(contactId).and(STAFF.ACTIVE.isTrue()));
    }

    private static Optional<Long> pronoun(Turn turn, Understanding understanding) {
        return PRONOUNS.isIn(understanding.text()) ? turn.state().topic() : Optional.empty();
    }

    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return new Mentions(new Contacts(turn.sql()), understanding)
                .spelling()
                .or(() -> turn.topic().isPresent()
                        ? Optional.empty()
                        : elsewhere(turn, understanding).flatMap(Mentions::spelling));
    }

    /** Who was found by another part of the message, or has been added meanwhile. */
    @Override
    public Optional<Long> recall(Turn turn, String hint) {
        var named = new Contacts(turn.sql()).named(hint);
        return turn.topic()
                .filter(topic -> named.stream().anyMatch(contact -> topic.equals(contact.getId())))
                .or(() -> only(named));
    }

    private static Optional<Long> only(List<ContactRecord> found) {
        return found.size() == 1 ? Optional.of(found.getFirst().getId()) : Optional.empty();
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        answers.hint(this).ifPresentOrElse(name -> which(turn, name), () -> turn.say(ContactsText.WHOM));
    }

    private void which(Turn turn, String name) {
        var contacts = new Contacts(turn.sql());
        var named = contacts.named(name);
        if (!named.isEmpty() && !isChosenFrom(named)) {
            turn.say(Text.of(ContactsText.TOO_MANY).with("count", named.size()));
        } else if (!named.isEmpty()) {
            turn.say(Text.of(ContactsText.WHICH_ONE).with("name", name));
            offer(turn, contacts, named);
        } else {
            var alike = contacts.alike(name, CHOICES);
            turn.say(Text.of(alike.isEmpty() ? ContactsText.NOBODY_FOUND : ContactsText.ONLY_ALIKE)
                    .with("name", name));
            offer(turn, contacts, alike);
        }
        turn.offer(
                Text.of(ContactsText.SOMEBODY_NEW),
                isChosenFrom(named) ? SomebodyNew.besides(name) : SomebodyNew.called(name),
                Answer.NEITHER);
    }

    private static boolean isChosenFrom(List<ContactRecord> named) {
        return !named.isEmpty() && named.size() <= CHOICES;
    }

    private void offer(Turn turn, Contacts contacts, List<ContactRecord> choices) {
        for (var contact : contacts.lastDealtWithFirst(choices)) {
            FormFilling.offer(turn, form, name(), contacts.choice(contact), LongNode.valueOf(contact.getId()));
        }
    }
}
