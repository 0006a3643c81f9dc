package org.otklik.dialogue;

import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.channels.Address;
import org.otklik.conversation.ConversationState;
import org.otklik.conversation.Json;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Payload;
import org.otklik.conversation.States;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;
import org.otklik.schema.tables.records.MessageRecord;
import org.otklik.store.JobQueue;

/** A question to a member of staff that was not answered for a day is asked once more, and then waits in silence. */
public final class UnfinishedReminder {
    private static final Duration PATIENCE = Duration.ofDays(1);

    /**
     * Which question.
     *
     * @param messageId the message that it was asked about
     */
    public record Question(long conversationId, long messageId, Instant askedAt) {}

    public static final TaskDescriptor<Question> TASK = TaskDescriptor.of("unfinished-reminder", Question.class);

    private final Texts texts;

    public UnfinishedReminder(Texts texts) {
        this.texts = texts;
    }

    static void schedule(Turn turn) {
        var question = new Question(turn.conversation().id(), turn.message().id(), turn.at());
        new JobQueue(turn.sql())
                .schedule(
                        TASK,
                        String.valueOf(turn.message().id()),
                        question,
                        turn.at().plus(PATIENCE));
    }

    /** Runs in a transaction that says who changes something. */
    public void remind(DSLContext sql, Question question, Instant at) {
        boolean isStillOpen = new States(sql)
                .around(question.messageId())
                .flatMap(ConversationState::form)
                .map(OpenForm::touchedAt)
                .equals(Optional.of(question.askedAt()));
        if (isStillOpen) {
            sql.selectFrom(MESSAGE)
                    .where(MESSAGE.IN_REPLY_TO.eq(question.messageId()))
                    .and(MESSAGE.CONVERSATION_ID.eq(question.conversationId()))
                    .and(MESSAGE.DIRECTION.eq("out"))
                    .orderBy(MESSAGE.ID.desc())
                    .limit(1)
                    .fetchOptional()
                    .ifPresent(asked -> askAgain(sql, asked, at));
        }
    }

    private void askAgain(DSLContext sql, MessageRecord asked, Instant at) {
        var language =
                Optional.ofNullable(asked.getLanguage()).flatMap(Language::of).orElse(Language.EN);
        var said = Json.read(asked.getPayload(), Payload.Said.class);
        var draft = new Outbox.Draft(
                asked.getConversationId(),
                new Address(asked.getChannel(), asked.getAccount(), address(sql, asked.getConversationId())),
                texts.say(language, DialogueText.UNFINISHED) + "\n\n" + asked.getBody(),
                new Payload.Said(said.choices(), said.author()),
                language,
                Optional.empty());
        new Outbox(sql).queue(draft.in(Optional.ofNullable(asked.getThreadId())), at);
    }

    private static String address(DSLContext sql, long conversationId) {
        return sql.select(CONVERSATION.ADDRESS)
                .from(CONVERSATION)
                .where(CONVERSATION.ID.eq(conversationId))
                .fetchSingle(CONVERSATION.ADDRESS);
    }
}
