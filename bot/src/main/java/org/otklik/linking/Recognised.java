package org.otklik.linking;

import java.util.Map;
import java.util.Optional;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.staff.StaffMembers;

/** What is said to somebody who was not known before, and is now. */
final class Recognised {
    private Recognised() {}

    /** @param arguments of the button that takes it back */
    static void welcome(Turn turn, long contactId, Map<String, String> arguments) {
        LinkAddressForm.close(turn);
        var contact = new Contacts(turn.sql()).find(contactId).orElseThrow();
        var name = Optional.ofNullable(contact.getGivenName()).orElse(contact.getName());
        turn.say(Text.of(LinkingText.RECOGNISED).with("name", name));
        if (new StaffMembers(turn.sql()).isActive(contactId)) {
            turn.say(LinkingText.COLLEAGUE_NEEDS_CODE);
        }
        turn.offer(Text.of(LinkingText.NOT_ME), new Action(LinkAccount.UNLINK, arguments), Choice.Answer.NEITHER);
    }
}
