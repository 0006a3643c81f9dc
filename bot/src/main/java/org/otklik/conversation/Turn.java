package org.otklik.conversation;

import static org.jooq.impl.DSL.name;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.otklik.channels.Attachment;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.channels.Table;
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
    private Inbound message;
    private Speaker speaker;
    private final long id;
    private final Instant at;
    private final Texts texts;
    private final boolean canSharePhone;
    private final Answer answer = new Answer();
    private final Queue<String> readOn = new ArrayDeque<>();
    private boolean isReadingOn;
    private Optional<Long> topic = Optional.empty();
    private boolean isHandedOver;
    private Optional<Text> subject = Optional.empty();
    private final ConversationState before;
    private ConversationState state;
    private Language language;
    final Reading reading = new Reading();

    Turn(
            DSLContext sql,
            Conversation conversation,
            ConversationState state,
            Inbound message,
            Speaker speaker,
            long id,
            Instant at,
            Texts texts,
            Language language,
            boolean canSharePhone) {
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
        this.canSharePhone = canSharePhone;
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
        answer.wrote(entry);
    }

    /** Says that records were changed that can only be taken back together. */
    public void changed() {
        answer.changed();
    }

    public boolean hasWritten() {
        return answer.hasWritten();
    }

    /** Whether the part of the message that is read now was answered, or has made records. */
    public boolean hasAnswered() {
        return answer.hasSpoken() || answer.hasDone();
    }

    /** The records of this turn, in the order written. */
    public List<Entry> entries() {
        return answer.entries();
    }

    /** Notes whom the message speaks of. */
    public void about(long contactId) {
        topic = Optional.of(contactId);
        state = state.about(contactId);
    }

    /** From here on a part of the message is read, and answered under its own words as if they were all of it. */
    public void read(String part) {
        message = message.saying(part);
        topic = Optional.empty();
        answer.begin("> " + part.replace("\n", "\n> "));
    }

    /** From here on words are read that were said aloud in another message. */
    public void hear(String words, Instant spokenAt) {
        message = message.heard(words, spokenAt);
    }

    /** Does something of which nothing remains where it fails: neither records nor words. */
    public void attempt(Runnable part) {
        var mark = answer.mark();
        var stateBefore = state;
        var speakerBefore = speaker;
        try {
            sql.transaction(_ -> part.run());
        } catch (RuntimeException e) {
            answer.backTo(mark);
            state = stateBefore;
            speaker = speakerBefore;
            readOn.clear();
            throw e;
        }
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
        reading.heard(result);
    }

    public void say(TextKey key) {
        say(Text.of(key));
    }

    public void say(Text text) {
        answer.say(text);
    }

    /** Says words that are nobody's text: an article's passage, what a person wrote. */
    public void quote(String words) {
        answer.quote(words);
    }

    /** Shows rows and columns where the medium has them, and says the same in words elsewhere. */
    public void show(Table table, String words) {
        if (hasTables()) {
            answer.show(table);
        } else {
            answer.quote(words);
        }
    }

    /** Whether lists are read in rows and columns, which is so in letters. */
    public boolean hasTables() {
        return Letterbox.isLetterbox(conversation.address());
    }

    public boolean hasSpoken() {
        return answer.hasSpoken();
    }

    public boolean hasOffered() {
        return answer.hasOffered();
    }

    /** Sends a file with what is said. */
    public void attach(Attachment file) {
        answer.attach(file);
    }

    /** The files that came with the message. */
    public List<Attachment> files() {
        return message.files() == 0 ? List.of() : new Attachments(sql).of(message.id());
    }

    /** What went before the message. */
    public Earlier earlier() {
        return new Earlier(sql, conversation.id(), message, state.written());
    }

    public void offer(TextKey label, Action action) {
        offer(Text.of(label), action, Choice.Answer.NEITHER);
    }

    public void offer(Text label, Action action, Choice.Answer word) {
        answer.offer(new Answer.Offer(label, action, word, false));
    }

    /** Offers to share one's own number, where the channel has such a button. The action is for who types its words. */
    public boolean offerOwnPhone(TextKey label, Action action) {
        if (canSharePhone) {
            answer.offer(new Answer.Offer(Text.of(label), action, Choice.Answer.NEITHER, true));
        }
        return canSharePhone;
    }

    /** Tells somebody in another conversation, in the same transaction. */
    public void notice(Outbox.Draft draft) {
        answer.notice(draft);
    }

    /** Tells somebody in another conversation, with one choice. */
    public void notice(Handoffs.Line line, Text text, Text label, Action action) {
        notice(line, text, List.of(new Way(label, action)));
    }

    /** Tells somebody in another conversation, with choices by their labels. */
    public void notice(Handoffs.Line line, Text text, Map<Text, Action> offered) {
        var ways = new ArrayList<Way>();
        offered.forEach((label, action) -> ways.add(new Way(label, action)));
        notice(line, text, ways);
    }

    /** Tells somebody in another conversation, with some choices. */
    public void notice(Handoffs.Line line, Text text, List<Way> ways) {
        notice(new Outbox.Draft(
                        line.conversationId(),
                        line.address(),
                        texts.say(line.language(), text),
                        new Payload.Said(Way.choices(ways, texts, line.language()), Author.BOT),
                        line.language(),
                        Optional.of(message.id()))
                .in(line.threadId()));
    }

    /** Keeps what is to be recorded, and writes neither to who wrote this nor to an address that they name. */
    public void keepSilent() {
        answer.keepSilent();
    }

    /** Says everything in other words, and a letter's answer under another subject than its own. */
    public void reword(UnaryOperator<Text> words, Text neutralSubject) {
        answer.reword(words);
        subject = Optional.of(neutralSubject);
    }

    /** Writes a letter to an address that need not have written before. */
    public void letter(String mailbox, String to, Language reader, Text subject, Text text, List<Way> ways) {
        if (!answer.isSilent()) {
            var letter = Letterbox.Letter.of(texts, reader, subject, text, ways).about(message.id());
            notice(new Letterbox(sql, mailbox).draft(to, letter, at));
        }
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
        new Handoffs(sql).give(conversation.talk(), owner, assigneeId);
    }

    /** Whether this very turn has handed the conversation over: then nothing more is asked. */
    public boolean isHandedOver() {
        return isHandedOver;
    }

    /** Ties the conversation to a contact; a group is nobody's. */
    public void belongsTo(long contactId, Identity identity) {
        speaker = new Speaker(identity, Optional.of(contactId), speaker.language(), speaker.staff());
        if (message.author().isEmpty()) {
            new Ties(sql).tie(conversation, contactId, identity);
        }
    }

    /** Nobody known writes here from now on. */
    public void belongsToNobody() {
        speaker = new Speaker(Identity.ANONYMOUS, Optional.empty(), Optional.empty(), Optional.empty());
        new Ties(sql).loosen(conversation);
    }

    /** What was understood of the message, as it is kept beside it. */
    public Optional<JSONB> understanding() {
        return reading.understood();
    }

    /**
     * Queues what was said as one message, and remembers the choices that it offers with the rest of the state.
     *
     * @return what is left to be written, to be part of one statement
     */
    List<CommonTableExpression<?>> ending() {
        var ending = new ArrayList<CommonTableExpression<?>>();
        var outbox = new Outbox(sql);
        var choices = answer.choices(this::written);
        // Who only mends the spelling of a message is not answered the same once more.
        boolean isNew = !answer.isWordsOnly() || !state.forms().equals(before.forms());
        if (!answer.isEmpty() && (isNew || !earlier().isAnsweredBy(answer.text(this::written)))) {
            var reply = reply(choices);
            // Alone, for what is told in other conversations comes after it.
            if (answer.attached().isEmpty() && answer.notices().isEmpty()) {
                ending.add(name("reply").as(Outbox.insert(reply, at)));
            } else {
                outbox.queue(reply, at);
            }
            state = state.offering(choices);
        }
        answer.notices().forEach(notice -> outbox.queue(notice, at));
        if (!state.equals(before)) {
            ending.addAll(States.keeping(conversation.talk(), state, at));
        }
        return ending;
    }

    private Outbox.Draft reply(List<Choice> choices) {
        var threading = Threads.answering(message)
                .map(own -> subject.map(words -> own.about("Re: " + texts.say(language, words)))
                        .orElse(own));
        var reply = new Outbox.Draft(
                conversation.id(),
                conversation.address(),
                answer.text(this::written),
                answer.said(choices, threading, state.form().map(OpenForm::name)),
                language,
                Optional.of(message.id()),
                answer.attached(),
                conversation.threadId());
        return new Outbox(sql).threaded(reply, at);
    }
}
