package org.otklik.tasks;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.delivery.OutboxPump.UndeliverableMessages;
import org.otklik.dialogue.DialogueText;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.store.ChangeContext;

/** Makes a task of a message that could not be delivered, so that somebody finds another way. */
public final class UndeliveredTasks implements UndeliverableMessages {
    private final Texts texts;
    private final Language language;

    /** @param language of the task's title */
    public UndeliveredTasks(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    @Override
    public void report(DSLContext sql, long messageId, String reason, Instant at) {
        ChangeContext.system(at).applyTo(sql);
        var title = texts.say(
                language,
                Text.of(DialogueText.UNDELIVERED_TASK)
                        .with("message", String.valueOf(messageId))
                        .with("reason", reason));
        new Tasks(sql)
                .add(new Tasks.NewTask(
                        title, Optional.of(at), Optional.empty(), Optional.empty(), Tasks.Origin.SYSTEM));
    }
}
