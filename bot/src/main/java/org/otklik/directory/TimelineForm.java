package org.otklik.directory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.access.AccessRules;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Reader;
import org.otklik.contacts.SoughtSlot;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;

/** Shows what there was with a contact, the newest first. */
public final class TimelineForm implements Form {
    private static final String NAME = "timeline";
    private static final String EARLIER = "directory.earlier";
    private static final int PAGE = 12;

    private final Organization organization;
    private final AccessRules access;
    private final SoughtSlot contact = new SoughtSlot(NAME);

    public TimelineForm(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("contacts.timeline");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(contact);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        answers.find(contact)
                .flatMap(new Contacts(turn.sql())::find)
                .ifPresentOrElse(found -> show(turn, found, 0), () -> contact.sayNobody(turn, answers));
    }

    private void show(Turn turn, ContactRecord found, int passedOver) {
        var reader = new Reader(access, turn);
        turn.about(found.getId());
        if (!reader.mayOpen(found)) {
            RequestAccess.sayRestricted(turn, found);
            return;
        }
        var dealings = new Dealings(turn.sql(), organization, reader).of(found.getId(), passedOver, PAGE + 1);
        if (dealings.isEmpty()) {
            turn.say(Text.of(DirectoryText.NO_DEALINGS).with("name", found.getName()));
            return;
        }
        turn.say(Text.of(DirectoryText.TIMELINE).with("name", found.getName()));
        turn.quote(dealings.stream()
                .limit(PAGE)
                .map(dealing -> "\u2022 " + turn.written(dealing.line()))
                .collect(Collectors.joining("\n")));
        if (dealings.size() > PAGE) {
            var next = Map.of("contact", String.valueOf(found.getId()), "passed", String.valueOf(passedOver + PAGE));
            turn.offer(DirectoryText.EARLIER, new Action(EARLIER, next));
        }
    }

    /** The button below a long timeline. */
    public Skill earlier() {
        return new Skill() {
            @Override
            public Set<String> intents() {
                return Set.of(EARLIER);
            }

            @Override
            public void run(Turn turn, Heard heard) {
                if (turn.speaker().isStaff()) {
                    heard.number("contact")
                            .flatMap(new Contacts(turn.sql())::find)
                            .ifPresent(found -> show(
                                    turn,
                                    found,
                                    heard.number("passed").orElse(0L).intValue()));
                }
            }
        };
    }
}
