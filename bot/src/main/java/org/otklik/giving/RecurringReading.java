package org.otklik.giving;

import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Mood;
import org.otklik.nlu.Understanding;

/** "I want to give 1500 a quarter": of somebody who gives so already it is the gift that comes again, and not one more. */
public final class RecurringReading implements Preparation {
    private static final Cues PERIODS = new Cues("gift-periods");

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        boolean isMeant = !PERIODS.in(understanding.text()).isEmpty()
                && understanding.acts().stream().anyMatch(RecurringReading::isWish)
                && turn.speaker().isKnown()
                && turn.speaker()
                        .contactId()
                        .filter(contact ->
                                !new RecurringGifts(turn.sql()).of(contact).isEmpty())
                        .isPresent();
        return isMeant
                ? understanding.with(understanding.acts().stream()
                        .map(act -> isWish(act) ? act.as(ChangeRecurring.INTENT) : act)
                        .toList())
                : understanding;
    }

    private static boolean isWish(Act act) {
        return act.is(PledgeForm.DONATE)
                && act.mood() != Mood.DONE
                && !PERIODS.in(act.text()).isEmpty();
    }
}
