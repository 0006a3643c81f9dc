package org.otklik.conversation;

import static org.otklik.schema.Tables.ATTACHMENT;

import io.vertx.core.buffer.Buffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.channels.Attachment;
import org.otklik.channels.Attachment.Inline;
import org.otklik.schema.tables.records.AttachmentRecord;

/** The files of messages, as they came and as they go. */
public final class Attachments {
    private final DSLContext sql;

    public Attachments(DSLContext sql) {
        this.sql = sql;
    }

    void keep(long messageId, List<Attachment> files) {
        files.forEach(file -> sql.insertInto(ATTACHMENT)
                .set(ATTACHMENT.MESSAGE_ID, messageId)
                .set(ATTACHMENT.NAME, file.name())
                .set(ATTACHMENT.MEDIA_TYPE, file.mediaType())
                .set(ATTACHMENT.CONTENT, file.content().getBytes())
                .set(ATTACHMENT.CONTENT_ID, file.inline().map(Inline::contentId).orElse(null))
                .set(
                        ATTACHMENT.ALTERNATIVE,
                        file.inline().map(Inline::alternative).orElse(null))
                .execute());
    }

    /** The files by message, in their order; messages without any are left out. */
    public Map<Long, List<Attachment>> of(Collection<Long> messageIds) {
        return sql.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.MESSAGE_ID.in(messageIds))
                .orderBy(ATTACHMENT.ID)
                .fetchGroups(
                        ATTACHMENT.MESSAGE_ID,
                        row -> new Attachment(
                                row.getName(), row.getMediaType(), Buffer.buffer(row.getContent()), inline(row)));
    }

    private static Optional<Inline> inline(AttachmentRecord row) {
        return Optional.ofNullable(row.getContentId()).map(id -> new Inline(id, row.getAlternative()));
    }

    /** The files of one message. */
    public List<Attachment> of(long messageId) {
        return of(List.of(messageId)).getOrDefault(messageId, List.of());
    }
}
