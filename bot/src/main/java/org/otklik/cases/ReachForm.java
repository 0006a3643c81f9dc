package org.otklik.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.ContactPoint;
import org.otklik.contacts.Introductions;
import org.otklik.contacts.NameSlot;
import org.otklik.contacts.PointKind;
import org.otklik.contacts.ReachSlot;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.organization.Organization;

/** Asks somebody whose case was opened where an answer would find them. It may be passed over. */
public final class ReachForm implements Form {
    private static final String NAME = "reach";

    private final Organization organization;
    private final ReachSlot reach = new ReachSlot(NAME, true);
    private final NameSlot name;

    public ReachForm(Organization organization) {
        this.organization = organization;
        this.name = new NameSlot(organization) {
            @Override
            public boolean isNeeded(Turn turn, Answers answers) {
                return super.isNeeded(turn, answers)
                        && answers.find(reach)
                                .filter(point -> !isProvable(point))
                                .isPresent();
            }
        };
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
        return List.of(reach, name);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        answers.find(reach)
                .ifPresentOrElse(
                        point -> {
                            if (answers.find(name).isEmpty() && isProvable(point)) {
                                ProvenReach.ask(
                                        turn,
                                        point.value(),
                                        organization.mailbox().orElseThrow());
                            } else {
                                keep(turn, answers, point);
                            }
                        },
                        () -> turn.say(CasesText.WAITS_FOR_YOU));
    }

    /** An address without a name makes nobody known: it is proven by a letter. */
    private boolean isProvable(ContactPoint point) {
        return point.kind() == PointKind.EMAIL && organization.mailbox().isPresent();
    }

    private void keep(Turn turn, Answers answers, ContactPoint point) {
        long contactId = new Introductions(turn).introduce(answers.get(name), Optional.of(point));
        new Cases(turn.sql()).belongTo(contactId, turn.conversation().id());
        turn.say(CasesText.REACH_KEPT);
    }
}
