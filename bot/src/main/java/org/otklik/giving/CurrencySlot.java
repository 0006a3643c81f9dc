package org.otklik.giving;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** In which currency. People whom the organisation knows mean its own when they say none; of others it is asked. */
final class CurrencySlot implements Slot<String> {
    private static final List<String> COMMON = List.of("EUR", "USD", "RUB");

    private final String form;
    private final Organization organization;
    private final EntityRecognizer recognizer;

    CurrencySlot(String form, Organization organization, EntityRecognizer recognizer) {
        this.recognizer = recognizer;
        this.form = form;
        this.organization = organization;
    }

    @Override
    public String name() {
        return "currency";
    }

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return !turn.speaker().isKnown();
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(GivingText.ASK_CURRENCY);
        var offered = new LinkedHashSet<String>();
        offered.add(organization.currency());
        offered.addAll(COMMON);
        offered.forEach(code -> FormFilling.offer(
                turn, form, name(), Text.of(GivingText.CURRENCY).with("code", code), TextNode.valueOf(code)));
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        return understanding
                .all(Entity.Money.class)
                .flatMap(money -> money.currency().stream())
                .findFirst()
                .or(() -> asked ? named(turn, understanding) : Optional.empty());
    }

    /** "Euros, please" names a currency as soon as there is an amount before it. */
    private Optional<String> named(Turn turn, Understanding understanding) {
        return recognizer.amount("1 " + understanding.text(), turn.language()).flatMap(Entity.Money::currency);
    }
}
