package org.otklik.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.i18n.Language;

/**
 * What the bot must remember between two messages of a talk. A snapshot: the history is in {@code message} and {@code change}. The languages
 * are those of the whole conversation.
 *
 * @param spoken the language of the last message with words
 * @param asked the language that was asked for explicitly; it holds until the next request
 * @param forms what is being filled in
 * @param offered the choices of the last reply, which may also be answered in words
 * @param written the last turns that changed records, newest first
 * @param topic the contact whom staff spoke of last
 * @param fixing whether the last reply asked what of the last records is wrong
 * @param relay the talk that a member of staff answers from here
 * @param misses how many messages in a row were not understood
 */
public record ConversationState(
        Optional<Language> spoken,
        Optional<Language> asked,
        Forms forms,
        List<Choice> offered,
        List<Written> written,
        Optional<Long> topic,
        boolean fixing,
        Optional<Talk> relay,
        int misses) {

    /** How many steps can be taken back one after the other. */
    private static final int STEPS = 5;

    public static final ConversationState EMPTY = new ConversationState(
            Optional.empty(),
            Optional.empty(),
            Forms.NONE,
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            0);

    public ConversationState {
        // What an older version wrote has no forms.
        forms = Optional.ofNullable(forms).orElse(Forms.NONE);
        offered = List.copyOf(offered);
        written = List.copyOf(written);
    }

    /** The languages alone. */
    ConversationState languages() {
        return EMPTY.in(this);
    }

    /** The same talk, in the languages of the conversation that it is part of. */
    ConversationState in(ConversationState whole) {
        return new ConversationState(whole.spoken, whole.asked, forms, offered, written, topic, fixing, relay, misses);
    }

    /** A talk that somebody joins after another of the same conversation: what was written there last can be taken back here. */
    ConversationState after(ConversationState before) {
        return having(before.written);
    }

    /** The form that is open. */
    public Optional<OpenForm> form() {
        return forms.open();
    }

    public ConversationState speaking(Language language) {
        return new ConversationState(
                Optional.of(language), asked, forms, offered, written, topic, fixing, relay, misses);
    }

    public ConversationState asking(Language language) {
        return new ConversationState(
                spoken, Optional.of(language), forms, offered, written, topic, fixing, relay, misses);
    }

    public ConversationState with(OpenForm opened) {
        return with(forms.opening(opened));
    }

    public ConversationState withoutForm() {
        return with(forms.closing());
    }

    public ConversationState leavingForm() {
        return with(forms.leaving());
    }

    public ConversationState withoutDraft() {
        return with(forms.withoutDraft());
    }

    /** A form that comes after the open one. */
    public ConversationState queueing(OpenForm form) {
        return with(forms.queueing(form));
    }

    /** The open form waits until what is begun now is done: who passes over a question for a wish of their own cares for that wish. */
    public ConversationState parkingForm() {
        return with(forms.parking());
    }

    /** One of the forms that wait, as it is now, changes places with the open one. */
    public ConversationState takingUp(OpenForm before, OpenForm now) {
        return with(forms.takingUp(before, now));
    }

    public ConversationState waitingFor(List<OpenForm> others) {
        return with(forms.waitingFor(others));
    }

    private ConversationState with(Forms changed) {
        return new ConversationState(spoken, asked, changed, offered, written, topic, fixing, relay, misses);
    }

    public ConversationState offering(List<Choice> choices) {
        return new ConversationState(spoken, asked, forms, choices, written, topic, fixing, relay, misses);
    }

    public ConversationState having(Written last) {
        return having(
                Stream.concat(Stream.of(last), written.stream()).limit(STEPS).toList());
    }

    /** A turn was taken back. */
    public ConversationState without(long turnId) {
        return having(written.stream().filter(past -> past.turnId() != turnId).toList());
    }

    private ConversationState having(List<Written> past) {
        return new ConversationState(spoken, asked, forms, offered, past, topic, fixing, relay, misses);
    }

    public ConversationState about(long contactId) {
        return new ConversationState(
                spoken, asked, forms, offered, written, Optional.of(contactId), fixing, relay, misses);
    }

    public ConversationState fixing(boolean whatIsWrong) {
        return new ConversationState(spoken, asked, forms, offered, written, topic, whatIsWrong, relay, misses);
    }

    public ConversationState missing(int inARow) {
        return new ConversationState(spoken, asked, forms, offered, written, topic, fixing, relay, inARow);
    }

    public ConversationState relayingTo(Talk talk) {
        return new ConversationState(spoken, asked, forms, offered, written, topic, fixing, Optional.of(talk), misses);
    }

    public ConversationState withoutRelay() {
        return new ConversationState(spoken, asked, forms, offered, written, topic, fixing, Optional.empty(), misses);
    }
}
