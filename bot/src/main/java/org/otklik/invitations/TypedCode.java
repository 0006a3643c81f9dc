package org.otklik.invitations;

import java.security.SecureRandom;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.channels.Letter;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PersonName;
import org.otklik.conversation.Identity;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.Heard;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;
import org.otklik.staff.Invitations;
import org.otklik.staff.Invitations.Newcomer;
import org.otklik.staff.StaffMembers;

/** Makes a colleague of who types the code of an invitation as a plain message. */
public final class TypedCode implements Attentive {
    /** Eight digits, and no more than a word or two that says what they are. */
    private static final Pattern TYPED = Pattern.compile("(?:\\p{L}{2,8}[:\\s]+){0,3}(\\d{4})[ -]?(\\d{4})[.!]?");

    private final SecureRandom random;

    public TypedCode(SecureRandom random) {
        this.random = random;
    }

    @Override
    public Set<String> intents() {
        return Set.of();
    }

    @Override
    public void run(Turn turn, Heard heard) {
        throw new IllegalStateException("a code is never asked for by an intent");
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var typed = TYPED.matcher(turn.message().text().strip());
        if (turn.speaker().isStaff() || !typed.matches() || !isProven(turn)) {
            return false;
        }
        new Invitations(turn.sql(), random)
                .redeemTyped(
                        typed.group(1) + typed.group(2), turn.conversation().id(), turn.at())
                .ifPresentOrElse(newcomer -> admit(turn, newcomer), () -> turn.say(InvitationsText.TYPED_CODE_REFUSED));
        return true;
    }

    /** A letter whose sender the mail server does not vouch for proves nothing about who holds the code. */
    private static boolean isProven(Turn turn) {
        return turn.message()
                .letter()
                .map(letter -> letter.authentication() == Letter.Authentication.PASSED)
                .orElse(true);
    }

    /** Who is known already becomes a colleague with the card that there is; others get one. */
    private static void admit(Turn turn, Newcomer newcomer) {
        var known = turn.speaker().contactId().filter(id -> turn.speaker().isKnown());
        var person = new Contacts.NewPerson(PersonName.parse(newcomer.name()), turn.language(), "invitation");
        long contactId = known.orElseGet(() -> new Contacts(turn.sql()).add(person, turn.at()));
        new StaffMembers(turn.sql()).add(contactId, newcomer.role());
        turn.belongsTo(contactId, Identity.VERIFIED);
        turn.say(Text.of(InvitationsText.ADMITTED)
                .with("name", newcomer.name())
                .with("role", newcomer.role().code()));
    }
}
