package org.otklik.letters;

import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.STAFF;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.otklik.channels.Letter.Authentication;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Admission;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;

/**
 * Letters whose sender is not proven. One in the name of a colleague is kept and not obeyed; the colleague is told where they are
 * signed in, and nothing goes to the address in the letter. To others a few answers in an hour are given, so that nobody can
 * make the bot write to a stranger without end.
 */
public final class UnprovenLetters implements Admission {
    private static final int ANSWERS = 5;
    private static final Duration HOUR = Duration.ofHours(1);

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
        colleague.flatMap(new Handoffs(turn.sql())::lineOf).ifPresent(line -> {
            var when = organization.local(turn.message().sentAt());
            turn.notice(line, Text.of(LettersText.NOT_PROVEN).with("when", when), List.<Turn.Way>of());
        });
        return colleague.isEmpty() && answered(turn) < ANSWERS;
    }

    private static Optional<Long> colleague(Turn turn) {
        return turn.sql()
                .select(STAFF.ID)
                .from(STAFF)
                .join(CONTACT_POINT)
                .on(CONTACT_POINT.CONTACT_ID.eq(STAFF.CONTACT_ID))
                .where(CONTACT_POINT.KIND.eq("email"))
                .and(CONTACT_POINT.VALUE.eq(turn.conversation().address().value()))
                .and(STAFF.ACTIVE)
                .limit(1)
                .fetchOptional(STAFF.ID);
    }

    private static int answered(Turn turn) {
        return turn.sql()
                .fetchCount(turn.sql()
                        .selectFrom(MESSAGE)
                        .where(MESSAGE.CONVERSATION_ID.eq(turn.conversation().id()))
                        .and(MESSAGE.DIRECTION.eq("out"))
                        .and(MESSAGE.RECEIVED_AT.gt(turn.at().minus(HOUR))));
    }
}
