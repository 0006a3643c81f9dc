package org.otklik.contacts;

import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.i18n.TextKey;

/** What is told only to whom it is about: who is not known is told so, and in a chat how to be known. */
public final class NotKnown {
    private static final String LINK = "linking.link";

    private NotKnown() {}

    public static void refuse(Turn turn, TextKey why) {
        turn.say(why);
        boolean isChatOfOne =
                turn.message().letter().isEmpty() && turn.message().author().isEmpty();
        if (isChatOfOne) {
            turn.offer(ContactsText.IT_IS_ME, Action.of(LINK));
        }
    }
}
