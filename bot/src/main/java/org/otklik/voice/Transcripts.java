package org.otklik.voice;

import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.channels.Address;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.conversation.Action;
import org.otklik.conversation.Attachments;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Payload;
import org.otklik.dialogue.DialogueIntents;
import org.otklik.dialogue.DialogueText;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.schema.tables.records.ConversationRecord;

/**
 * Has voice messages written down, outside of any turn, and shows their senders what was heard. It counts as said once they have
 * pressed that it is right; nothing is written by a machine's ear alone.
 */
public final class Transcripts {
    /**
     * What is to be listened to.
     *
     * @param language the code of the language in which its sender is answered
     */
    public record Spoken(long messageId, String language) {}

    public static final TaskDescriptor<Spoken> TASK = TaskDescriptor.of("voice-transcript", Spoken.class);

    private final Texts texts;

    public Transcripts(Texts texts) {
        this.texts = texts;
    }

    /** What is said in a message: outside of a transaction, since it may take a minute. */
    public static Optional<String> heard(DSLContext sql, Recognizer recognizer, Spoken spoken) {
        return new Attachments(sql)
                .of(spoken.messageId()).stream()
                        .filter(file -> file.mediaType().startsWith("audio/"))
                        .findFirst()
                        .flatMap(recording -> recognizer.said(recording, language(spoken)));
    }

    /** Shows the sender what was heard, or asks to have it written. */
    public void tell(DSLContext sql, Spoken spoken, Optional<String> words, Instant at) {
        var conversation = sql.select(CONVERSATION.fields())
                .from(CONVERSATION)
                .join(MESSAGE)
                .on(MESSAGE.CONVERSATION_ID.eq(CONVERSATION.ID))
                .where(MESSAGE.ID.eq(spoken.messageId()))
                .fetchOptionalInto(CONVERSATION);
        conversation.ifPresent(row -> tell(sql, row, spoken, words, at));
    }

    private void tell(
            DSLContext sql, ConversationRecord conversation, Spoken spoken, Optional<String> words, Instant at) {
        var language = language(spoken);
        var text = words.map(heard -> Text.of(DialogueText.I_HEARD).with("words", heard))
                .orElse(Text.of(DialogueText.VOICE_KEPT));
        var choices = words.map(heard -> choices(spoken, heard, language)).orElse(List.of());
        new Outbox(sql)
                .queue(
                        new Outbox.Draft(
                                conversation.getId(),
                                new Address(
                                        conversation.getChannel(),
                                        conversation.getAccount(),
                                        conversation.getAddress()),
                                texts.say(language, text),
                                new Payload.Said(choices, Author.BOT),
                                language,
                                Optional.of(spoken.messageId())),
                        at);
    }

    private List<Choice> choices(Spoken spoken, String heard, Language language) {
        var right = new Action(
                DialogueIntents.HEARD, Map.of("message", String.valueOf(spoken.messageId()), "words", heard));
        return List.of(
                new Choice(texts.say(language, DialogueText.RIGHT), right, Answer.NEITHER),
                new Choice(
                        texts.say(language, DialogueText.FIX),
                        new Action(Listening.MISHEARD, Map.of()),
                        Answer.NEITHER));
    }

    private static Language language(Spoken spoken) {
        return Language.of(spoken.language()).orElse(Language.EN);
    }
}
