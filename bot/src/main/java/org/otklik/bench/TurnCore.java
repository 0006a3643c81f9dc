package org.otklik.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.otklik.channels.Accepted;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;
import org.otklik.conversation.Hints;
import org.otklik.conversation.Inbox;
import org.otklik.conversation.Turn;
import org.otklik.conversation.TurnHandler;
import org.otklik.conversation.TurnRunner;
import org.otklik.conversation.Workers;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;
import org.otklik.store.Database;
import org.otklik.store.DatabaseAddress;

/** A node from its inbox to its outbox, without channels, that tells when a reply has been queued. */
final class TurnCore implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Database database;
    private final Inbox inbox;
    private final TurnRunner runner;
    private final Workers workers;
    private final ThreadLocal<Optional<Address>> answering = ThreadLocal.withInitial(Optional::empty);
    private final Consumer<Address> answered;

    /** @param answered is told, after the commit, whose message was answered */
    TurnCore(DatabaseAddress address, int poolSize, TurnHandler handler, Clock clock, Consumer<Address> answered) {
        this.answered = answered;
        this.database = new Database(address, poolSize);
        database.measure(registry);
        var hints = new Hints(vertx.eventBus());
        this.inbox = new Inbox(database, clock, hints);
        this.runner = new TurnRunner(database, new Noting(handler), new Texts(), Language.EN, clock, hints);
        this.workers = new Workers("turns", Workers.atOnce(poolSize), this::runOne);
        hints.onReceived(workers::wake);
        workers.start();
    }

    /** Remembers who is being answered. */
    private final class Noting implements TurnHandler {
        private final TurnHandler handler;

        Noting(TurnHandler handler) {
            this.handler = handler;
        }

        @Override
        public void handle(Turn turn) {
            handler.handle(turn);
            answering.set(Optional.of(turn.conversation().address()));
        }

        @Override
        public void giveUp(Turn turn) {
            handler.giveUp(turn);
        }
    }

    private boolean runOne() {
        answering.remove();
        boolean ran = runner.runOne();
        answering.get().ifPresent(answered);
        return ran;
    }

    Accepted accept(InboundMessage message) {
        return inbox.accept(message);
    }

    /** How many statements were sent to the database so far, beginnings and ends of transactions not counted. */
    double statements() {
        return registry.get(Database.STATEMENTS).counter().count();
    }

    @Override
    public void close() {
        workers.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        database.close();
    }
}
