package org.otklik.invitations;

import java.util.Optional;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.confirmations.ByCode;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.tasks.Tasks;

/** An admin ends a colleague's access: in a chat after a button, by mail after a code. */
public final class RevokeAccess implements Attentive {
    private static final String REVOKED = "staff.revoked";
    private static final String WHO = "staff";
    private static final int FEW_WORDS = 6;

    private final AccessRules access;
    private final ByCode byCode;
    private final Phrases revoking = new Phrases("revoking");
    private final Cues rights = new Cues("rights");

    public RevokeAccess(AccessRules access, ByCode byCode) {
        this.access = access;
        this.byCode = byCode;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        boolean isMeant =
                turn.speaker().isStaff() && (revoking.isIn(understanding.text()) || dismisses(turn, understanding));
        if (isMeant) {
            ask(turn, understanding);
        }
        return isMeant;
    }

    /** "Fire Olga Belova": nothing but the verb and a colleague. */
    private boolean dismisses(Turn turn, Understanding understanding) {
        var text = understanding.text().strip();
        return rights.in(text).stream()
                        .findFirst()
                        .filter(found ->
                                found.name().equals("dismiss") && found.span().start() == 0)
                        .isPresent()
                && text.split("\\s+").length <= FEW_WORDS
                && colleague(turn, understanding).isPresent();
    }

    /** Also by a word that only our records show to be a name. */
    private static Optional<StaffMembers.Member> colleague(Turn turn, Understanding understanding) {
        var staff = new StaffMembers(turn.sql());
        return staff.named(understanding).or(() -> {
            var named = new Mentions(new Contacts(turn.sql()), understanding).everybody();
            var ids = named.stream().map(ContactRecord::getId).toList();
            var found = staff.active().stream()
                    .filter(member -> ids.contains(member.contactId()))
                    .toList();
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        });
    }

    private void ask(Turn turn, Understanding understanding) {
        if (!mayRevoke(turn)) {
            InviteForm.refuse(turn);
            return;
        }
        var leaver = colleague(turn, understanding);
        if (leaver.isEmpty()) {
            turn.say(InvitationsText.REVOKE_WHOM);
        } else if (isLastAdmin(turn, leaver.get())) {
            turn.say(InvitationsText.LAST_ADMIN);
        } else {
            var what = Text.of(InvitationsText.WOULD_REVOKE)
                    .with("name", leaver.get().name())
                    .with("tasks", new Tasks(turn.sql()).countOf(leaver.get().id()));
            var action = Action.of(REVOKED, WHO, leaver.get().id());
            if (ByCode.isNeeded(turn)) {
                byCode.ask(turn, what, action);
            } else {
                turn.say(what);
                turn.offer(Text.of(InvitationsText.REVOKE), action, Answer.YES);
            }
        }
    }

    private boolean mayRevoke(Turn turn) {
        return turn.speaker()
                .staff()
                .filter(staff -> access.mayAdminister(staff.role()))
                .isPresent();
    }

    private boolean isLastAdmin(Turn turn, StaffMembers.Member leaver) {
        return access.mayAdminister(leaver.role())
                && new StaffMembers(turn.sql()).admins().size() == 1;
    }

    /** Does it. */
    public Skill confirmed() {
        return new Skill() {
            @Override
            public Set<String> intents() {
                return Set.of(REVOKED);
            }

            @Override
            public void run(Turn turn, Heard heard) {
                if (mayRevoke(turn)) {
                    revoke(turn, heard.number(WHO).flatMap(new StaffMembers(turn.sql())::find));
                } else {
                    InviteForm.refuse(turn);
                }
            }
        };
    }

    private void revoke(Turn turn, Optional<StaffMembers.Member> leaver) {
        var staff = new StaffMembers(turn.sql());
        var member = leaver.filter(StaffMembers.Member::active);
        if (member.isEmpty()) {
            turn.say(InvitationsText.REVOKE_WHOM);
        } else if (isLastAdmin(turn, member.get())) {
            turn.say(InvitationsText.LAST_ADMIN);
        } else {
            var successor = staff.get(turn.speaker().staff().orElseThrow().id());
            int tasks = new RevokeStaff(turn.sql(), turn.at()).revoke(member.get(), successor);
            turn.changed();
            turn.say(Text.of(InvitationsText.REVOKED)
                    .with("name", member.get().name())
                    .with("tasks", tasks));
        }
    }
}
