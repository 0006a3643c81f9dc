package org.otklik.conversation;

import static org.jooq.impl.DSL.insertInto;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.otklik.channels.Address;
import org.otklik.channels.Attachment;
import org.otklik.channels.Threading;
import org.otklik.i18n.Language;

/** Queues what is to be said, in the transaction of what it is about. */
public final class Outbox {
    private final DSLContext sql;

    public Outbox(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * One message on its way to a conversation.
     *
     * @param answers the inbound message that it answers
     * @param files what goes with it
     * @param threadId the thread of letters that it goes on with; empty in a chat, and where it begins one
     */
    public record Draft(
            long conversationId,
            Address to,
            String text,
            Payload.Said payload,
            Language language,
            Optional<Long> answers,
            List<Attachment> files,
            Optional<Long> threadId) {
        public Draft {
            files = List.copyOf(files);
        }

        /** Without files. */
        public Draft(
                long conversationId,
                Address to,
                String text,
                Payload.Said payload,
                Language language,
                Optional<Long> answers) {
            this(conversationId, to, text, payload, language, answers, List.of(), Optional.empty());
        }

        /** In a thread of letters. */
        public Draft in(Optional<Long> thread) {
            return new Draft(conversationId, to, text, payload, language, answers, files, thread);
        }

        Draft with(Threading threading) {
            return new Draft(conversationId, to, text, payload.in(threading), language, answers, files, threadId);
        }
    }

    public long queue(Draft draft, Instant at) {
        long id = sql.fetchSingle(insert(threaded(draft, at), at)).value1();
        new Attachments(sql).keep(id, draft.files());
        return id;
    }

    /** A letter goes out in a thread, so that an answer to it is known again. */
    Draft threaded(Draft draft, Instant at) {
        return new LetterThreads(sql).threaded(draft, at);
    }

    /** The statement that queues one that is threaded, but for its files. */
    static ResultQuery<Record1<Long>> insert(Draft draft, Instant at) {
        return insertInto(MESSAGE)
                .set(MESSAGE.CONVERSATION_ID, draft.conversationId())
                .set(MESSAGE.CHANNEL, draft.to().channel())
                .set(MESSAGE.ACCOUNT, draft.to().account())
                .set(MESSAGE.DIRECTION, "out")
                .set(MESSAGE.STATUS, "queued")
                .set(MESSAGE.BODY, draft.text())
                .set(
                        MESSAGE.PAYLOAD,
                        Json.write(draft.payload().with(draft.files().size())))
                .set(MESSAGE.LANGUAGE, draft.language().code())
                .set(MESSAGE.IN_REPLY_TO, draft.answers().orElse(null))
                .set(MESSAGE.THREAD_ID, draft.threadId().orElse(null))
                .set(MESSAGE.RECEIVED_AT, at)
                .returningResult(MESSAGE.ID);
    }
}
