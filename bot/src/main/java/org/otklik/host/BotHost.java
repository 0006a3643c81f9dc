package org.otklik.host;

import static org.jooq.impl.DSL.selectOne;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.PRESENCE;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.otklik.channels.Accepted;
import org.otklik.channels.Address;
import org.otklik.channels.Button;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.HistoryEntry;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.StoreUnavailable;
import org.otklik.conversation.Hints;
import org.otklik.conversation.Inbox;
import org.otklik.conversation.Json;
import org.otklik.conversation.Payload;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.MessageRecord;
import org.otklik.store.Database;

/** The host of one channel. */
public final class BotHost implements ChannelHost {
    private final Database database;
    private final Inbox inbox;
    private final Hints hints;
    private final SessionStore sessions;
    private final CheckpointStore checkpoints;
    private final ChannelTasks tasks;
    private final Surroundings surroundings;

    /** What all channels of a node share. */
    public record Surroundings(
            Vertx vertx, Router routes, Texts texts, Clock clock, String node, Organization organization) {}

    BotHost(Database database, Inbox inbox, Hints hints, String channel, Surroundings surroundings) {
        this.database = database;
        this.inbox = inbox;
        this.hints = hints;
        this.sessions = new SessionStore(database, channel, surroundings.clock(), new SecureRandom());
        this.checkpoints = new CheckpointStore(database, channel, surroundings.clock());
        this.tasks = new ChannelTasks(
                database,
                channel,
                surroundings.texts(),
                surroundings.organization().language(),
                surroundings.clock());
        this.surroundings = surroundings;
    }

    @Override
    public Accepted accept(InboundMessage message) {
        return inbox.accept(message);
    }

    @Override
    public List<Accepted> accept(List<InboundMessage> messages) {
        return inbox.accept(messages);
    }

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public CheckpointStore checkpoints() {
        return checkpoints;
    }

    @Override
    public void tell(String matter, Text task) {
        tasks.add(matter, task);
    }

    @Override
    public List<HistoryEntry> history(Address address, long afterId, int limit) {
        return database.sql()
                .select(
                        MESSAGE.ID,
                        MESSAGE.DIRECTION,
                        MESSAGE.EXTERNAL_ID,
                        MESSAGE.BODY,
                        MESSAGE.PAYLOAD,
                        MESSAGE.RECEIVED_AT)
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(isWith(address))
                .and(MESSAGE.ID.gt(afterId))
                .orderBy(MESSAGE.ID.desc())
                .limit(limit)
                .fetch(BotHost::entry)
                .reversed();
    }

    private static Condition isWith(Address address) {
        return CONVERSATION
                .CHANNEL
                .eq(address.channel())
                .and(CONVERSATION.ACCOUNT.eq(address.account()))
                .and(CONVERSATION.ADDRESS.eq(address.value()));
    }

    private static HistoryEntry entry(Record row) {
        var message = row.into(MESSAGE);
        return message.getDirection().equals("out") ? said(message) : received(message);
    }

    private static HistoryEntry said(MessageRecord row) {
        var said = Json.read(row.getPayload(), Payload.Said.class);
        var buttons = said.choices().stream()
                .map(choice -> new Button(choice.label(), choice.ownPhone()))
                .toList();
        return new HistoryEntry(
                row.getId(),
                Optional.of(said.author()),
                "",
                row.getBody(),
                buttons,
                Optional.empty(),
                row.getReceivedAt());
    }

    private static HistoryEntry received(MessageRecord row) {
        var press = Json.read(row.getPayload(), Payload.Received.class).press();
        return new HistoryEntry(
                row.getId(),
                Optional.empty(),
                row.getExternalId(),
                row.getBody(),
                List.of(),
                press,
                row.getReceivedAt());
    }

    @Override
    public boolean isWaiting(Address address) {
        try {
            return database.sql()
                    .fetchExists(selectOne()
                            .from(MESSAGE)
                            .join(CONVERSATION)
                            .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                            .where(isWith(address))
                            .and(MESSAGE.STATUS.eq("received")));
        } catch (DataAccessException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public void attach(Address address) {
        database.sql()
                .insertInto(PRESENCE)
                .set(PRESENCE.CHANNEL, address.channel())
                .set(PRESENCE.ACCOUNT, address.account())
                .set(PRESENCE.ADDRESS, address.value())
                .set(PRESENCE.NODE, surroundings.node())
                .set(PRESENCE.SINCE, clock().instant())
                .onConflict(PRESENCE.CHANNEL, PRESENCE.ACCOUNT, PRESENCE.ADDRESS)
                .doUpdate()
                .set(PRESENCE.NODE, surroundings.node())
                .set(PRESENCE.SINCE, clock().instant())
                .execute();
        resume(address);
        hints.queued();
    }

    /**
     * Who is back need not wait for the end of a pause that a broken connection began, nor of the lease under which a reply was on
     * its way over it. Whether that one arrived is not known, so it is sent again; the widget knows the repeat by its id.
     */
    private void resume(Address address) {
        database.sql()
                .update(MESSAGE)
                .set(MESSAGE.STATUS, "queued")
                .setNull(MESSAGE.DUE_AT)
                .setNull(MESSAGE.LEASE_UNTIL)
                .from(CONVERSATION)
                .where(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .and(isWith(address))
                .and(MESSAGE.STATUS.eq("sending").or(MESSAGE.STATUS.eq("queued").and(MESSAGE.DUE_AT.isNotNull())))
                .execute();
    }

    @Override
    public void detach(Address address) {
        database.sql()
                .deleteFrom(PRESENCE)
                .where(PRESENCE.CHANNEL.eq(address.channel()))
                .and(PRESENCE.ACCOUNT.eq(address.account()))
                .and(PRESENCE.ADDRESS.eq(address.value()))
                .and(PRESENCE.NODE.eq(surroundings.node()))
                .execute();
    }

    /** Ends the connections of this channel whose sessions were revoked since the last look. */
    void closeRevoked() {
        sessions.closeRevoked(surroundings.node());
    }

    @Override
    public Router routes() {
        return surroundings.routes();
    }

    @Override
    public String organization(Language language) {
        return surroundings.organization().name(language);
    }

    @Override
    public Vertx vertx() {
        return surroundings.vertx();
    }

    @Override
    public Texts texts() {
        return surroundings.texts();
    }

    @Override
    public Clock clock() {
        return surroundings.clock();
    }
}
