package org.otklik.linking;

import static org.otklik.dialogue.DialogueIntents.CODE;
import static org.otklik.dialogue.DialogueIntents.SIGN_IN;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.channels.Letter;
import org.otklik.contacts.AddressProofs;
import org.otklik.contacts.AddressProofs.Purpose;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PersonName;
import org.otklik.contacts.Proven;
import org.otklik.conversation.Identity;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.invitations.InvitationsText;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.AddressProofRecord;
import org.otklik.staff.CodeTries;
import org.otklik.staff.Invitations;
import org.otklik.staff.Invitations.Newcomer;
import org.otklik.staff.StaffMembers;

/**
 * Does what a code stands for that was typed as a plain message, or came by a link: that of a letter to an address proves the address,
 * that of an invitation makes a colleague.
 */
public final class TypedCode implements Attentive {
    /** Eight digits, and no more than a word or two that says what they are. */
    private static final Pattern TYPED = Pattern.compile("(?:\\p{L}{2,8}[:\\s]+){0,3}(\\d{4})[ -]?(\\d{4})[.!]?");

    private static final Pattern OF_LINK = Pattern.compile("[A-Za-z0-9_-]{20,64}");

    private final SecureRandom random;
    private final Skill signIn;
    private final Map<Purpose, Skill> proven = new HashMap<>();
    private final Map<Purpose, String> intents = Map.of(
            Purpose.EXPORT, "privacy.confirm",
            Purpose.ERASURE, "privacy.confirm",
            Purpose.NEWSLETTER, "mailing.confirm",
            Purpose.ANSWER, "cases.confirm_reach",
            Purpose.LINK, "linking.confirm");

    /**
     * @param signIn what the code of a link is for
     * @param confirming those who do what was asked for by whoever has proven an address
     */
    public TypedCode(SecureRandom random, Skill signIn, List<Skill> confirming) {
        this.random = random;
        this.signIn = signIn;
        intents.forEach((purpose, intent) -> proven.put(
                purpose,
                confirming.stream()
                        .filter(skill -> skill.intents().contains(intent))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("nothing does " + intent))));
    }

    @Override
    public Set<String> intents() {
        return Set.of(CODE);
    }

    /** A code that came with a command, and so is one beyond doubt. */
    @Override
    public void run(Turn turn, Heard heard) {
        var code = heard.argument("code").orElseThrow().strip();
        var typed = TYPED.matcher(code);
        if (!isProven(turn)) {
            turn.say(LinkingText.CODE_REFUSED);
        } else if (typed.matches()) {
            redeem(turn, typed.group(1) + typed.group(2));
        } else if (OF_LINK.matcher(code).matches()) {
            var act = Act.pressed(SIGN_IN);
            signIn.run(turn, new Heard("", act, Understanding.pressed(act), Map.of("code", code)));
        } else {
            turn.say(LinkingText.CODE_REFUSED);
        }
    }

    @Override
    public boolean looksIntoForms() {
        return true;
    }

    /** What a form asks for may have eight digits as well: only what is a code beyond doubt is none of its business. */
    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var typed = TYPED.matcher(turn.message().text().strip());
        if (turn.speaker().isStaff() || !typed.matches() || !isProven(turn)) {
            return false;
        }
        var code = typed.group(1) + typed.group(2);
        boolean isForForm = turn.state().form().isPresent() && !LinkAddressForm.isOpen(turn);
        if (isForForm && !isOfLetter(turn, code)) {
            return false;
        }
        redeem(turn, code);
        return true;
    }

    /** Where a code is waited for, digits that an open form gets may be a guess as well, and count as one. */
    private static boolean isOfLetter(Turn turn, String code) {
        var tries = new CodeTries(turn.sql(), turn.conversation().id(), turn.at());
        boolean isCode = tries.areLeft() && proof(turn, code).isPresent();
        if (!isCode
                && new AddressProofs(turn.sql()).isAwaited(turn.conversation().id(), turn.at())) {
            tries.failed();
        }
        return isCode;
    }

    /** A letter whose sender the mail server does not vouch for proves nothing about who holds the code. */
    private static boolean isProven(Turn turn) {
        return turn.message()
                .letter()
                .map(letter -> letter.authentication() == Letter.Authentication.PASSED)
                .orElse(true);
    }

    private static Optional<AddressProofRecord> proof(Turn turn, String code) {
        return new AddressProofs(turn.sql()).typed(code, turn.conversation().id(), turn.at());
    }

    private void redeem(Turn turn, String code) {
        var tries = new CodeTries(turn.sql(), turn.conversation().id(), turn.at());
        var proof = tries.areLeft() ? proof(turn, code) : Optional.<AddressProofRecord>empty();
        if (proof.isPresent()) {
            confirm(turn, proof.get());
        } else if (turn.speaker().isStaff()) {
            turn.say(LinkingText.SIGNED_IN_BEFORE);
        } else {
            new Invitations(turn.sql(), random)
                    .redeemTyped(code, tries, turn.at())
                    .ifPresentOrElse(newcomer -> admit(turn, newcomer), () -> turn.say(LinkingText.CODE_REFUSED));
        }
    }

    private void confirm(Turn turn, AddressProofRecord proof) {
        var purpose = AddressProofs.purpose(proof);
        var act = Act.pressed(intents.getOrDefault(purpose, ""));
        var heard = new Heard("", act, Understanding.pressed(act), Proven.byCode(proof.getId()));
        Optional.ofNullable(proven.get(purpose)).ifPresent(skill -> skill.run(turn, heard));
    }

    /** Who is known already becomes a colleague with the card that there is; others get one. */
    private static void admit(Turn turn, Newcomer newcomer) {
        var known = turn.speaker().contactId().filter(id -> turn.speaker().isKnown());
        var person = new Contacts.NewPerson(PersonName.parse(newcomer.name()), turn.language(), "invitation");
        long contactId = known.orElseGet(() -> new Contacts(turn.sql()).add(person, turn.at()));
        new StaffMembers(turn.sql()).add(contactId, newcomer.role());
        turn.belongsTo(contactId, Identity.VERIFIED);
        LinkAddressForm.close(turn);
        turn.say(Text.of(InvitationsText.ADMITTED)
                .with("name", newcomer.name())
                .with("role", newcomer.role().code()));
    }
}
