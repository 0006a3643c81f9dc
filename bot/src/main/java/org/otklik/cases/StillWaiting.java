package org.otklik.cases;

import static org.otklik.schema.Tables.CONVERSATION;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.channels.Address;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.conversation.Letterbox;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Owner;
import org.otklik.conversation.Payload;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.store.JobQueue;

/** Who waits in a chat for a person is told once, after some minutes, that they are not forgotten. */
public final class StillWaiting {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Who waits. */
    public record Waiting(long conversationId, Language language) {}

    public static final TaskDescriptor<Waiting> TASK = TaskDescriptor.of("still-waiting", Waiting.class);

    private final Texts texts;

    public StillWaiting(Texts texts) {
        this.texts = texts;
    }

    /** Nobody sits before their letters and waits. */
    static void schedule(Turn turn) {
        if (!Letterbox.isLetterbox(turn.conversation().address())) {
            new JobQueue(turn.sql())
                    .schedule(
                            TASK,
                            String.valueOf(turn.message().id()),
                            new Waiting(turn.conversation().id(), turn.language()),
                            turn.at().plus(PATIENCE));
        }
    }

    /** Runs in a transaction that says who changes something. */
    public void tell(DSLContext sql, Waiting waiting, Instant at) {
        sql.selectFrom(CONVERSATION)
                .where(CONVERSATION.ID.eq(waiting.conversationId()))
                .and(CONVERSATION.OWNER.eq(Owner.QUEUE.code()))
                .fetchOptional()
                .ifPresent(row -> new Outbox(sql)
                        .queue(
                                new Outbox.Draft(
                                        row.getId(),
                                        new Address(row.getChannel(), row.getAccount(), row.getAddress()),
                                        texts.say(waiting.language(), Text.of(CasesText.STILL_WAITING)),
                                        new Payload.Said(List.of(), Author.BOT),
                                        waiting.language(),
                                        Optional.empty()),
                                at));
    }
}
