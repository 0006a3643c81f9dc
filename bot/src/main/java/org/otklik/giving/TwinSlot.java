package org.otklik.giving;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.giving.Ledger.Status;
import org.otklik.giving.Ledger.Told;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.GiftRecord;
import org.otklik.staff.StaffMembers;

/** Whether a gift is the same one that is on record already: two colleagues may hear of one promise. */
final class TwinSlot implements Slot<Boolean> {
    private static final String SAME = "same";

    private final String form;
    private final BiFunction<Turn, Answers, Told> told;
    private final Cues words = new Cues("sameness");

    /** @param told the gift that the answers tell of */
    TwinSlot(String form, BiFunction<Turn, Answers, Told> told) {
        this.form = form;
        this.told = told;
    }

    @Override
    public String name() {
        return "twin";
    }

    @Override
    public Class<Boolean> type() {
        return Boolean.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return twin(turn, answers).isPresent();
    }

    /** Somebody may well give the same sum twice on a day: only what somebody else has recorded may be the same money. */
    private Optional<GiftRecord> twin(Turn turn, Answers answers) {
        var ledger = new Ledger(turn.sql());
        var gift = told.apply(turn, answers);
        var me = turn.speaker().staff().orElseThrow().id();
        return ledger.twin(gift)
                .filter(known -> gift.status() == Status.PLEDGED
                        || !ledger.recordedBy(known.getId()).staffId().equals(Optional.of(me)));
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        var author = new Ledger(turn.sql())
                .recordedBy(twin(turn, answers).orElseThrow().getId());
        var me = turn.speaker().staff().orElseThrow().id();
        turn.say(author.staffId()
                .filter(id -> id != me)
                .flatMap(new StaffMembers(turn.sql())::find)
                .map(member -> Text.of(GivingText.TOLD_BY).with("who", member.name()))
                .orElse(Text.of(author.contactId().isPresent() ? GivingText.TOLD_BY_DONOR : GivingText.TOLD_ALREADY)));
        FormFilling.offer(
                turn, form, Map.of(name(), BooleanNode.TRUE), Text.of(GivingText.THE_SAME), Choice.Answer.YES);
        FormFilling.offer(
                turn, form, Map.of(name(), BooleanNode.FALSE), Text.of(GivingText.ANOTHER_ONE), Choice.Answer.NO);
    }

    @Override
    public Optional<Boolean> hear(Turn turn, Understanding understanding, boolean asked) {
        boolean isAnswer = turn.state()
                .form()
                .flatMap(open -> open.asked().filter(name()::equals))
                .isPresent();
        return isAnswer ? words.first(understanding.text()).map(SAME::equals) : Optional.empty();
    }
}
