package org.otklik.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.delivery.OutboxPump.UndeliverableMessages;
import org.otklik.dialogue.DialogueText;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.store.ChangeContext;

/**
 * Makes a task of a message that could not be delivered, so that somebody finds another way. What a blocked chat does not take is no
 * task: nobody can do anything about it.
 */
public final class UndeliveredTasks implements UndeliverableMessages {
    private final Texts texts;
    private final Organization organization;

    public UndeliveredTasks(Texts texts, Organization organization) {
        this.texts = texts;
        this.organization = organization;
    }

    @Override
    public void report(DSLContext sql, long messageId, String reason, Instant at) {
        ChangeContext.system(at).applyTo(sql);
        var title = texts.say(
                organization.language(),
                Text.of(DialogueText.UNDELIVERED_TASK)
                        .with("message", String.valueOf(messageId))
                        .with("reason", reason));
        new Tasks(sql)
                .add(new Tasks.NewTask(
                        title, Optional.of(at), Optional.empty(), Optional.empty(), Tasks.Origin.SYSTEM));
    }

    @Override
    public void retell(DSLContext sql, List<Long> messageIds, Instant at) {
        new BlockedNotices(sql, texts, organization, at).retell(messageIds);
    }
}
