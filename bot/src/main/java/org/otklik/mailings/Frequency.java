package org.otklik.mailings;

import static org.otklik.schema.Tables.MAILING_PREFERENCE;

import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.interactions.Interactions;
import org.otklik.nlu.Phrases;
import org.otklik.organization.Organization;

/** Fewer letters, or only about some things: kept as a wish that every mailing heeds, and in the log for those who write them. */
public final class Frequency implements Skill {
    private static final Phrases FREQUENCIES = new Phrases("frequencies");
    private static final String LESS = "less";

    private final Organization organization;

    public Frequency(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Set<String> intents() {
        return Set.of("mailing.frequency");
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var contact = turn.speaker().contactId();
        if (contact.isEmpty()) {
            turn.say(MailingsText.ONLY_TO_SUBSCRIBERS);
            return;
        }
        var words = heard.text().isBlank() ? turn.message().text() : heard.text();
        var frequency = FREQUENCIES.within(words).orElse(LESS);
        turn.sql()
                .insertInto(MAILING_PREFERENCE)
                .set(MAILING_PREFERENCE.CONTACT_ID, contact.get())
                .set(MAILING_PREFERENCE.FREQUENCY, frequency)
                .set(MAILING_PREFERENCE.WORDS, words)
                .set(MAILING_PREFERENCE.AT, turn.at())
                .set(MAILING_PREFERENCE.MESSAGE_ID, turn.message().id())
                .execute();
        new Interactions(turn.sql())
                .add(new Interactions.OwnWords(
                        contact.get(),
                        organization.day(turn.message().sentAt()),
                        words,
                        turn.conversation().address().channel(),
                        turn.message().id()));
        turn.say(Text.of(MailingsText.OFTEN).with("frequency", frequency));
        turn.changed();
    }
}
