package org.otklik.mailings;

import java.util.List;
import java.util.Set;
import org.otklik.contacts.AddressProofs;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;

/** Somebody unknown wants no more letters: to which address? The answer is the same whether anybody has it. */
public final class StopAddressForm implements Form {
    private final EmailSlot email = new EmailSlot(MailingsText.ASK_ADDRESS_TO_STOP);

    @Override
    public String name() {
        return "stop-address";
    }

    @Override
    public Set<String> intents() {
        return Set.of();
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(email);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var address = answers.get(email);
        new AddressProofs(turn.sql()).owner(address).ifPresent(owner -> Unsubscribe.refuse(turn, owner));
        turn.say(Text.of(MailingsText.STOPPED_FOR).with("address", address));
    }
}
