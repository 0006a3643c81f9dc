package org.otklik.contacts;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.conversation.Letterbox;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.DialogueText;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** Asks somebody unknown for an e-mail address, a phone number or a name on Telegram. */
public final class ReachSlot implements Slot<ContactPoint> {
    /** A name on Telegram, which a colleague can write to; the bot itself can only answer there who has begun. */
    private static final Pattern HANDLE =
            Pattern.compile("(?<![\\w.@])(?:@|t\\.me/)([A-Za-z]\\w{4,31})(?![\\w@]|\\.\\w)");

    /** Nothing but figures, or one word with the mark of an address. */
    private static final Pattern UNREADABLE = Pattern.compile("[+\\d\\s().-]*\\d[\\d\\s().-]*|\\S*@\\S*");

    private final String form;
    private final boolean isOptional;

    /**
     * @param form the form that it belongs to
     * @param isOptional whether it may be passed over
     */
    public ReachSlot(String form, boolean isOptional) {
        this.form = form;
        this.isOptional = isOptional;
    }

    @Override
    public String name() {
        return "reach";
    }

    @Override
    public Class<ContactPoint> type() {
        return ContactPoint.class;
    }

    @Override
    public boolean isOfSpeaker() {
        return true;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return turn.speaker().contactId().isEmpty();
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        boolean isTelegram = turn.conversation().address().channel().equals(PointKind.TELEGRAM.code());
        if (answers.hint(this).isPresent()) {
            turn.say(ContactsText.NO_POINT);
        }
        turn.say(isTelegram ? ContactsText.ASK_REACH : ContactsText.ASK_REACH_ANYWHERE);
        if (isOptional) {
            FormFilling.offer(turn, form, name(), Text.of(DialogueText.SKIP), NullNode.getInstance());
        }
    }

    /** "anna@example", "123": what was meant as an answer, and leads to nobody. */
    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        boolean isAsked = turn.state()
                .form()
                .filter(open -> open.name().equals(form))
                .flatMap(open -> open.asked())
                .filter(name()::equals)
                .isPresent();
        return Optional.of(understanding.text().strip())
                .filter(_ -> isAsked)
                .filter(text -> UNREADABLE.matcher(text).matches());
    }

    /** Where somebody known is reached stands in their record, and changes there. */
    @Override
    public Optional<ContactPoint> hear(Turn turn, Understanding understanding, boolean asked) {
        if (turn.speaker().contactId().isPresent()) {
            return Optional.empty();
        }
        return understanding
                .all(Entity.Email.class)
                .findFirst()
                .map(email -> new ContactPoint(PointKind.EMAIL, email.value()))
                .or(() -> understanding
                        .all(Entity.Phone.class)
                        .findFirst()
                        .map(phone -> new ContactPoint(PointKind.PHONE, phone.value())))
                .or(() -> HANDLE.matcher(understanding.text())
                        .results()
                        .findFirst()
                        .map(handle -> new ContactPoint(PointKind.TELEGRAM, "@" + handle.group(1))))
                .or(() -> ofLetter(turn));
    }

    /** Who writes a letter can be answered where it came from. */
    private static Optional<ContactPoint> ofLetter(Turn turn) {
        return Optional.of(turn.conversation().address())
                .filter(Letterbox::isLetterbox)
                .map(from -> new ContactPoint(PointKind.EMAIL, from.value()));
    }
}
