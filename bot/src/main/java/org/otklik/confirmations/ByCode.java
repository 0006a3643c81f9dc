package org.otklik.confirmations;

import java.security.SecureRandom;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;

/**
 * What changes much, takes people out, or gives rights is not done at the word of a letter alone: whoever can write in a colleague's
 * name must also be able to read that colleague's mail.
 */
public final class ByCode {
    private final SecureRandom random;

    public ByCode(SecureRandom random) {
        this.random = random;
    }

    /** Whether a message is of a kind that asks for a code; in chats a button is enough. */
    public static boolean isNeeded(Turn turn) {
        return turn.message().letter().isPresent();
    }

    /**
     * Says what would be done, and by which code it is.
     *
     * @param what what would be done, and to how many
     * @param action what the code does; whoever serves it finds out once more whether it may be done
     */
    public void ask(Turn turn, Text what, Action action) {
        long staffId = turn.speaker().staff().orElseThrow().id();
        var wish = new Confirmations.Wish(staffId, turn.message().id(), action);
        var code = new Confirmations(turn.sql()).create(wish, random, turn.at());
        turn.say(what);
        turn.say(Text.of(ConfirmationsText.SEND_THE_CODE).with("code", code));
    }
}
