package org.otklik.contacts;

import com.fasterxml.jackson.databind.node.LongNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.channels.Letter;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;
import org.otklik.schema.tables.records.ContactRecord;

/**
 * Whom staff look up: by a name, a number or an address, in the message or in the subject of the letter; without any, whom they
 * spoke of last. It is asked only where there is somebody to choose from, or nothing was said.
 */
public final class SoughtSlot implements Slot<Long> {
    private static final int CHOICES = 5;
    private static final int LONGEST_NAME = 4;
    private static final WordPatterns FACTS = new WordPatterns("facts");
    private static final WordPatterns ASKING = new WordPatterns("asking");

    private final String form;

    /** @param form the form that it belongs to */
    public SoughtSlot(String form) {
        this.form = form;
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
        return answers.hint(this).map(name -> !choices(turn, name).isEmpty()).orElse(true);
    }

    @Override
    public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
        var contacts = new Contacts(turn.sql());
        var mentions = new Mentions(contacts, understanding);
        if (mentions.spelling().isPresent()) {
            return only(mentions.known());
        }
        var point = point(understanding);
        if (point.isPresent()) {
            return only(new ContactPoints(turn.sql()).holders(point.get()));
        }
        var subject = subject(turn);
        if (subject.isPresent() && rest(understanding).isEmpty()) {
            return only(subject.get().known());
        }
        boolean isAboutTheLast = !asked && rest(understanding).isEmpty();
        return isAboutTheLast ? turn.topic().or(() -> turn.state().topic()) : Optional.empty();
    }

    private static Optional<Long> only(List<ContactRecord> found) {
        return found.size() == 1 ? Optional.of(found.getFirst().getId()) : Optional.empty();
    }

    private static Optional<ContactPoint> point(Understanding understanding) {
        return Stream.concat(
                        understanding
                                .all(Entity.Phone.class)
                                .map(phone -> new ContactPoint(PointKind.PHONE, phone.value())),
                        understanding
                                .all(Entity.Email.class)
                                .map(email -> new ContactPoint(PointKind.EMAIL, email.value())))
                .findFirst();
    }

    private static Optional<Mentions> subject(Turn turn) {
        return turn.message()
                .letter()
                .map(Letter::subject)
                .map(subject -> Mentions.in(new Contacts(turn.sql()), subject))
                .filter(mentions -> mentions.spelling().isPresent());
    }

    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return new Mentions(new Contacts(turn.sql()), understanding)
                .spelling()
                .or(() -> point(understanding).map(ContactPoint::value))
                .or(() -> Optional.of(rest(understanding)).filter(words -> !words.isEmpty()))
                .or(() -> subject(turn).flatMap(Mentions::spelling));
    }

    /** What is left without the words of the request: a name that nothing else has recognised as one. */
    private static String rest(Understanding understanding) {
        var text = new StringBuilder(understanding.text());
        understanding.entities().stream()
                .filter(entity -> !entity.namesSomebody())
                .forEach(entity -> entity.span().blank(text));
        var words = ASKING.without(FACTS.without(text.toString()))
                .replaceAll("['\u2019]s(?!\\p{L})", "")
                .replaceAll("[^\\p{L}\\p{N}\u2019'%_(). -]+", " ")
                .strip();
        boolean isName = words.length() > 1 && words.split("\\s+").length <= LONGEST_NAME;
        return isName ? words.replaceAll("\\s+", " ") : "";
    }

    @Override
    public Optional<Long> recall(Turn turn, String hint) {
        return only(named(turn, hint));
    }

    private static List<ContactRecord> named(Turn turn, String hint) {
        var named = new Contacts(turn.sql()).named(hint);
        return named.isEmpty() ? reached(turn, hint) : named;
    }

    private static List<ContactRecord> reached(Turn turn, String hint) {
        var points = new ContactPoints(turn.sql());
        return Stream.of(PointKind.PHONE, PointKind.EMAIL)
                .flatMap(kind -> points.holders(new ContactPoint(kind, hint)).stream())
                .toList();
    }

    private static List<ContactRecord> choices(Turn turn, String name) {
        var named = named(turn, name);
        return named.isEmpty() ? new Contacts(turn.sql()).alike(name, CHOICES) : named;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        answers.hint(this).ifPresentOrElse(name -> which(turn, name), () -> turn.say(ContactsText.WHOM));
    }

    private void which(Turn turn, String name) {
        var contacts = new Contacts(turn.sql());
        var choices = choices(turn, name);
        boolean isExact = !named(turn, name).isEmpty();
        if (choices.size() > CHOICES) {
            turn.say(Text.of(ContactsText.TOO_MANY).with("count", choices.size()));
            return;
        }
        turn.say(
                isExact
                        ? Text.of(ContactsText.WHICH_ONE)
                        : Text.of(ContactsText.ONLY_ALIKE).with("name", name));
        for (var contact : isExact ? contacts.lastDealtWithFirst(choices) : choices) {
            FormFilling.offer(turn, form, name(), contacts.choice(contact), LongNode.valueOf(contact.getId()));
        }
    }

    /** Says that nobody was found, and offers to add them. */
    public void sayNobody(Turn turn, Answers answers) {
        var name = answers.hint(this).orElse("");
        turn.say(Text.of(ContactsText.NOBODY_FOUND).with("name", name));
        turn.offer(ContactsText.ADD, SomebodyNew.called(name));
    }
}
