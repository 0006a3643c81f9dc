package org.otklik.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** Anger becomes a case at once, with a number and a time by which a person answers; who complains is asked for an address. */
public final class Complaints implements Form {
    private static final String NAME = "complaint";

    private final Organization organization;
    private final OpenCase cases;
    private final ReachForm reach;
    private final Story story = new Story();

    public Complaints(Organization organization, ReachForm reach) {
        this.organization = organization;
        this.cases = new OpenCase(organization);
        this.reach = reach;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("cases.complain");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(story);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var opened = cases.open(turn, Cases.Kind.COMPLAINT, Cases.Priority.HIGH, answers.get(story));
        turn.say(Text.of(CasesText.COMPLAINT_OPENED)
                .with("number", String.valueOf(opened.getNumber()))
                .with("due", organization.local(opened.getFirstReplyDueAt())));
        if (turn.speaker().contactId().isEmpty()) {
            new FormFilling(reach).open(turn, Understanding.nothing());
        }
    }

    /** What happened. A bare "I want to complain" tells nothing yet. */
    private static final class Story implements Slot<String> {
        private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
        private static final int ENOUGH_WORDS = 6;

        @Override
        public String name() {
            return "story";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            turn.say(CasesText.TELL_ME_WHAT_HAPPENED);
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            var text = understanding.text().strip();
            long words = WORD.matcher(text).results().count();
            return words > 0 && (asked || words >= ENOUGH_WORDS) ? Optional.of(text) : Optional.empty();
        }
    }
}
