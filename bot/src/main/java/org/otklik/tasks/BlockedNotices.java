package org.otklik.tasks;

import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.STAFF;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.channels.Attachment;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.contacts.PointKind;
import org.otklik.conversation.Attachments;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Handoffs.Line;
import org.otklik.conversation.Json;
import org.otklik.conversation.Letterbox;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Payload;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.MessageRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;

/**
 * What a colleague was to be told in a chat that they have blocked is told them on another way. A colleague whose words to a visitor
 * did not arrive hears of it.
 */
final class BlockedNotices {
    private final DSLContext sql;
    private final Texts texts;
    private final Organization organization;
    private final Instant at;

    BlockedNotices(DSLContext sql, Texts texts, Organization organization, Instant at) {
        this.sql = sql;
        this.texts = texts;
        this.organization = organization;
        this.at = at;
    }

    /** @param messageIds those that can't go where they were meant to go */
    void retell(List<Long> messageIds) {
        var lost = sql.selectFrom(MESSAGE)
                .where(MESSAGE.ID.in(messageIds))
                .orderBy(MESSAGE.ID)
                .fetch();
        lost.forEach(this::retell);
        // Also where nothing of this is told again, what comes later must find a way.
        lost.stream()
                .map(MessageRecord::getConversationId)
                .distinct()
                .flatMap(chat -> colleague(chat).stream())
                .forEach(this::openLine);
    }

    private void retell(MessageRecord lost) {
        var said = Json.read(lost.getPayload(), Payload.Said.class);
        if (said.author() == Author.STAFF) {
            answered(lost).flatMap(this::colleague).flatMap(this::line).ifPresent(line -> tellAuthor(line, lost));
        } else if (!answered(lost).equals(Optional.of(lost.getConversationId()))) {
            colleague(lost.getConversationId()).flatMap(this::line).ifPresent(line -> tellAgain(line, lost, said));
        }
    }

    /** The conversation of the message that it follows from. */
    private Optional<Long> answered(MessageRecord lost) {
        return Optional.ofNullable(lost.getInReplyTo())
                .flatMap(id -> sql.select(MESSAGE.CONVERSATION_ID)
                        .from(MESSAGE)
                        .where(MESSAGE.ID.eq(id))
                        .fetchOptional(MESSAGE.CONVERSATION_ID));
    }

    private Optional<Member> colleague(long conversationId) {
        return sql.select(STAFF.ID)
                .from(CONVERSATION)
                .join(STAFF)
                .on(STAFF.CONTACT_ID.eq(CONVERSATION.CONTACT_ID))
                .where(CONVERSATION.ID.eq(conversationId))
                .and(CONVERSATION.IDENTITY.eq("verified"))
                .and(STAFF.ACTIVE.isTrue())
                .fetchOptional(STAFF.ID)
                .map(new StaffMembers(sql)::get);
    }

    /** By mail also those who have never written one. */
    private Optional<Line> line(Member colleague) {
        return new Handoffs(sql).lineOf(colleague.id()).or(() -> mailbox(colleague));
    }

    /** A letter is the way of those who have no other, and its conversation begins here. */
    private void openLine(Member colleague) {
        line(colleague);
    }

    private Optional<Line> mailbox(Member colleague) {
        var language = colleague.language().orElse(organization.language());
        return organization
                .mailbox()
                .flatMap(mailbox -> address(colleague)
                        .map(address ->
                                new Letterbox(sql, mailbox).lineOf(colleague.contactId(), address, language, at)));
    }

    private Optional<String> address(Member colleague) {
        return sql.select(CONTACT_POINT.VALUE)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.CONTACT_ID.eq(colleague.contactId()))
                .and(CONTACT_POINT.KIND.eq(PointKind.EMAIL.code()))
                .and(CONTACT_POINT.STATUS.eq("verified"))
                .orderBy(CONTACT_POINT.PREFERRED.desc(), CONTACT_POINT.ID)
                .limit(1)
                .fetchOptional(CONTACT_POINT.VALUE);
    }

    private void tellAgain(Line line, MessageRecord lost, Payload.Said said) {
        var language =
                Optional.ofNullable(lost.getLanguage()).flatMap(Language::of).orElse(line.language());
        queue(line, lost, lost.getBody(), said, language);
    }

    private void tellAuthor(Line line, MessageRecord lost) {
        var words =
                texts.say(line.language(), Text.of(TasksText.WORDS_NOT_TAKEN).with("words", lost.getBody()));
        queue(line, lost, words, new Payload.Said(List.of(), Author.BOT), line.language());
    }

    private void queue(Line line, MessageRecord lost, String words, Payload.Said said, Language language) {
        var files = said.files() == 0 ? List.<Attachment>of() : new Attachments(sql).of(lost.getId());
        new Outbox(sql)
                .queue(
                        new Outbox.Draft(
                                line.conversationId(),
                                line.address(),
                                words,
                                said,
                                language,
                                Optional.ofNullable(lost.getInReplyTo()),
                                files,
                                line.threadId()),
                        at);
    }
}
