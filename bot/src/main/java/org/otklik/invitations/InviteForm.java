package org.otklik.invitations;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.otklik.access.AccessRules;
import org.otklik.access.Role;
import org.otklik.confirmations.ByCode;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.EnumSlot;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.staff.Invitations;
import org.otklik.staff.StaffMembers;

/** An admin invites a colleague with a code, has one sign in anew, or gives one another role. Nobody is a colleague before the code was used. */
public final class InviteForm implements Form {
    private static final String NAME = "invitation";

    private final AccessRules access;
    private final SecureRandom random;
    private final ByCode byCode;
    private final Who who = new Who();
    private final As as = new As();

    public InviteForm(AccessRules access, SecureRandom random, ByCode byCode) {
        this.access = access;
        this.random = random;
        this.byCode = byCode;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** None by itself: who may invite is found out before anything is asked. */
    @Override
    public Set<String> intents() {
        return Set.of();
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(who, as);
    }

    /** Opens the form for those who may invite, and tells others whom to ask. */
    public Skill opening() {
        return new Opening();
    }

    private final class Opening implements Attentive {
        private static final int FEW_WORDS = 8;

        private final Cues rights = new Cues("rights");
        private final Cues roles = new Cues("staff-roles");

        @Override
        public Set<String> intents() {
            return Set.of("staff.invite");
        }

        @Override
        public void run(Turn turn, Heard heard) {
            open(turn, heard.whole());
        }

        /** "Make me an administrator", "appoint Olga Belova manager": a role for somebody who is named, or who asks. */
        @Override
        public boolean claim(Turn turn, Understanding understanding) {
            var text = understanding.text().strip();
            boolean opens = rights.in(text).stream()
                    .findFirst()
                    .filter(found ->
                            found.name().equals("promote") && found.span().start() == 0)
                    .isPresent();
            boolean isRole =
                    roles.in(text).stream().anyMatch(found -> !found.name().equals(As.ANNOUNCED));
            boolean isOfColleague = rights.has(text, "myself")
                    || new StaffMembers(turn.sql()).named(understanding).isPresent();
            boolean isMeant = turn.speaker().isStaff()
                    && opens
                    && isRole
                    && isOfColleague
                    && text.split("\\s+").length <= FEW_WORDS;
            if (isMeant) {
                open(turn, understanding);
            }
            return isMeant;
        }

        private void open(Turn turn, Understanding understanding) {
            if (mayInvite(turn)) {
                new FormFilling(InviteForm.this).open(turn, understanding);
            } else {
                refuse(turn);
            }
        }
    }

    private boolean mayInvite(Turn turn) {
        return turn.speaker()
                .staff()
                .filter(staff -> access.mayAdminister(staff.role()))
                .isPresent();
    }

    static void refuse(Turn turn) {
        var admins = new StaffMembers(turn.sql())
                .admins().stream().map(StaffMembers.Member::name).toList();
        turn.say(Text.of(InvitationsText.ONLY_ADMINS).with("admins", admins));
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        if (!mayInvite(turn)) {
            refuse(turn);
            return;
        }
        var name = answers.get(who);
        var role = answers.get(as);
        if (ByCode.isNeeded(turn)) {
            var member = new StaffMembers(turn.sql()).named(name);
            var what = Text.of(InvitationsText.WOULD_GRANT)
                    .with("name", member.map(StaffMembers.Member::name).orElse(name))
                    .with("isNew", member.isEmpty() ? "yes" : "no")
                    .with("role", role.code());
            byCode.ask(turn, what, new Action(Granted.INTENT, Map.of(Granted.WHO, name, Granted.ROLE, role.code())));
        } else {
            grant(turn, name, role);
        }
    }

    private void grant(Turn turn, String name, Role role) {
        new StaffMembers(turn.sql())
                .named(name)
                .ifPresentOrElse(member -> change(turn, member, role), () -> invite(turn, name, role));
    }

    /** Invites, or changes a role, once the code for it was sent back. */
    public Skill confirmed() {
        return new Granted();
    }

    private final class Granted implements Skill {
        private static final String INTENT = "staff.granted";
        private static final String WHO = "who";
        private static final String ROLE = "role";

        @Override
        public Set<String> intents() {
            return Set.of(INTENT);
        }

        @Override
        public void run(Turn turn, Heard heard) {
            if (mayInvite(turn)) {
                grant(
                        turn,
                        heard.argument(WHO).orElseThrow(),
                        Role.of(heard.argument(ROLE).orElseThrow()));
            } else {
                refuse(turn);
            }
        }
    }

    private void invite(Turn turn, String name, Role role) {
        var code = new Invitations(turn.sql(), random).invite(new Invitations.Newcomer(name, role), turn.at());
        turn.say(Text.of(InvitationsText.INVITED)
                .with("name", name)
                .with("role", role.code())
                .with("code", code));
    }

    private void change(Turn turn, StaffMembers.Member member, Role role) {
        if (member.role() == role) {
            inviteAgain(turn, member);
            return;
        }
        var staff = new StaffMembers(turn.sql());
        boolean isLastAdmin = member.role() == Role.ADMIN && staff.admins().size() == 1;
        if (isLastAdmin && role != Role.ADMIN) {
            turn.say(InvitationsText.LAST_ADMIN);
            return;
        }
        staff.add(member.contactId(), role);
        turn.changed();
        turn.say(Text.of(InvitationsText.ROLE_CHANGED)
                .with("name", member.name())
                .with("role", role.code())
                .with("before", member.role().code()));
    }

    /** Who is a colleague already, in this very role, is to sign in once more. */
    private void inviteAgain(Turn turn, StaffMembers.Member member) {
        var code = new Invitations(turn.sql(), random).create(member.id(), turn.at());
        turn.say(Text.of(InvitationsText.INVITED_AGAIN)
                .with("name", member.name())
                .with("role", member.role().code())
                .with("code", code));
    }

    /** Who is invited. */
    private static final class Who implements Slot<String> {
        private static final int LONGEST = 100;
        private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
        private static final Cues SMALL = new Cues("function");
        private static final Pattern BARE = Pattern.compile("[\\p{L}’'.-]{2,40}(?: [\\p{L}’'.-]{1,40}){0,3}");

        @Override
        public String name() {
            return "who";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            if (answers.hint(this).isPresent() && !answers.wasRefused(this)) {
                turn.say(InvitationsText.NOT_A_NAME);
            }
            turn.say(InvitationsText.WHO_IS_INVITED);
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            return understanding
                    .all(Entity.Person.class)
                    .map(person -> person.name().base())
                    .findFirst()
                    .or(() -> asked
                            ? Optional.of(understanding.text().strip())
                                    .filter(text -> BARE.matcher(text).matches() || isImpossible(text))
                            : Optional.empty());
        }

        /** "Invite X as a manager": what stands there instead of a name. */
        @Override
        public Optional<String> hint(Turn turn, Understanding understanding) {
            return WORD.matcher(understanding.text())
                    .results()
                    .map(MatchResult::group)
                    .filter(word -> isImpossible(word) && !SMALL.has(word, "function"))
                    .findFirst();
        }

        private static boolean isImpossible(String name) {
            return name.length() < 2 || name.length() > LONGEST;
        }

        @Override
        public Optional<Text> objection(Turn turn, String value) {
            return isImpossible(value) ? Optional.of(Text.of(InvitationsText.NOT_A_NAME)) : Optional.empty();
        }
    }

    /** In which role. */
    private static final class As extends EnumSlot<Role> {
        private static final String ANNOUNCED = "announced";
        private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}-]*");
        private static final Cues SMALL = new Cues("function");

        private final Cues roles = new Cues("staff-roles");

        As() {
            super(NAME, "role", Role.class, InvitationsText.WHICH_ROLE);
        }

        @Override
        protected Text label(Role role) {
            return Text.of(InvitationsText.ROLE).with("role", role.code());
        }

        /** "As a wizard": a word behind the one that announces a role, and none of ours. */
        @Override
        public Optional<String> hint(Turn turn, Understanding understanding) {
            var text = understanding.text();
            boolean isAsked = turn.state()
                    .form()
                    .filter(open -> open.name().equals(NAME))
                    .flatMap(open -> open.asked())
                    .filter(name()::equals)
                    .isPresent();
            if (isAsked && WORD.matcher(text.strip()).matches()) {
                return Optional.of(text.strip());
            }
            return roles.in(text).stream()
                    .filter(found -> found.name().equals(ANNOUNCED))
                    .flatMap(found -> WORD.matcher(text)
                            .region(found.span().end(), text.length())
                            .results())
                    .map(MatchResult::group)
                    .filter(word -> !SMALL.has(word, "function"))
                    .findFirst();
        }

        @Override
        protected Optional<Text> reason(Answers answers) {
            return answers.hint(this)
                    .map(word -> Text.of(InvitationsText.NO_SUCH_ROLE).with("role", word));
        }

        @Override
        public Optional<Role> hear(Turn turn, Understanding understanding, boolean asked) {
            return roles.in(understanding.text()).stream()
                    .filter(found -> !found.name().equals(ANNOUNCED))
                    .map(found -> Role.of(found.name().toLowerCase(Locale.ROOT).replace('-', '_')))
                    .findFirst();
        }
    }
}
