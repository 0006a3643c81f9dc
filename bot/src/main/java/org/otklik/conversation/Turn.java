package org.otklik.conversation;

import static org.otklik.schema.Tables.CONVERSATION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
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
    private final Speaker speaker;
    private final long id;
    private final Instant at;
    private final Texts texts;
    private final List<Object> said = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<Outbox.Draft> notices = new ArrayList<>();
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
            Texts texts) {
        this.sql = sql;
        this.conversation = conversation;
        this.state = state;
        this.message = message;
        this.speaker = speaker;
        this.id = id;
        this.at = at;
        this.texts = texts;
        this.language = state.asked().or(state::spoken).or(message::hint).orElse(Language.EN);
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

    /** Tells somebody in another conversation, with one choice. */
    public void notice(Handoffs.Line line, Text text, Text label, Action action) {
        var choice = new Choice(texts.say(line.language(), label), action, Choice.Answer.NEITHER);
        notice(new Outbox.Draft(
                line.conversationId(),
                line.address(),
                texts.say(line.language(), text),
                new Payload.Said(List.of(choice), Author.BOT),
                line.language(),
                Optional.of(message.id())));
    }

    /** Words of the catalogue in the language of the reply, where they become part of a record. */
    public String written(Text text) {
        return texts.say(language, text);
    }

    /** Hands the conversation over; the bot keeps silent until it gets it back. */
    public void owner(Owner owner, Optional<Long> assigneeId) {
        sql.update(CONVERSATION)
                .set(CONVERSATION.OWNER, owner.code())
                .set(CONVERSATION.ASSIGNEE_ID, assigneeId.orElse(null))
                .where(CONVERSATION.ID.eq(conversation.id()))
                .execute();
    }

    /** Ties the conversation to a contact. */
    public void belongsTo(long contactId, Identity identity) {
        sql.update(CONVERSATION)
                .set(CONVERSATION.CONTACT_ID, contactId)
                .set(CONVERSATION.IDENTITY, identity.code())
                .where(CONVERSATION.ID.eq(conversation.id()))
                .execute();
    }

    Optional<JSONB> understanding() {
        return Optional.ofNullable(understanding);
    }

    /** Queues what was said as one message, and remembers the choices that it offers with the rest of the state. */
    void finish() {
        var outbox = new Outbox(sql);
        var choices = offers.stream()
                .map(offer -> new Choice(texts.say(language, offer.label()), offer.action(), offer.answer()))
                .toList();
        if (!said.isEmpty()) {
            var reply = new Outbox.Draft(
                    conversation.id(),
                    conversation.address(),
                    String.join("\n\n", said.stream().map(this::words).toList()),
                    new Payload.Said(choices, Author.BOT),
                    language,
                    Optional.of(message.id()));
            outbox.queue(reply, at);
            state = state.offering(choices);
        }
        notices.forEach(notice -> outbox.queue(notice, at));
        sql.update(CONVERSATION)
                .set(CONVERSATION.STATE, Json.write(state))
                .where(CONVERSATION.ID.eq(conversation.id()))
                .execute();
    }

    private String words(Object part) {
        return part instanceof Text text ? texts.say(language, text) : (String) part;
    }
}
