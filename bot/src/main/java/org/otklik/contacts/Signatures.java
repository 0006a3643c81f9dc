package org.otklik.contacts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;

/** Who signs a letter with nothing but their own name speaks of nobody by it. */
public final class Signatures implements Preparation {
    private static final Pattern NAME = Pattern.compile("[\\s\u2013\u2014-]*(\\p{Lu}[\\p{L}.' -]*+)[\\s,.]*");

    @Override
    public String heard(Turn turn, String words) {
        var text = words.stripTrailing();
        int line = text.lastIndexOf('\n');
        return Optional.of(NAME.matcher(text.substring(line + 1)))
                .filter(_ -> line > 0)
                .filter(Matcher::matches)
                .filter(name -> isOwn(turn, name.group(1).strip()))
                .map(_ -> words.substring(0, line))
                .filter(rest -> !rest.isBlank())
                .orElse(words);
    }

    private static boolean isOwn(Turn turn, String name) {
        return turn.speaker()
                .contactId()
                .filter(own ->
                        new Contacts(turn.sql()).named(name).stream().anyMatch(contact -> own.equals(contact.getId())))
                .isPresent();
    }
}
