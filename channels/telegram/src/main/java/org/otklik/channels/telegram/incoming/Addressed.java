package org.otklik.channels.telegram.incoming;

import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.channels.telegram.Bot;

/**
 * What of a group's talk is said to the bot: its own commands, answers to it, and what names it. The rest is none of its business, and is not
 * even kept.
 */
final class Addressed {
    private static final Pattern COMMAND = Pattern.compile("(?s)\\s*(/\\w+)@(\\w+)(.*)");

    private final Bot bot;

    Addressed(Bot bot) {
        this.bot = bot;
    }

    /** The text without the bot's name behind a command. */
    String withoutName(String text) {
        var command = COMMAND.matcher(text);
        return command.matches() && isBot(command.group(2)) ? command.group(1) + command.group(3) : text;
    }

    /** @param text as it was typed */
    boolean isToBot(Written message, String text) {
        var command = COMMAND.matcher(text);
        if (command.matches()) {
            return isBot(command.group(2));
        }
        return text.stripLeading().startsWith("/") || isAnswer(message) || isNamed(text);
    }

    private boolean isAnswer(Written message) {
        return message.get("reply_to_message").get("from").number("id").equals(Optional.of(bot.id()));
    }

    private boolean isNamed(String text) {
        return Pattern.compile("(?iu)(?<!\\w)@" + Pattern.quote(bot.name()) + "(?!\\w)")
                .matcher(text)
                .find();
    }

    private boolean isBot(String name) {
        return name.equalsIgnoreCase(bot.name());
    }
}
