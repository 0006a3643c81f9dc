package org.otklik.mailings;

import java.util.List;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;

/** Somebody unknown wants the news: where shall they go? Nothing is subscribed, and nobody added, before the address is proven. */
public final class SubscribeForm implements Form {
    private final Organization organization;
    private final EmailSlot email = new EmailSlot(MailingsText.ASK_ADDRESS_TO_BEGIN);

    public SubscribeForm(Organization organization) {
        this.organization = organization;
    }

    @Override
    public String name() {
        return "subscribe";
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
        organization
                .mailbox()
                .ifPresentOrElse(
                        mailbox -> {
                            Subscribe.askForProof(turn, address, mailbox);
                            turn.say(Text.of(MailingsText.LETTER_SENT).with("address", address));
                        },
                        () -> turn.say(MailingsText.NO_LETTERS));
    }
}
