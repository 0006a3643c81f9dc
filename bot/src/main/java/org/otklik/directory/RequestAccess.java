package org.otklik.directory;

import static org.otklik.dialogue.DialogueText.NO;
import static org.otklik.dialogue.DialogueText.YES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.contacts.AccessRequests;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Reader;
import org.otklik.conversation.Action;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.AccessRequestRecord;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;
import org.otklik.tasks.Tasks;

/** Asks the owner of a restricted contact whether a colleague may see it. A yes holds for a day. */
public final class RequestAccess implements Skill {
    private static final String REQUEST = "directory.request_access";
    private static final String GRANT = "directory.grant_access";
    private static final String REFUSE = "directory.refuse_access";
    private static final String CONTACT = "contact";
    private static final String ASKED = "request";

    private final Organization organization;
    private final AccessRules access;

    public RequestAccess(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
    }

    @Override
    public Set<String> intents() {
        return Set.of(REQUEST, GRANT, REFUSE);
    }

    /** Says of a restricted contact what everybody of the staff may know, and offers to ask for more. */
    static void sayRestricted(Turn turn, ContactRecord contact) {
        turn.say(owner(turn, contact)
                .map(owner -> Text.of(DirectoryText.RESTRICTED).with("owner", owner.name()))
                .orElse(Text.of(DirectoryText.RESTRICTED_UNOWNED))
                .with("name", contact.getName()));
        turn.offer(DirectoryText.REQUEST_ACCESS, Action.of(REQUEST, CONTACT, contact.getId()));
    }

    private static Optional<Member> owner(Turn turn, ContactRecord contact) {
        return Optional.ofNullable(contact.getOwnerId()).flatMap(new StaffMembers(turn.sql())::find);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (turn.speaker().staff().isEmpty()) {
            return;
        }
        switch (heard.act().intent()) {
            case REQUEST ->
                heard.number(CONTACT).flatMap(new Contacts(turn.sql())::find).ifPresent(contact -> ask(turn, contact));
            default ->
                heard.number(ASKED)
                        .flatMap(new AccessRequests(turn.sql())::find)
                        .ifPresent(asked -> decide(turn, asked, heard.act().is(GRANT)));
        }
    }

    /** Opens a card to a colleague where the speaker may; else says whom to ask. */
    void open(Turn turn, ContactRecord contact, Member colleague) {
        if (!contact.getRestricted()) {
            turn.say(Text.of(DirectoryText.ACCESS_FOR_ALL).with("name", contact.getName()));
        } else if (new Reader(access, turn).mayOpen(contact)) {
            var requests = new AccessRequests(turn.sql());
            var until = turn.at().plus(AccessRules.GRANT);
            requests.give(
                    contact.getId(),
                    colleague.id(),
                    turn.speaker().staff().orElseThrow().id(),
                    turn.at(),
                    until);
            turn.changed();
            turn.say(Text.of(DirectoryText.ACCESS_GIVEN)
                    .with("who", colleague.name())
                    .with("until", organization.local(until))
                    .with("name", contact.getName()));
            tell(turn, colleague.id(), true, until, contact);
        } else {
            sayRestricted(turn, contact);
        }
    }

    void ask(Turn turn, ContactRecord contact) {
        var reader = new Reader(access, turn);
        var requests = new AccessRequests(turn.sql());
        var members = new StaffMembers(turn.sql());
        var decider = owner(turn, contact).filter(Member::active).or(members::manager);
        if (reader.mayOpen(contact)) {
            turn.say(DirectoryText.ACCESS_NOT_NEEDED);
        } else if (requests.waiting(contact.getId(), reader.staffId()).isPresent()) {
            turn.say(Text.of(DirectoryText.ACCESS_ASKED_ALREADY).with("name", contact.getName()));
        } else {
            var who = members.find(reader.staffId()).orElseThrow().name();
            var wish = Text.of(DirectoryText.ACCESS_TASK).with("who", who).with("name", contact.getName());
            long task = new Tasks(turn.sql())
                    .add(new Tasks.NewTask(
                            turn.written(wish),
                            Optional.of(organization.firstReplyDue(turn.at())),
                            decider.map(Member::id),
                            Optional.of(contact.getId()),
                            Tasks.Origin.STAFF));
            long request = requests.ask(contact.getId(), reader.staffId(), task, turn.at());
            decider.ifPresent(member -> tell(turn, member.id(), who, contact, request));
            turn.changed();
            turn.say(decider.map(member -> Text.of(DirectoryText.ACCESS_ASKED).with("owner", member.name()))
                    .orElse(Text.of(DirectoryText.ACCESS_ASKED_ALREADY))
                    .with("name", contact.getName()));
        }
    }

    private static void tell(Turn turn, long staffId, String who, ContactRecord contact, long request) {
        var wished = Text.of(DirectoryText.ACCESS_WISHED).with("who", who).with("name", contact.getName());
        var choices = List.of(
                new Way(Text.of(YES), Action.of(GRANT, ASKED, request)),
                new Way(Text.of(NO), Action.of(REFUSE, ASKED, request)));
        new Handoffs(turn.sql()).lineOf(staffId).ifPresent(line -> turn.notice(line, wished, choices));
    }

    private void decide(Turn turn, AccessRequestRecord asked, boolean isYes) {
        long decider = turn.speaker().staff().orElseThrow().id();
        var contact = new Contacts(turn.sql()).find(asked.getContactId()).orElseThrow();
        boolean mayDecide = new Reader(access, turn).mayOpen(contact)
                && asked.getStaffId() != decider
                && asked.getStatus().equals("asked");
        if (!mayDecide) {
            turn.say(DirectoryText.ACCESS_NOT_YOURS);
            return;
        }
        var requests = new AccessRequests(turn.sql());
        var until = turn.at().plus(AccessRules.GRANT);
        if (isYes) {
            requests.grant(asked.getId(), decider, until);
        } else {
            requests.refuse(asked.getId(), decider);
        }
        Optional.ofNullable(asked.getTaskId()).ifPresent(new Tasks(turn.sql())::finish);
        turn.changed();
        turn.say(Text.of(isYes ? DirectoryText.ACCESS_GRANTED : DirectoryText.ACCESS_REFUSED)
                .with("until", organization.local(until))
                .with("name", contact.getName()));
        tell(turn, asked.getStaffId(), isYes, until, contact);
    }

    private void tell(Turn turn, long staffId, boolean isYes, Instant until, ContactRecord contact) {
        var answer = Text.of(isYes ? DirectoryText.ACCESS_OPENED : DirectoryText.ACCESS_DENIED)
                .with("until", organization.local(until))
                .with("name", contact.getName());
        new Handoffs(turn.sql()).lineOf(staffId).ifPresent(line -> turn.notice(line, answer, List.of()));
    }
}
