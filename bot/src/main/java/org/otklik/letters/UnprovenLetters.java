package org.otklik.letters;

import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.STAFF;
import static org.otklik.schema.Tables.TASK;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.otklik.channels.Letter;
import org.otklik.channels.Letter.Authentication;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Handoffs.Line;
import org.otklik.conversation.Letterbox;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.dialogue.Admission;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;
import org.otklik.tasks.Tasks;
import org.otklik.tasks.Tasks.NewTask;
import org.otklik.tasks.Tasks.Origin;

/**
 * Letters whose sender is not proven. One in the name of a colleague is kept and not obeyed; the colleague is told where they are
 * signed in otherwise, and nothing goes to the address in the letter. Others are answered without their own words and not without
 * end; what comes above that is recorded in silence.
 */
public final class UnprovenLetters implements Admission {
    private static final Duration ONCE_IN = Duration.ofHours(1);

    private final Organization organization;

    public UnprovenLetters(Organization organization) {
        this.organization = organization;
    }

    @Override
    public boolean admits(Turn turn) {
        var unproven = turn.message().letter().filter(letter -> letter.authentication() != Authentication.PASSED);
        if (unproven.isEmpty()) {
            return true;
        }
        var colleague = colleague(turn);
        colleague.ifPresent(member -> warn(turn, member));
        if (colleague.isEmpty()) {
            answerWithCare(turn, unproven.get());
        }
        return colleague.isEmpty();
    }

    private void answerWithCare(Turn turn, Letter letter) {
        var echoes = new Echoes(letter, turn.conversation().address().value());
        turn.reword(echoes::without, Text.of(LettersText.YOUR_LETTER));
        var limits = new AnswerLimits(turn);
        if (!limits.allowOneMore()) {
            turn.keepSilent();
            tellOnce(turn, limits);
        }
    }

    /** Somebody looks at what was not answered; one such task is enough. */
    private void tellOnce(Turn turn, AnswerLimits limits) {
        // Not in the language of the letter, which the sender chooses.
        var title = turn.texts().say(organization.language(), Text.of(LettersText.UNANSWERED_TASK));
        if (isTold(turn, title)) {
            return;
        }
        limits.oneAtATime();
        if (!isTold(turn, title)) {
            var manager = new StaffMembers(turn.sql()).manager().map(Member::id);
            new Tasks(turn.sql())
                    .add(new NewTask(title, Optional.of(turn.at()), manager, Optional.empty(), Origin.SYSTEM));
        }
    }

    private static boolean isTold(Turn turn, String title) {
        return turn.sql().fetchExists(TASK, TASK.TITLE.eq(title).and(TASK.STATUS.eq("open")));
    }

    private void warn(Turn turn, Member colleague) {
        var handoffs = new Handoffs(turn.sql());
        var when = organization.local(turn.message().sentAt());
        var own = handoffs.chatsOf(colleague.id()).stream().findFirst();
        if (own.isPresent()) {
            warn(turn, own.get(), Text.of(LettersText.NOT_PROVEN).with("when", when));
        } else {
            var text = Text.of(LettersText.NOT_PROVEN_OF)
                    .with("name", colleague.name())
                    .with("when", when);
            handoffs.linesOfManagers().stream()
                    .filter(line -> !Letterbox.isLetterbox(line.address()))
                    .forEach(line -> warn(turn, line, text));
        }
    }

    /** Who forges one letter can forge a thousand. */
    private static void warn(Turn turn, Line line, Text text) {
        var answered = MESSAGE.as("answered");
        boolean isWarned = turn.sql()
                .fetchExists(turn.sql()
                        .selectOne()
                        .from(MESSAGE)
                        .join(answered)
                        .on(answered.ID.eq(MESSAGE.IN_REPLY_TO))
                        .where(MESSAGE.CONVERSATION_ID.eq(line.conversationId()))
                        .and(answered.CONVERSATION_ID.eq(turn.conversation().id()))
                        .and(MESSAGE.RECEIVED_AT.gt(turn.at().minus(ONCE_IN))));
        if (!isWarned) {
            turn.notice(line, text, List.<Way>of());
        }
    }

    private static Optional<Member> colleague(Turn turn) {
        return turn.sql()
                .select(STAFF.ID)
                .from(STAFF)
                .join(CONTACT_POINT)
                .on(CONTACT_POINT.CONTACT_ID.eq(STAFF.CONTACT_ID))
                .where(CONTACT_POINT.KIND.eq("email"))
                .and(CONTACT_POINT.VALUE.eq(turn.conversation().address().value()))
                .and(STAFF.ACTIVE)
                .limit(1)
                .fetchOptional(STAFF.ID)
                .flatMap(new StaffMembers(turn.sql())::find);
    }
}
