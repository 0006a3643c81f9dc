package org.otklik.letters;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.channels.Letter;
import org.otklik.contacts.ContactPoint;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.PointKind;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Understanding;

/** A colleague who answers somebody's letter writes about them, if nobody else is named. What is quoted is no command. */
public final class QuotedAuthors implements Preparation {
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\p{L}");

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        if (turn.speaker().isStaff() && !turn.isReadingOn()) {
            turn.message()
                    .letter()
                    .map(Letter::quote)
                    .ifPresent(quote -> ADDRESS.matcher(quote)
                            .results()
                            .map(found -> new ContactPoint(
                                    PointKind.EMAIL, found.group().toLowerCase(Locale.ROOT)))
                            .flatMap(point -> new ContactPoints(turn.sql()).owner(point).stream())
                            .filter(contact -> !turn.speaker().contactId().equals(Optional.of(contact)))
                            .findFirst()
                            .ifPresent(turn::about));
        }
        return understanding;
    }
}
