package org.otklik.giving;

import java.util.List;
import java.util.Set;
import org.otklik.cases.Cases;
import org.otklik.cases.OpenCase;
import org.otklik.contacts.NotKnown;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.nlu.Entity;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.RecurringGiftRecord;

/** A donor wants to change a gift that comes again. What the bot can't change itself, another card or day, a person does. */
public final class ChangeRecurring implements Skill {
    static final String INTENT = "giving.change_recurring";

    private final Organization organization;
    private final OpenCase cases;
    private final RecurringForm form;

    public ChangeRecurring(Organization organization, RecurringForm form) {
        this.organization = organization;
        this.cases = new OpenCase(organization);
        this.form = form;
    }

    @Override
    public Set<String> intents() {
        return Set.of(INTENT);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (!turn.speaker().isKnown()) {
            NotKnown.refuse(turn, GivingText.ONLY_TO_THE_DONOR);
            return;
        }
        List<RecurringGiftRecord> gifts =
                new RecurringGifts(turn.sql()).of(turn.speaker().contactId().orElseThrow());
        if (gifts.isEmpty()) {
            turn.say(GivingText.NO_RECURRING);
        } else if (form.isFor(heard.whole().only(heard.act()), gifts)) {
            new FormFilling(form).open(turn, heard.whole());
        } else if (hasPassed(turn, heard)) {
            turn.say(GivingText.CHARGE_DAY_PASSED);
        } else {
            cases.passOn(turn, Cases.Kind.REQUEST, heard.text());
        }
    }

    /** Whether the only days that are named are over: nothing can be charged on them. */
    private boolean hasPassed(Turn turn, Heard heard) {
        var today = organization.day(turn.message().sentAt());
        var days = heard.whole().all(Entity.Date.class).toList();
        return !days.isEmpty()
                && days.stream().allMatch(day -> day.value().last().isBefore(today));
    }
}
