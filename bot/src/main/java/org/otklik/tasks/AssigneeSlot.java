package org.otklik.tasks;

import com.fasterxml.jackson.databind.node.LongNode;
import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;

/** Who is to do it: whoever asks, unless a colleague is named. A name that is no colleague's is asked about. */
final class AssigneeSlot implements Slot<Long> {
    private static final int CHOICES = 6;

    private final String form;
    private final Organization organization;
    private final TaskWords words;

    AssigneeSlot(String form, Organization organization, TaskWords words) {
        this.form = form;
        this.organization = organization;
        this.words = words;
    }

    @Override
    public String name() {
        return "assignee";
    }

    @Override
    public Class<Long> type() {
        return Long.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return answers.hint(this).isPresent();
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(answers.hint(this)
                .map(name -> Text.of(TasksText.NO_COLLEAGUE).with("name", name))
                .orElse(Text.of(TasksText.WHO_DOES_IT)));
        turn.speaker().staff().ifPresent(me -> offer(turn, Text.of(TasksText.ME), me.id()));
        new StaffMembers(turn.sql())
                .active().stream()
                        .filter(colleague -> turn.speaker().staff().stream().noneMatch(me -> me.id() == colleague.id()))
                        .limit(CHOICES)
                        .forEach(colleague -> offer(
                                turn, Text.of(TasksText.COLLEAGUE).with("name", colleague.name()), colleague.id()));
    }

    private void offer(Turn turn, Text label, long staffId) {
        FormFilling.offer(turn, form, name(), label, LongNode.valueOf(staffId));
    }

    @Override
    public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
        var colleagues = new StaffMembers(turn.sql());
        var named = asked
                ? colleagues
                        .named(understanding)
                        .or(() -> colleagues.named(understanding.text().strip()))
                : request(turn, understanding).colleague();
        return named.map(Member::id);
    }

    private TaskWords.Request request(Turn turn, Understanding understanding) {
        return words.request(
                turn.sql(), understanding, organization.day(turn.message().sentAt()));
    }

    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return request(turn, understanding).stranger();
    }
}
