package org.otklik.linking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.channels.Enclosure;
import org.otklik.contacts.ContactPoint;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.PointKind;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Identity;
import org.otklik.conversation.Owner;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Preparation;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.PhoneNumbers;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;

/**
 * Cards from an address book. One's own, for which the medium vouches, shows who somebody is where one contact alone has the number.
 * Somebody else's is written down for colleagues who wish so; to others it is said that nothing is done with it, whoever it is.
 */
public final class SharedCards implements Attentive, Preparation {
    private static final String WRITE_DOWN = "linking.write_down";
    private static final String CREATE = "contacts.create";
    private static final String NAME = "name";
    private static final String PHONE = "phone";
    private static final int LONGEST_NAME = 100;

    private final Organization organization;
    private final EntityRecognizer recognizer;
    private final PhoneNumbers numbers;
    private final Form newContact;

    /** @param newContact what writes down a contact */
    public SharedCards(Organization organization, EntityRecognizer recognizer, Form newContact) {
        this.organization = organization;
        this.recognizer = recognizer;
        this.numbers = new PhoneNumbers(organization.region());
        this.newContact = newContact;
    }

    private static Optional<Enclosure.Card> card(Turn turn) {
        return turn.message()
                .enclosure()
                .filter(Enclosure.Card.class::isInstance)
                .map(Enclosure.Card.class::cast);
    }

    private static String name(Enclosure.Card card) {
        var name = card.name().replaceAll("[\\p{C}\\s]+", " ").strip();
        int letters = Math.min(name.codePointCount(0, name.length()), LONGEST_NAME);
        return name.substring(0, name.offsetByCodePoints(0, letters));
    }

    /** To an open form a card is what it says. */
    @Override
    public String heard(Turn turn, String words) {
        boolean isAnswer = words.isBlank()
                && turn.state().form().isPresent()
                && !LinkAddressForm.isOpen(turn)
                && turn.conversation().owner() == Owner.BOT;
        return card(turn)
                .filter(_ -> isAnswer)
                .flatMap(card -> numbers.ofCard(card.phone()).map(phone -> (name(card) + " " + phone).strip()))
                .orElse(words);
    }

    @Override
    public Set<String> intents() {
        return Set.of(WRITE_DOWN);
    }

    @Override
    public boolean looksIntoForms() {
        return true;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var card = card(turn).filter(_ -> understanding.text().isBlank());
        card.ifPresent(shared -> {
            var phone = numbers.ofCard(shared.phone());
            if (shared.own()) {
                phone.ifPresentOrElse(number -> own(turn, number), () -> turn.say(LinkingText.UNSURE_NUMBER));
            } else if (turn.speaker().isStaff()) {
                phone.ifPresentOrElse(
                        number -> offer(turn, name(shared), number), () -> turn.say(LinkingText.CARD_UNREADABLE));
            } else {
                turn.say(LinkingText.CARD_OF_OTHERS);
            }
        });
        return card.isPresent();
    }

    private static void own(Turn turn, String number) {
        var point = new ContactPoint(PointKind.PHONE, number);
        var points = new ContactPoints(turn.sql());
        var claimed = turn.speaker().contactId();
        if (turn.speaker().isKnown()) {
            points.verify(claimed.orElseThrow(), point);
            turn.say(LinkingText.NUMBER_KEPT);
            return;
        }
        // What somebody has said of themselves is no other person.
        var holders = points.holders(point).stream().map(ContactRecord::getId).toList();
        var others =
                holders.stream().filter(id -> !claimed.equals(Optional.of(id))).toList();
        var found = others.isEmpty() ? holders : others;
        if (found.size() == 1) {
            points.verify(found.getFirst(), point);
            turn.belongsTo(found.getFirst(), Identity.LINKED);
            Recognised.welcome(turn, found.getFirst(), Map.of(LinkAccount.PHONE, number));
        } else {
            turn.say(LinkingText.UNSURE_NUMBER);
        }
    }

    private static void offer(Turn turn, String name, String number) {
        var holders = new ContactPoints(turn.sql())
                .holders(new ContactPoint(PointKind.PHONE, number)).stream()
                        .map(ContactRecord::getName)
                        .toList();
        if (holders.isEmpty()) {
            turn.say(Text.of(LinkingText.CARD_OFFERED)
                    .with("name", name.isEmpty() ? "none" : name)
                    .with("phone", number));
        } else {
            turn.say(Text.of(LinkingText.CARD_HELD).with("phone", number).with("names", holders));
        }
        turn.offer(
                Text.of(LinkingText.WRITE_DOWN),
                new Action(WRITE_DOWN, Map.of(NAME, name, PHONE, number)),
                Choice.Answer.YES);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (turn.speaker().isStaff()) {
            var words = (heard.argument(NAME).orElse("") + " "
                            + heard.argument(PHONE).orElse(""))
                    .strip();
            var entities =
                    recognizer.recognize(words, turn.language(), turn.at(), organization.zone(), organization.region());
            var act = new Act(CREATE, 1, 1, words, entities, false);
            new FormFilling(newContact)
                    .open(
                            turn,
                            new Understanding(words, Optional.of(turn.language()), List.of(), List.of(act), entities));
        } else {
            turn.say(LinkingText.CARD_OF_OTHERS);
        }
    }
}
