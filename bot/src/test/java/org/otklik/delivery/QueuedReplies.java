package org.otklik.delivery;

import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.otklik.channels.Address;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Payload;
import org.otklik.conversation.TestNode;
import org.otklik.i18n.Language;
import org.otklik.schema.tables.records.MessageRecord;

/** Replies that wait to be sent, and what becomes of them. */
final class QueuedReplies {
    static final Address ANNA = new Address("webchat", "site", "anna");
    static final Address BORIS = new Address("webchat", "site", "boris");

    private final TestNode node;
    private final List<String> reports = new CopyOnWriteArrayList<>();

    QueuedReplies(TestNode node) {
        this.node = node;
    }

    OutboxPump pump(RecordingChannel by, String name) {
        return new OutboxPump(
                node.database(),
                by,
                "webchat",
                name,
                node.clock(),
                new Random(7),
                (sql, id, reason, at) -> reports.add(id + ": " + reason));
    }

    static int sendAll(OutboxPump by) {
        int batches = 0;
        while (by.runOne()) {
            batches++;
        }
        return batches;
    }

    long queue(Address to, String text) {
        return queue(to, text, new Payload.Said(List.of(), Author.BOT));
    }

    long queue(Address to, String text, Payload.Said payload) {
        var draft = new Outbox.Draft(conversation(to), to, text, payload, Language.RU, Optional.empty());
        return node.database()
                .transaction(sql -> new Outbox(sql).queue(draft, node.clock().instant()));
    }

    long conversation(Address address) {
        var sql = node.database().sql();
        sql.insertInto(CONVERSATION)
                .set(CONVERSATION.CHANNEL, address.channel())
                .set(CONVERSATION.ACCOUNT, address.account())
                .set(CONVERSATION.ADDRESS, address.value())
                .set(CONVERSATION.CREATED_AT, node.clock().instant())
                .onConflictDoNothing()
                .execute();
        return sql.select(CONVERSATION.ID)
                .from(CONVERSATION)
                .where(CONVERSATION.CHANNEL.eq(address.channel()))
                .and(CONVERSATION.ADDRESS.eq(address.value()))
                .fetchSingle(CONVERSATION.ID);
    }

    void connect(Address address, String name) {
        node.database()
                .sql()
                .execute(
                        "INSERT INTO presence (channel, account, address, node, since) VALUES ({0}, {1}, {2}, {3}, {4})",
                        val(address.channel()),
                        val(address.account()),
                        val(address.value()),
                        val(name),
                        val(node.clock().instant()));
    }

    MessageRecord message(long id) {
        return node.database().sql().fetchSingle(MESSAGE, MESSAGE.ID.eq(id));
    }

    List<String> statuses() {
        return node.messages("out").stream().map(MESSAGE.STATUS::get).toList();
    }

    /** What a person was told. */
    List<String> reports() {
        return List.copyOf(reports);
    }
}
