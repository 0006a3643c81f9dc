package org.otklik.basics;

import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Admission;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understander;

/**
 * In a group the bot answers who speaks to it, and no more than that it is to be written to in private: everybody reads along there.
 * All else that is said in the group is none of its business.
 */
public final class GroupChats implements Admission {
    /** As they stand in the menu of the chat, the same in every language. What others' bots are told is not for this one. */
    private static final String COMMANDS =
            "(?i)^\\s*/(?:start|help|link|stop|language|cancel|tasks|today|digest|undo|find)(@\\S+)?(?=\\s|$)";

    private static final Pattern COMMAND = Pattern.compile(COMMANDS);

    private final Understander understander;

    public GroupChats(Understander understander) {
        this.understander = understander;
    }

    @Override
    public boolean admits(Turn turn) {
        if (turn.message().author().isEmpty()) {
            return true;
        }
        if (isSpokenTo(turn)) {
            understander.language(words(turn)).ifPresent(turn::speak);
            turn.say(Text.of(BasicsText.IN_PRIVATE)
                    .with("bot", turn.conversation().address().account()));
        }
        return false;
    }

    /** Without commands and names, which are alike in every language. */
    private static String words(Turn turn) {
        return turn.message()
                .text()
                .replaceAll("(?U)(?<!\\S)[/@]\\w+(?:@\\w+)?", " ")
                .strip();
    }

    private static boolean isSpokenTo(Turn turn) {
        var message = turn.message();
        if (message.press().isPresent() || message.edits().isPresent()) {
            return false;
        }
        var own = "@" + turn.conversation().address().account();
        var command = COMMAND.matcher(message.text());
        if (command.find()) {
            return command.group(1) == null || command.group(1).equalsIgnoreCase(own);
        }
        return turn.earlier().answered().isPresent() || isMention(message.text(), own);
    }

    private static boolean isMention(String text, String own) {
        return Pattern.compile("(?iU)(?<![\\w@.])" + Pattern.quote(own) + "(?!\\w)")
                .matcher(text)
                .find();
    }
}
