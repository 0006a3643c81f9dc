package org.otklik.conversation;

import java.util.List;
import java.util.Optional;
import org.otklik.i18n.Language;

/**
 * What the bot must remember between two messages. A snapshot: the history is in {@code message} and {@code change}.
 *
 * @param spoken the language of the last message with words
 * @param asked the language that was asked for explicitly; it holds until the next request
 * @param form the form that is open
 * @param draft a form that was left a short while ago, and can go on
 * @param offered the choices of the last reply, which may also be answered in words
 * @param written the last turn that changed records
 * @param relay the conversation that a member of staff answers from here
 * @param misses how many messages in a row were not understood
 */
public record ConversationState(
        Optional<Language> spoken,
        Optional<Language> asked,
        Optional<OpenForm> form,
        Optional<OpenForm> draft,
        List<Choice> offered,
        Optional<Written> written,
        Optional<Long> relay,
        int misses) {

    public static final ConversationState EMPTY = new ConversationState(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            0);

    public ConversationState {
        offered = List.copyOf(offered);
    }

    public ConversationState speaking(Language language) {
        return new ConversationState(Optional.of(language), asked, form, draft, offered, written, relay, misses);
    }

    public ConversationState asking(Language language) {
        return new ConversationState(spoken, Optional.of(language), form, draft, offered, written, relay, misses);
    }

    public ConversationState with(OpenForm opened) {
        return new ConversationState(
                spoken, asked, Optional.of(opened), Optional.empty(), offered, written, relay, misses);
    }

    public ConversationState withoutForm() {
        return new ConversationState(spoken, asked, Optional.empty(), draft, offered, written, relay, misses);
    }

    /** The open form is put aside; it can be taken up again. */
    public ConversationState leavingForm() {
        return new ConversationState(spoken, asked, Optional.empty(), form, offered, written, relay, misses);
    }

    public ConversationState offering(List<Choice> choices) {
        return new ConversationState(spoken, asked, form, draft, choices, written, relay, misses);
    }

    public ConversationState having(Written last) {
        return new ConversationState(spoken, asked, form, draft, offered, Optional.of(last), relay, misses);
    }

    public ConversationState withoutWritten() {
        return new ConversationState(spoken, asked, form, draft, offered, Optional.empty(), relay, misses);
    }

    public ConversationState missing(int inARow) {
        return new ConversationState(spoken, asked, form, draft, offered, written, relay, inARow);
    }

    public ConversationState relayingTo(long conversationId) {
        return new ConversationState(spoken, asked, form, draft, offered, written, Optional.of(conversationId), misses);
    }

    public ConversationState withoutRelay() {
        return new ConversationState(spoken, asked, form, draft, offered, written, Optional.empty(), misses);
    }
}
