package org.otklik.conversation;

import static org.otklik.schema.Tables.LETTER_REFERENCE;
import static org.otklik.schema.Tables.LETTER_THREAD;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.channels.Letter;
import org.otklik.channels.Letter.Authentication;
import org.otklik.channels.Threading;
import org.otklik.schema.tables.records.LetterThreadRecord;

/**
 * The threads of letters. A letter goes on with a thread by the address that it went to, or by the Message-IDs that it names, never by its
 * subject. Only whom the conversation is with can go on with its threads, and what nothing proves to be theirs does not join what
 * is proven.
 */
final class LetterThreads {
    private static final int BACK = 10;

    private final DSLContext sql;

    LetterThreads(DSLContext sql) {
        this.sql = sql;
    }

    /** The thread of an inbound message; empty where conversations have none. Runs under the lock of the conversation. */
    Optional<LetterThreadRecord> of(Conversation conversation, Inbound message, Instant now) {
        if (!Letterbox.isLetterbox(conversation.address())) {
            return Optional.empty();
        }
        var thread = pressed(conversation, message)
                .or(() -> message.letter().flatMap(letter -> known(conversation, letter)))
                .orElseGet(() -> begin(conversation, message.letter(), now));
        sql.update(MESSAGE)
                .set(MESSAGE.THREAD_ID, thread.getId())
                .where(MESSAGE.ID.eq(message.id()))
                .execute();
        message.letter().ifPresent(letter -> remember(thread.getId(), letter));
        return Optional.of(thread);
    }

    private Optional<LetterThreadRecord> pressed(Conversation conversation, Inbound message) {
        return message.press()
                .flatMap(press -> find(LETTER_THREAD.ID.in(sql.select(MESSAGE.THREAD_ID)
                        .from(MESSAGE)
                        .where(MESSAGE.ID.eq(press.messageId()))
                        .and(MESSAGE.CONVERSATION_ID.eq(conversation.id())))));
    }

    private Optional<LetterThreadRecord> known(Conversation conversation, Letter letter) {
        if (letter.forwarded().isPresent()) {
            return Optional.empty();
        }
        boolean isProven = isProven(letter);
        var mine = LETTER_THREAD
                .CONVERSATION_ID
                .eq(conversation.id())
                .and(LETTER_THREAD.IS_PROVEN.isNull().or(LETTER_THREAD.IS_PROVEN.eq(isProven)));
        var found = letter.token()
                .flatMap(token -> find(mine.and(LETTER_THREAD.TOKEN.eq(token))))
                .or(() -> find(mine.and(LETTER_THREAD.ID.in(named(conversation, ids(letter))))));
        return found.map(thread -> thread.getIsProven() == null ? joined(thread, isProven) : thread);
    }

    /** Somebody answers first in a thread that we have begun. */
    private LetterThreadRecord joined(LetterThreadRecord thread, boolean isProven) {
        var state = Json.read(thread.getState(), ConversationState.class);
        return sql.update(LETTER_THREAD)
                .set(LETTER_THREAD.IS_PROVEN, isProven)
                .set(LETTER_THREAD.STATE, Json.write(state.after(latest(thread.getConversationId(), isProven))))
                .where(LETTER_THREAD.ID.eq(thread.getId()))
                .returning()
                .fetchSingle();
    }

    /** What is remembered of the thread that somebody wrote in last; nobody can take back what was not proven to be theirs. */
    private ConversationState latest(long conversationId, boolean isProven) {
        return find(LETTER_THREAD.CONVERSATION_ID.eq(conversationId).and(LETTER_THREAD.IS_PROVEN.eq(isProven)))
                .map(before -> Json.read(before.getState(), ConversationState.class))
                .orElse(ConversationState.EMPTY);
    }

    /** The threads in which letters were named so, or in which we have named ours so. */
    private List<Long> named(Conversation conversation, Collection<String> messageIds) {
        return sql.select(LETTER_REFERENCE.THREAD_ID)
                .from(LETTER_REFERENCE)
                .join(LETTER_THREAD)
                .on(LETTER_THREAD.ID.eq(LETTER_REFERENCE.THREAD_ID))
                .where(LETTER_REFERENCE.MESSAGE_ID.in(messageIds))
                .and(LETTER_THREAD.CONVERSATION_ID.eq(conversation.id()))
                .union(sql.select(MESSAGE.THREAD_ID)
                        .from(MESSAGE)
                        .where(MESSAGE.CONVERSATION_ID.eq(conversation.id()))
                        .and(MESSAGE.DIRECTION.eq("out"))
                        .and(MESSAGE.EXTERNAL_ID.in(messageIds))
                        .and(MESSAGE.THREAD_ID.isNotNull()))
                .fetch(LETTER_REFERENCE.THREAD_ID);
    }

    private Optional<LetterThreadRecord> find(Condition which) {
        return sql.selectFrom(LETTER_THREAD)
                .where(which)
                .orderBy(LETTER_THREAD.TOUCHED_AT.desc(), LETTER_THREAD.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    private LetterThreadRecord begin(Conversation conversation, Optional<Letter> first, Instant now) {
        var isProven = first.map(LetterThreads::isProven);
        var before = isProven.map(proven -> latest(conversation.id(), proven)).orElse(ConversationState.EMPTY);
        return begin(conversation.id(), isProven, ConversationState.EMPTY.after(before), now);
    }

    private LetterThreadRecord begin(
            long conversationId, Optional<Boolean> isProven, ConversationState state, Instant now) {
        return sql.insertInto(LETTER_THREAD)
                .set(LETTER_THREAD.CONVERSATION_ID, conversationId)
                .set(LETTER_THREAD.IS_PROVEN, isProven.orElse(null))
                .set(LETTER_THREAD.STATE, Json.write(state))
                .set(LETTER_THREAD.TOUCHED_AT, now)
                .returning()
                .fetchSingle();
    }

    private void remember(long threadId, Letter letter) {
        var insert = sql.insertInto(LETTER_REFERENCE, LETTER_REFERENCE.MESSAGE_ID, LETTER_REFERENCE.THREAD_ID);
        for (var id : ids(letter)) {
            insert = insert.values(id, threadId);
        }
        if (!ids(letter).isEmpty()) {
            insert.onConflictDoNothing().execute();
        }
    }

    /** Its own, since an answer to it may have come before it, and those that it answers; a letter that is passed on answers nothing. */
    private static List<String> ids(Letter letter) {
        var ids = new ArrayList<String>();
        letter.messageId().ifPresent(ids::add);
        if (letter.forwarded().isEmpty()) {
            ids.addAll(letter.references());
        }
        return ids.stream().distinct().toList();
    }

    private static boolean isProven(Letter letter) {
        return letter.authentication() == Authentication.PASSED;
    }

    /** A letter of ours as it goes out in its thread, which begins with it where it is in none. */
    Outbox.Draft threaded(Outbox.Draft draft, Instant now) {
        if (!Letterbox.isLetterbox(draft.to())) {
            return draft;
        }
        var thread = draft.threadId()
                .flatMap(id -> find(LETTER_THREAD.ID.eq(id)))
                .orElseGet(() -> begin(
                        draft.conversationId(),
                        Optional.empty(),
                        ConversationState.EMPTY.offering(draft.payload().choices()),
                        now));
        var threading = draft.payload()
                .threading()
                .or(() -> goingOn(thread.getId()))
                .orElseGet(() -> Threads.beginning(draft.text()));
        return draft.in(Optional.of(thread.getId())).with(threading.answeredTo(thread.getToken()));
    }

    /** After the last letter of the other side, or of ours where they have written none. */
    private Optional<Threading> goingOn(long threadId) {
        return sql
                .select(Inbound.COLUMNS)
                .from(MESSAGE)
                .where(MESSAGE.THREAD_ID.eq(threadId))
                .orderBy(MESSAGE.DIRECTION, MESSAGE.ID.desc())
                .limit(BACK)
                .fetchInto(MESSAGE)
                .stream()
                .flatMap(last -> last.getDirection().equals("in")
                        ? Threads.answering(Inbound.of(last)).stream()
                        : Threads.after(last).stream())
                .findFirst();
    }
}
