package org.otklik;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.otklik.cli.Installation;
import org.otklik.config.Configuration;
import org.otklik.config.Release;
import org.otklik.config.Settings;
import org.otklik.fixtures.Demo;
import org.otklik.host.Channels;
import org.otklik.jobs.Jobs;
import org.otklik.nlp.NluModels;
import org.otklik.nlp.Retraining;
import org.otklik.store.Backup;
import org.otklik.store.Database;
import org.otklik.store.DatabaseAddress;
import org.otklik.store.Durability;
import org.otklik.store.LocalPostgres;
import org.otklik.store.NightlyBackups;
import org.otklik.store.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts Otklik and keeps it running. */
@Command(
        name = "run",
        description = {
            "Start Otklik and keep it running, until you press Ctrl-C.",
            "Everything is kept in the folder ./data, unless the configuration says otherwise."
        })
final class RunCommand implements Callable<Integer> {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Mixin
    private final Installation installation = new Installation();

    @Option(
            names = "--demo",
            description = "Fill an empty database with an invented fund, so that everything can be tried at once.")
    private boolean demo;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the library
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var models = CompletableFuture.supplyAsync(NluModels::load);
        var configuration = installation.configuration();
        if (!demo) {
            return serve(configuration, models, DemoServers.none());
        }
        try (var servers = DemoServers.besides(configuration)) {
            return serve(installation.configuration(servers.settings()), models, servers);
        }
    }

    private int serve(Configuration configuration, CompletableFuture<NluModels> models, DemoServers servers)
            throws InterruptedException {
        var external = Installation.external(configuration.settings());
        try {
            if (external.isPresent()) {
                serve(configuration, external.get(), models, servers);
            } else {
                try (var local = LocalPostgres.start(configuration.settings().data(), Durability.DURABLE)) {
                    serve(configuration, local.address(), models, servers);
                }
            }
            return 0;
        } finally {
            stopped.countDown();
        }
    }

    private void serve(
            Configuration configuration,
            DatabaseAddress address,
            CompletableFuture<NluModels> models,
            DemoServers servers)
            throws InterruptedException {
        var settings = configuration.settings();
        var clock = Clock.systemUTC();
        new Schema(address).update();
        try (var database = new Database(address, settings.database().poolSize())) {
            var organization = Installation.organization(settings).writingFrom(Channels.sender(configuration));
            var fund = demo ? Demo.fill(database, organization, clock) : Optional.<Demo>empty();
            var foundation = new Node.Foundation(
                    configuration,
                    fund.map(Demo::organization).orElse(organization),
                    database,
                    models.join(),
                    Retraining.shipped(Release.current().product()),
                    clock,
                    nightly(settings, address, clock));
            try (var node = Node.start(foundation)) {
                Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
                tell(settings, node, fund);
                servers.lines().forEach(this::say);
                say("");
                say("Press Ctrl-C to stop.");
                stop.await();
                say("Stopping…");
            }
        }
    }

    /** On Ctrl-C or a signal: waits until everything has been put away. */
    private void stop() {
        stop.countDown();
        try {
            stopped.await();
            say("Stopped.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Jobs.Nightly> nightly(Settings settings, DatabaseAddress address, Clock clock) {
        if (!settings.backup().enabled()) {
            return Optional.empty();
        }
        Path data = settings.data();
        var zone = settings.organization().timezone();
        var backups = new NightlyBackups(
                new Backup(address, data.resolve("files"), clock),
                data.resolve("backup"),
                settings.backup().keepDays(),
                zone,
                clock);
        return Optional.of(new Jobs.Nightly(backups, settings.backup().hour(), zone));
    }

    private void tell(Settings settings, Node node, Optional<Demo> fund) {
        var address = settings.http().publicUrl().map(String::valueOf).orElse("http://localhost:" + node.port());
        say("Otklik is running.");
        say("");
        node.channels().open().forEach(open -> say("  " + open.name() + ": " + place(open, address)));
        node.channels().off().forEach(off -> say("  " + off.name() + ": off, " + off.reason()));
        fund.flatMap(Demo::signIn)
                .ifPresentOrElse(
                        code -> say("  staff sign-in (works once): " + address + "/#code=" + code),
                        () -> say(
                                "  staff sign-in: make a link with  otklik staff invite \"Anna Petrova\" --role admin"));
        say("  health: " + address + "/health/ready   metrics: " + address + "/metrics");
        say("  data: " + settings.data().toAbsolutePath());
    }

    /** Where people find a channel, as far as that is known before it has connected. */
    private static String place(Channels.OpenChannel open, String address) {
        boolean isPage = open.channel().capabilities().attached();
        return open.sender().orElse(isPage ? address + "/" : "on");
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
