package org.otklik.conversation;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.update;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.otklik.channels.Attachment;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.TextKey;
import org.otklik.i18n.Texts;

/**
 * One inbound message being answered, in one transaction: the message, who wrote it, what the bot remembers, and what it will
 * say. All of it is committed, or none.
 */
public final class Turn {
    private final DSLContext sql;
    private final Conversation conversation;
    private final Inbound message;
    private Speaker speaker;
    private final long id;
    private final Instant at;
    private final Texts texts;
    private final List<Object> said = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<Attachment> attached = new ArrayList<>();
    private final List<Outbox.Draft> notices = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Queue<String> readOn = new ArrayDeque<>();
    private boolean isReadingOn;
    private Optional<Long> topic = Optional.empty();
    private boolean changed;
    private boolean isHandedOver;
    private final ConversationState before;
    private ConversationState state;
    private Language language;
    private @Nullable JSONB understanding;

    private record Offer(Text label, Action action, Choice.Answer answer) {}

    Turn(
            DSLContext sql,
            Conversation conversation,
            ConversationState state,
            Inbound message,
            Speaker speaker,
            long id,
            Instant at,
            Texts texts,
            Language language) {
        this.sql = sql;
        this.conversation = conversation;
        this.before = state;
        this.state = state;
        this.message = message;
        this.speaker = speaker;
        this.id = id;
        this.at = at;
        this.texts = texts;
        this.language = language;
    }

    /** The transaction, for the stores. */
    public DSLContext sql() {
        return sql;
    }

    /** The number under which the changes of this turn are recorded. */
    public long id() {
        return id;
    }

    public Conversation conversation() {
        return conversation;
    }

    public Inbound message() {
        return message;
    }

    public Speaker speaker() {
        return speaker;
    }

    /** The clock's time: what is written is stamped with it. What was said is dated by {@link Inbound#sentAt}. */
    public Instant at() {
        return at;
    }

    public ConversationState state() {
        return state;
    }

    public void state(ConversationState next) {
        state = next;
    }

    /** The language of the reply. */
    public Language language() {
        return language;
    }

    public void speak(Language replies) {
        language = replies;
    }

    /** Keeps a record that was written or put right, so that it can be put right in words or taken back. */
    public void wrote(Entry entry) {
        entries.add(entry);
    }

    /** Says that records were changed that can only be taken back together. */
    public void changed() {
        changed = true;
    }

    public boolean hasWritten() {
        return changed || !entries.isEmpty();
    }

    /** The records of this turn, in the order written. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Notes whom the message speaks of. */
    public void about(long contactId) {
        topic = Optional.of(contactId);
        state = state.about(contactId);
    }

    /** Has words read that waited for what was found out now, as if they were said here. */
    public void readOn(String words) {
        readOn.add(words);
    }

    /** The next words that waited. */
    public Optional<String> next() {
        isReadingOn |= !readOn.isEmpty();
        return Optional.ofNullable(readOn.poll());
    }

    /** Whether words are read that waited, and not the message itself. */
    public boolean isReadingOn() {
        return isReadingOn;
    }

    /** Whom this message has spoken of so far. */
    public Optional<Long> topic() {
        return topic;
    }

    /** Keeps what was understood beside the message. */
    public void understood(JSONB result) {
        understanding = result;
    }

    public void say(TextKey key) {
        say(Text.of(key));
    }

    public void say(Text text) {
        said.add(text);
    }

    /** Says words that are nobody's text: an article's passage, what a person wrote. */
    public void quote(String words) {
        said.add(words);
    }

    public boolean hasSpoken() {
        return !said.isEmpty();
    }

    public boolean hasOffered() {
        return !offers.isEmpty();
    }

    /** Sends a file with what is said. */
    public void attach(Attachment file) {
        attached.add(file);
    }

    /** The files that came with the message. */
    public List<Attachment> files() {
        return message.files() == 0 ? List.of() : new Attachments(sql).of(message.id());
    }

    /** The message of the organisation that this one answers, where the medium says so. */
    public Optional<Long> repliesTo() {
        return message.repliesTo()
                .flatMap(external -> sql.select(MESSAGE.ID)
                        .from(MESSAGE)
                        .where(MESSAGE.CONVERSATION_ID.eq(conversation.id()))
                        .and(MESSAGE.DIRECTION.eq("out"))
                        .and(MESSAGE.EXTERNAL_ID.eq(external))
                        .fetchOptional(MESSAGE.ID));
    }

    /** The message of the other side that this one puts right. */
    public Optional<Long> edits() {
        return message.edits()
                .flatMap(external -> sql.select(MESSAGE.ID)
                        .from(MESSAGE)
                        .where(MESSAGE.CONVERSATION_ID.eq(conversation.id()))
                        .and(MESSAGE.DIRECTION.eq("in"))
                        .and(MESSAGE.EXTERNAL_ID.eq(external))
                        .fetchOptional(MESSAGE.ID));
    }

    public void offer(TextKey label, Action action) {
        offer(Text.of(label), action, Choice.Answer.NEITHER);
    }

    public void offer(Text label, Action action, Choice.Answer answer) {
        offers.add(new Offer(label, action, answer));
    }

    /** Tells somebody in another conversation, in the same transaction. */
    public void notice(Outbox.Draft draft) {
        notices.add(draft);
    }

    /** A choice to be offered to somebody in another conversation. */
    public record Way(Text label, Action action) {}

    /** Tells somebody in another conversation, with one choice. */
    public void notice(Handoffs.Line line, Text text, Text label, Action action) {
        notice(line, text, List.of(new Way(label, action)));
    }

    /** Tells somebody in another conversation, with choices by their labels. */
    public void notice(Handoffs.Line line, Text text, Map<Text, Action> offered) {
        var ways = offered.entrySet().stream()
                .map(choice -> new Way(choice.getKey(), choice.getValue()))
                .toList();
        notice(line, text, ways);
    }

    /** Tells somebody in another conversation, with some choices. */
    public void notice(Handoffs.Line line, Text text, List<Way> ways) {
        notice(new Outbox.Draft(
                line.conversationId(),
                line.address(),
                texts.say(line.language(), text),
                new Payload.Said(choices(line.language(), ways), Author.BOT),
                line.language(),
                Optional.of(message.id())));
    }

    private List<Choice> choices(Language reader, List<Way> ways) {
        return ways.stream()
                .map(way -> new Choice(texts.say(reader, way.label()), way.action(), Choice.Answer.NEITHER))
                .toList();
    }

    /** Writes a letter to an address that need not have written before. */
    public void letter(String mailbox, String to, Language reader, Text subject, Text text, List<Way> ways) {
        var letter = new Letterbox.Letter(
                texts.say(reader, subject),
                texts.say(reader, text),
                choices(reader, ways),
                reader,
                Optional.of(message.id()));
        notice(new Letterbox(sql, mailbox).draft(to, letter, at));
    }

    /** The catalogue, for what is said to others in their language. */
    public Texts texts() {
        return texts;
    }

    /** Words of the catalogue in the language of the reply, where they become part of a record. */
    public String written(Text text) {
        return texts.say(language, text);
    }

    /** Hands the conversation over; the bot keeps silent until it gets it back. */
    public void owner(Owner owner, Optional<Long> assigneeId) {
        isHandedOver = owner != Owner.BOT;
        sql.update(CONVERSATION)
                .set(CONVERSATION.OWNER, owner.code())
                .set(CONVERSATION.ASSIGNEE_ID, assigneeId.orElse(null))
                .where(CONVERSATION.ID.eq(conversation.id()))
                .execute();
    }

    /** Whether this very turn has handed the conversation over: then nothing more is asked. */
    public boolean isHandedOver() {
        return isHandedOver;
    }

    /** Ties the conversation to a contact. */
    public void belongsTo(long contactId, Identity identity) {
        speaker = new Speaker(identity, Optional.of(contactId), speaker.language(), speaker.staff());
        sql.update(CONVERSATION)
                .set(CONVERSATION.CONTACT_ID, contactId)
                .set(CONVERSATION.IDENTITY, identity.code())
                .where(CONVERSATION.ID.eq(conversation.id()))
                .execute();
    }

    /** What was understood of the message, as it is kept beside it. */
    public Optional<JSONB> understanding() {
        return Optional.ofNullable(understanding);
    }

    /**
     * Queues what was said as one message, and remembers the choices that it offers with the rest of the state.
     *
     * @return what is left to be written, to be part of one statement
     */
    List<CommonTableExpression<?>> ending() {
        var ending = new ArrayList<CommonTableExpression<?>>();
        var outbox = new Outbox(sql);
        var choices = offers.stream()
                .map(offer -> new Choice(texts.say(language, offer.label()), offer.action(), offer.answer()))
                .toList();
        if (!said.isEmpty() || !attached.isEmpty()) {
            var reply = reply(choices);
            // Alone, for what is told in other conversations comes after it.
            if (attached.isEmpty() && notices.isEmpty()) {
                ending.add(name("reply").as(Outbox.insert(reply, at)));
            } else {
                outbox.queue(reply, at);
            }
            state = state.offering(choices);
        }
        notices.forEach(notice -> outbox.queue(notice, at));
        if (!state.equals(before)) {
            ending.add(name("state")
                    .as(update(CONVERSATION)
                            .set(CONVERSATION.STATE, Json.write(state))
                            .where(CONVERSATION.ID.eq(conversation.id()))
                            .returningResult(CONVERSATION.ID)));
        }
        return ending;
    }

    private Outbox.Draft reply(List<Choice> choices) {
        return new Outbox.Draft(
                conversation.id(),
                conversation.address(),
                String.join("\n\n", said.stream().map(this::words).toList()),
                new Payload.Said(choices, Author.BOT, Threads.answering(message), attached.size(), entries),
                language,
                Optional.of(message.id()),
                attached);
    }

    private String words(Object part) {
        return part instanceof Text text ? texts.say(language, text) : (String) part;
    }
}
