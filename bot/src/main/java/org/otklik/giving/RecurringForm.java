package org.otklik.giving;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.dialogue.SureSlot;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.RecurringGiftRecord;
import org.otklik.store.JobQueue;

/** Changes a gift that comes again: told first what it is and what it will be, done after a yes. */
public final class RecurringForm implements Form {
    private static final String NAME = "recurring";

    private final Organization organization;
    private final RecurringActionSlot action = new RecurringActionSlot();
    private final WhichGiftSlot gift = new WhichGiftSlot(NAME, action);
    private final NewAmountSlot amount;
    private final PauseSlot until;
    private final SureSlot sure = new SureSlot(NAME) {
        @Override
        protected void question(Turn turn, Answers answers) {
            turn.say(proposal(turn, answers, gift.chosen(turn, answers).orElseThrow()));
        }

        @Override
        public boolean isNeeded(Turn turn, Answers answers) {
            return gift.chosen(turn, answers)
                    .filter(chosen -> answers.get(action).fits(chosen))
                    .isPresent();
        }
    };

    public RecurringForm(Organization organization, EntityRecognizer recognizer) {
        this.organization = organization;
        this.amount = new NewAmountSlot(recognizer, action, gift);
        this.until = new PauseSlot(organization);
    }

    /** Whether the words name something that can be done here. */
    boolean isFor(Understanding understanding, List<RecurringGiftRecord> gifts) {
        return action.named(understanding, gifts).isPresent();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of();
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(action, gift, amount, until, sure);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var chosen = gift.chosen(turn, answers);
        if (chosen.isEmpty() || !answers.get(action).fits(chosen.get())) {
            turn.say(told(GivingText.RECURRING_IS, turn, chosen.orElseGet(() -> gift.any(turn))));
        } else if (answers.find(sure).orElse(false)) {
            change(turn, answers, chosen.get());
        } else {
            turn.say(told(GivingText.RECURRING_KEPT, turn, chosen.get()));
        }
    }

    private Text proposal(Turn turn, Answers answers, RecurringGiftRecord chosen) {
        return switch (answers.get(action)) {
            case AMOUNT -> told(GivingText.ASK_NEW_AMOUNT, turn, chosen).with("then", answers.get(amount));
            case PAUSE, SKIP ->
                resumption(turn, answers, chosen)
                        .map(day ->
                                told(GivingText.ASK_PAUSE_UNTIL, turn, chosen).with("until", day))
                        .orElseGet(() -> told(GivingText.ASK_PAUSE, turn, chosen));
            case RESUME -> told(GivingText.ASK_RESUME, turn, chosen);
            case END ->
                answers.find(until)
                        .map(day -> told(GivingText.ASK_END_ON, turn, chosen).with("until", day))
                        .orElseGet(() -> told(GivingText.ASK_END, turn, chosen));
        };
    }

    private Text told(GivingText key, Turn turn, RecurringGiftRecord chosen) {
        return Text.of(key)
                .with("now", money(chosen))
                .with("period", chosen.getPeriod())
                .with("status", chosen.getStatus())
                .with("next", RecurringGifts.nextDue(chosen, organization.day(turn.at())));
    }

    private static Money money(RecurringGiftRecord gift) {
        return new Money(gift.getAmount(), gift.getCurrency());
    }

    /** Who wants to pass over one instalment wants the one after it. */
    private Optional<LocalDate> resumption(Turn turn, Answers answers, RecurringGiftRecord chosen) {
        return answers.get(action) == RecurringAction.SKIP
                ? Optional.of(RecurringGifts.nextDue(chosen, organization.day(turn.at()))
                        .plusDays(1))
                : answers.find(until);
    }

    private void change(Turn turn, Answers answers, RecurringGiftRecord chosen) {
        var gifts = new RecurringGifts(turn.sql());
        long id = chosen.getId();
        var today = organization.day(turn.at());
        var done = switch (answers.get(action)) {
            case AMOUNT -> {
                gifts.change(id, answers.get(amount).amount());
                yield GivingText.AMOUNT_CHANGED;
            }
            case PAUSE, SKIP -> {
                var resumesOn = resumption(turn, answers, chosen);
                gifts.pause(id, resumesOn);
                resumesOn.ifPresent(day -> resumeOn(turn, id, day));
                yield resumesOn.isPresent() ? GivingText.PAUSED_UNTIL : GivingText.PAUSED;
            }
            case RESUME -> {
                gifts.resume(chosen, today);
                yield GivingText.RESUMED;
            }
            case END -> end(turn, id, answers.find(until));
        };
        var said = told(done, turn, gifts.find(id).orElseThrow());
        turn.say(resumption(turn, answers, chosen)
                .map(day -> said.with("until", day))
                .orElse(said));
        turn.changed();
    }

    /** At once, or with the last instalment before a day that was named. */
    private GivingText end(Turn turn, long giftId, Optional<LocalDate> day) {
        var gifts = new RecurringGifts(turn.sql());
        if (day.isEmpty()) {
            gifts.end(giftId, organization.day(turn.at()));
            return GivingText.ENDED;
        }
        gifts.endOn(giftId, day.get());
        new JobQueue(turn.sql())
                .schedule(
                        EndGift.TASK,
                        giftId + "-" + day.get(),
                        new EndGift.End(giftId, day.get()),
                        day.get().plusDays(1).atStartOfDay(organization.zone()).toInstant());
        return GivingText.ENDS_ON;
    }

    private void resumeOn(Turn turn, long giftId, LocalDate day) {
        new JobQueue(turn.sql())
                .schedule(
                        ResumeGift.TASK,
                        giftId + "-" + day,
                        new ResumeGift.Pause(giftId, day),
                        day.atStartOfDay(organization.zone()).toInstant());
    }
}
