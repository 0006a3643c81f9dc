package org.otklik;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.otklik.admin.Health;
import org.otklik.admin.Metrics;
import org.otklik.config.Configuration;
import org.otklik.conversation.Hints;
import org.otklik.conversation.Inbox;
import org.otklik.conversation.TurnRunner;
import org.otklik.conversation.Workers;
import org.otklik.delivery.OutboxPump;
import org.otklik.host.BotHost.Surroundings;
import org.otklik.host.Channels;
import org.otklik.host.WebServer;
import org.otklik.i18n.Texts;
import org.otklik.jobs.Jobs;
import org.otklik.knowledge.ArticlePages;
import org.otklik.learning.Learning;
import org.otklik.learning.NluFolder;
import org.otklik.learning.Teaching;
import org.otklik.links.ChoiceLinks;
import org.otklik.links.ChoicePages;
import org.otklik.links.Seal;
import org.otklik.links.SpelledChoices;
import org.otklik.mailings.UnsubscribeLinks;
import org.otklik.mailings.UnsubscribePages;
import org.otklik.nlp.NluModels;
import org.otklik.nlp.Retraining;
import org.otklik.organization.Organization;
import org.otklik.store.Database;
import org.otklik.tasks.UndeliveredTasks;
import org.otklik.voice.Recognizer;

/** A running Otklik: all parts put together on one database. Closing it ends them in the opposite order. */
final class Node implements AutoCloseable {
    /** The name under which this node registers connections. One node has one data folder, and no second one. */
    private static final String NAME = "main";

    /** One marks and goes on while a slow receiver holds up the batch of the other. */
    private static final int SENDERS = 2;

    private static final long REVOKED_POLL_MILLIS = 2_000;

    private final Deque<Runnable> closers = new ArrayDeque<>();
    private final Channels channels;
    private final WebServer web;
    private int port;

    /** What a node is made of that it does not make itself. */
    record Foundation(
            Configuration configuration,
            Organization organization,
            Database database,
            NluModels models,
            Retraining retraining,
            Clock clock,
            Optional<Jobs.Nightly> backups) {}

    private Node(Foundation foundation) {
        var database = foundation.database();
        var organization = foundation.organization();
        var clock = foundation.clock();
        var texts = new Texts();
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        var web = opened(new WebServer(vertx), WebServer::close);
        var hints = new Hints(vertx.eventBus());
        var surroundings = new Surroundings(vertx, web.routes(), texts, clock, NAME, organization);
        this.channels = opened(
                Channels.open(
                        foundation.configuration(), database, new Inbox(database, clock, hints), hints, surroundings),
                Channels::close);

        var seal = Seal.of(database.sql());
        var choices = new ChoiceLinks(seal, organization.publicUrl());
        outgoing(database, clock, texts, hints, organization, choices);
        var recognizer = Recognizer.of(foundation.configuration().settings().voice());
        learning(foundation, texts);
        turns(foundation, texts, hints, recognizer.isPresent());
        opened(new Jobs(database, texts, clock, organization, recognizer, foundation.backups()), Jobs::close)
                .start();
        vertx.setPeriodic(
                REVOKED_POLL_MILLIS,
                tick -> vertx.executeBlocking(() -> {
                    channels.closeRevoked();
                    return tick;
                }));

        new Health(vertx, database, channels).mount(web.routes());
        opened(new Metrics(vertx, database), Metrics::close).mount(web.routes());
        new ArticlePages(database, texts, organization::name).mount(web.routes());
        new ChoicePages(database, new Inbox(database, clock, hints), choices, texts, organization::name, clock)
                .mount(web.routes());
        new UnsubscribePages(
                        database,
                        new UnsubscribeLinks(seal, organization.publicUrl()),
                        texts,
                        organization::name,
                        clock)
                .mount(web.routes());
        this.web = web;
    }

    /**
     * Puts a node together and opens it to the world.
     *
     * @throws org.otklik.host.CannotListen when its port is taken; nothing is left running then
     */
    static Node start(Foundation foundation) {
        var node = new Node(foundation);
        var http = foundation.configuration().settings().http();
        try {
            node.channels.start();
            node.port = node.web.listen(http.host(), http.port());
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private <P> P opened(P part, Consumer<P> close) {
        closers.push(() -> close.accept(part));
        return part;
    }

    private void turns(Foundation foundation, Texts texts, Hints hints, boolean listens) {
        var dialogue = new Skills(foundation.organization(), foundation.models(), listens).dialogue();
        var runner = new TurnRunner(
                foundation.database(),
                dialogue,
                texts,
                foundation.organization().language(),
                foundation.clock(),
                hints,
                channels::sharesPhones);
        int atOnce =
                Workers.atOnce(foundation.configuration().settings().database().poolSize());
        var workers = opened(new Workers("turns", atOnce, runner::runOne), Workers::close);
        hints.onReceived(workers::wake);
        workers.start();
    }

    /** Before the first turn, so that it is understood as the last one was before the restart. */
    private void learning(Foundation foundation, Texts texts) {
        var folder = NluFolder.in(foundation.configuration().settings().data());
        var teaching = new Teaching(folder, foundation.models(), foundation.retraining(), foundation.clock());
        teaching.takeUp();
        opened(new Learning(folder, teaching, foundation.database(), texts, foundation.clock()), Learning::close)
                .start();
    }

    private void outgoing(
            Database database, Clock clock, Texts texts, Hints hints, Organization organization, ChoiceLinks choices) {
        var report = new UndeliveredTasks(texts, organization);
        for (var open : channels.open()) {
            var channel = open.channel().capabilities().buttons()
                    ? open.channel()
                    : new SpelledChoices(open.channel(), texts, choices, database);
            var pump = new OutboxPump(database, channel, open.name(), NAME, clock, new Random(), report);
            var workers = opened(new Workers("outbox-" + open.name(), SENDERS, pump::runOne), Workers::close);
            hints.onQueued(workers::wake);
            workers.start();
        }
    }

    Channels channels() {
        return channels;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
    }
}
