package org.otklik.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.otklik.botapi.BotApiOptions;
import org.otklik.botapi.BotApiServer;
import org.otklik.cli.Installation;
import org.otklik.cli.Output;
import org.otklik.config.SettingsReader;
import org.otklik.conversation.TurnHandler;
import org.otklik.fixtures.Demo;
import org.otklik.host.Channels;
import org.otklik.nlp.NluModels;
import org.otklik.organization.Organization;
import org.otklik.store.Database;
import org.otklik.store.Durability;
import org.otklik.store.LocalPostgres;
import org.otklik.store.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the product on this machine. Each measurement makes a database of its own and removes it again. */
@Command(name = "bench", description = "Measure speed and robustness on this machine, on invented data.")
public final class BenchCommand {
    private static final int CHECK_FAILED = 1;
    private static final int CONVERSATIONS = 50;
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(4);

    private final BiFunction<Organization, NluModels, TurnHandler> dialogues;
    private final Clock clock;

    /** @param dialogues makes the whole dialogue of an organisation */
    public BenchCommand(BiFunction<Organization, NluModels, TurnHandler> dialogues, Clock clock) {
        this.dialogues = dialogues;
        this.clock = clock;
    }

    @Command(
            name = "turns",
            description =
                    "Messages answered in a second, against the commits in a second of pgbench on the same server.")
    int turns(
            @Mixin Output output,
            @Option(names = "--clients", defaultValue = "4", description = "How many hand in messages; default 4.")
                    int clients,
            @Option(names = "--rounds", defaultValue = "3", description = "How often each is measured; default 3.")
                    int rounds,
            @Option(names = "--seconds", defaultValue = "10", description = "How long a round takes; default 10.")
                    int seconds,
            @Option(names = "--warm-up", defaultValue = "30", description = "Seconds that don't count; default 30.")
                    int warmUp) {
        try (var scratch = new Scratch();
                var server = LocalPostgres.start(scratch.folder(), Durability.DURABLE)) {
            var settings = new SettingsReader(Map.of(), scratch.folder(), Channels.settings())
                    .read()
                    .settings();
            var plan = new TurnsBench.Plan(
                    clients,
                    settings.database().poolSize(),
                    rounds,
                    Duration.ofSeconds(warmUp),
                    Duration.ofSeconds(seconds));
            var pgbench = new Pgbench(server.copy("pgbench"));
            output.note("a flush to this disk takes %.2f ms".formatted(new DiskFlush(scratch.folder()).millis()));
            output.note("filling the tables of pgbench");
            pgbench.fill();
            var address = server.address();
            new Schema(address).update();
            var organization = Installation.organization(settings);
            try (var database = new Database(address, 1)) {
                Demo.fill(database, organization, clock);
            }
            var handler = dialogues.apply(organization, NluModels.load());
            return print(output, new TurnsBench(address, handler, pgbench, plan, clock, output::note).run());
        }
    }

    @Command(
            name = "crash",
            description =
                    "Kills Otklik again and again under load: nothing may be lost, done twice or put out of order.")
    int crash(
            @Mixin Output output,
            @Option(names = "--kills", defaultValue = "30", description = "How often; default 30.") int kills,
            @Option(names = "--rate", defaultValue = "50", description = "Messages in a second; default 50.") int rate,
            @Option(names = "--seed", defaultValue = "1", description = "Of the moments of the kills; default 1.")
                    long seed) {
        try (var scratch = new Scratch();
                var bot = new Bot(scratch.folder(), List.of(), CrashBench.openDoors())) {
            var plan = new CrashBench.Plan(kills, CONVERSATIONS, rate, LONGEST_LIFE);
            return print(output, new CrashBench(bot, plan, new Random(seed), output::note).run());
        }
    }

    @Command(
            name = "sockets",
            description = "Opens many chats in which nobody says anything, and reports the heap of Otklik.")
    int sockets(
            @Mixin Output output,
            @Option(names = "--count", defaultValue = "10000", description = "How many; default 10000.") int count,
            @Option(names = "--heap", defaultValue = "512", description = "MiB that Otklik gets; default 512.")
                    int heap) {
        try (var scratch = new Scratch();
                var bot = new Bot(scratch.folder(), List.of("-Xmx" + heap + "m"), CrashBench.openDoors())) {
            return print(output, new SocketsBench(bot, count, heap, output::note).run());
        }
    }

    @Command(
            name = "mail",
            description =
                    "Mails read and filed in a second, against a mail program that only fetches them (needs Dovecot).")
    int mail(
            @Mixin Output output,
            @Option(names = "--mails", defaultValue = "10000", description = "How many; default 10000.") int mails,
            @Option(names = "--rounds", defaultValue = "4", description = "They come in so many rounds; default 4.")
                    int rounds,
            @Option(names = "--seed", defaultValue = "1", description = "Of the mails; default 1.") long seed,
            @Option(names = "--heap", defaultValue = "512", description = "MiB that Otklik gets; default 512.")
                    int heap) {
        try (var scratch = new Scratch()) {
            var folder = scratch.openFolder("mail");
            try (var server = new Dovecot(folder);
                    var sink = new LetterSink();
                    var bot =
                            new Bot(scratch.folder(), List.of("-Xmx" + heap + "m"), MailBench.settings(server, sink))) {
                var postbag = new Postbag(seed, Demo.addresses(), clock.instant());
                var plan = new MailBench.Plan(mails, rounds);
                return print(
                        output,
                        new MailBench(bot, server, sink, postbag, scratch.openFolder("mails"), plan, output::note)
                                .run());
            }
        }
    }

    @Command(
            name = "telegram",
            description =
                    "Updates taken and handled in a second, against a bot that only fetches them, and replies against the limit.")
    int telegram(
            @Mixin Output output,
            @Option(names = "--updates", defaultValue = "5000", description = "How many; default 5000.") int updates,
            @Option(names = "--chats", defaultValue = "1000", description = "From how many chats; default 1000.")
                    int chats) {
        try (var scratch = new Scratch();
                var stand = BotApiServer.start(BotApiOptions.of(clock));
                var bot = new Bot(scratch.folder(), List.of(), TelegramBench.settings(stand))) {
            var plan = new TelegramBench.Plan(updates, chats);
            return print(output, new TelegramBench(bot, stand, clock, plan, output::note).run());
        }
    }

    @Command(
            name = "names",
            description =
                    "How long it takes to find somebody among many by a name in any case, and by one with a slip.")
    int names(
            @Mixin Output output,
            @Option(
                            names = "--contacts",
                            defaultValue = "1000000",
                            description = "Among how many; default 1000000, which take 30 GB for a while.")
                    int contacts,
            @Option(names = "--lookups", defaultValue = "500", description = "Of each kind; default 500.") int lookups,
            @Option(names = "--seed", defaultValue = "1", description = "Of the names; default 1.") long seed) {
        try (var scratch = new Scratch();
                var server = LocalPostgres.start(scratch.folder(), Durability.THROWAWAY)) {
            var address = server.address();
            new Schema(address).update();
            try (var database = new Database(address, 2)) {
                return print(
                        output,
                        new NamesBench(database, new NamesBench.Plan(contacts, lookups, seed), output::note).run());
            }
        }
    }

    @Command(
            name = "understanding",
            description = "How long it takes to read 100 kB of nonsense of every kind, beside 10 kB of it.")
    int understanding(
            @Mixin Output output,
            @Option(names = "--rounds", defaultValue = "7", description = "How often each is read; default 7.")
                    int rounds) {
        return print(output, new UnderstandingBench(rounds, output::note).run());
    }

    @Command(
            name = "fuzz",
            description = "Looks for texts that can't be understood without an exception, or only with a wrong place.")
    int fuzz(
            @Mixin Output output,
            @Option(names = "--minutes", defaultValue = "3", description = "For all targets together; default 3.")
                    int minutes,
            @Option(names = "--seed", defaultValue = "1", description = "Of the texts; default 1.") long seed) {
        try (var scratch = new Scratch()) {
            return print(
                    output, new FuzzBench(scratch.folder(), Duration.ofMinutes(minutes), seed, output::note).run());
        }
    }

    @Command(
            name = "rehearse",
            hidden = true,
            description = "Keeps in a file what the JVM learns from a start and some talk, for quicker starts.")
    void rehearse(@Parameters(paramLabel = "FILE", description = "The cache of JEP 514.") Path cache) {
        try (var scratch = new Scratch();
                var bot = new Bot(
                        scratch.folder(),
                        List.of("-XX:AOTCacheOutput=" + cache.toAbsolutePath()),
                        CrashBench.openDoors())) {
            new Rehearsal(bot).run();
        }
    }

    private static int print(Output output, List<Measure> measures) {
        measures.forEach(measure -> output.line(measure, measure.sentence()));
        return measures.stream().allMatch(Measure::ok) ? 0 : CHECK_FAILED;
    }
}
