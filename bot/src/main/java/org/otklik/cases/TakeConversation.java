package org.otklik.cases;

import static org.otklik.schema.Tables.MESSAGE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Payload;
import org.otklik.conversation.Speaker.Staff;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.DialogueIntents;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;

/** A member of staff answers a visitor: what either writes goes to the other, until the conversation is given back. */
public final class TakeConversation implements Skill {
    static final String TAKE = "cases.take";
    static final String CONVERSATION = "conversation";

    /** What a member of staff types to give the conversation back to the bot; a command, the same in every language. */
    private static final String RETURN = "/return";

    private static final int SHOWN = 5;

    @Override
    public Set<String> intents() {
        return Set.of(TAKE, DialogueIntents.FROM_STAFF, DialogueIntents.TO_STAFF);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        switch (heard.act().intent()) {
            case DialogueIntents.FROM_STAFF -> fromStaff(turn);
            case DialogueIntents.TO_STAFF -> toStaff(turn);
            default -> take(turn, heard);
        }
    }

    private static void take(Turn turn, Heard heard) {
        var waiting = heard.number(CONVERSATION).or(() -> new Cases(turn.sql()).longestWaiting());
        if (waiting.isEmpty()) {
            turn.say(CasesText.NOBODY_WAITS);
            return;
        }
        long id = waiting.get();
        if (!new Handoffs(turn.sql()).take(id, staff(turn).id())) {
            turn.say(CasesText.TAKEN_ALREADY);
            return;
        }
        turn.state(turn.state().relayingTo(id));
        turn.say(CasesText.YOU_ANSWER);
        lastWords(turn, id);
    }

    private static void lastWords(Turn turn, long conversationId) {
        var words = turn.sql()
                .select(MESSAGE.BODY)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(conversationId))
                .and(MESSAGE.DIRECTION.eq("in"))
                .and(MESSAGE.BODY.ne(""))
                .orderBy(MESSAGE.ID.desc())
                .limit(SHOWN)
                .fetch(MESSAGE.BODY)
                .reversed();
        words.forEach(said -> turn.quote("> " + said));
    }

    private static void fromStaff(Turn turn) {
        long id = turn.state().relay().orElseThrow();
        var line = new Handoffs(turn.sql()).takenBy(id, staff(turn).id());
        var text = turn.message().text();
        if (line.isEmpty()) {
            turn.state(turn.state().withoutRelay());
            turn.say(CasesText.NO_LONGER_YOURS);
        } else if (text.strip().equals(RETURN)) {
            new Handoffs(turn.sql()).release(id);
            turn.state(turn.state().withoutRelay());
            turn.say(CasesText.GIVEN_BACK);
        } else {
            new Cases(turn.sql()).answered(id, turn.at());
            pass(turn, line.get(), text, Author.STAFF);
        }
    }

    private static void toStaff(Turn turn) {
        turn.conversation()
                .assigneeId()
                .flatMap(new Handoffs(turn.sql())::lineOf)
                .ifPresent(line -> pass(turn, line, "> " + turn.message().text(), Author.BOT));
    }

    private static void pass(Turn turn, Handoffs.Line line, String text, Author author) {
        turn.notice(new Outbox.Draft(
                line.conversationId(),
                line.address(),
                text,
                new Payload.Said(List.of(), author),
                line.language(),
                Optional.of(turn.message().id())));
    }

    private static Staff staff(Turn turn) {
        return turn.speaker().staff().orElseThrow();
    }
}
