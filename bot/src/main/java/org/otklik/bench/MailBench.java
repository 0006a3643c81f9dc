package org.otklik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.otklik.store.DatabaseAddress;
import org.otklik.store.LocalPostgres;

/**
 * How many mails the product reads and files in a second: from the mailbox to the row in the database, with the answer where one is due.
 * Beside it, in the same run, how many a mail program fetches that does nothing else; and whether the heap grows with what came.
 */
final class MailBench {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final int WARM_UP = 1_000;

    /** Caches fill and plans are kept. A hundredth of what came would be more. */
    private static final int MOST_GROWTH_MIB = 16;

    private static final String PRODUCT = "hello";

    private final Bot bot;
    private final Dovecot server;
    private final LetterSink sink;
    private final Postbag postbag;
    private final Path folder;
    private final Plan plan;
    private final Consumer<String> progress;

    /**
     * How much is measured.
     *
     * @param mails shared out among the rounds; those that come before, for the JVM to warm up, don't count
     */
    record Plan(int mails, int rounds) {
        int of(int round) {
            return round == 0 ? Math.min(WARM_UP, mails / rounds) : mails / rounds;
        }

        int until(int round) {
            return of(0) + round * of(1);
        }
    }

    private record Round(double filed, double fetched, double ownMillis, double serverMillis, double heap) {}

    /**
     * @param bot with the {@link #settings} that lead to the servers
     * @param folder for the mails, on the disk of the IMAP server's
     */
    MailBench(
            Bot bot,
            Dovecot server,
            LetterSink sink,
            Postbag postbag,
            Path folder,
            Plan plan,
            Consumer<String> progress) {
        this.bot = bot;
        this.server = server;
        this.sink = sink;
        this.postbag = postbag;
        this.folder = folder;
        this.plan = plan;
        this.progress = progress;
    }

    /** The settings of a product that reads from one server and sends to the other. */
    static Map<String, String> settings(Dovecot server, LetterSink sink) {
        var email = "OTKLIK_CHANNELS_EMAIL_";
        return Map.ofEntries(
                Map.entry(email + "ADDRESS", BenchLetter.ORGANIZATION),
                Map.entry(email + "AUTHSERV_ID", BenchLetter.SERVER),
                Map.entry(email + "IMAP_HOST", Dovecot.HOST),
                Map.entry(email + "IMAP_PORT", String.valueOf(server.port())),
                Map.entry(email + "IMAP_SECURITY", "none"),
                Map.entry(email + "IMAP_USER", PRODUCT),
                Map.entry(email + "IMAP_PASSWORD", Dovecot.PASSWORD),
                Map.entry(email + "SMTP_HOST", Dovecot.HOST),
                Map.entry(email + "SMTP_PORT", String.valueOf(sink.port())),
                Map.entry(email + "SMTP_SECURITY", "none"),
                Map.entry(email + "SMTP_RATE_PER_MINUTE", "100000"));
    }

    List<Measure> run() {
        server.create(PRODUCT);
        bot.start();
        if (!Deadline.in(START).meets(this::isReady)) {
            throw new IllegalStateException("Otklik does not start:\n" + bot.lastWords());
        }
        var address = LocalPostgres.attachOrStart(bot.data()).address();
        try (var filed = new Filed(address)) {
            progress.accept("warming up with %d mails".formatted(plan.of(0)));
            round(0, filed, address);
            var rounds = new ArrayList<Round>();
            for (int number = 1; number <= plan.rounds(); number++) {
                rounds.add(round(number, filed, address));
                var last = rounds.getLast();
                progress.accept(
                        "round %d: fetched alone %.0f mails/s, filed %.0f, each %.2f ms of processor and %.2f ms of the database's; live heap %.1f MiB"
                                .formatted(
                                        number,
                                        last.fetched(),
                                        last.filed(),
                                        last.ownMillis(),
                                        last.serverMillis(),
                                        last.heap()));
            }
            return measures(rounds, filed);
        }
    }

    private List<Measure> measures(List<Round> rounds, Filed filed) {
        int all = plan.until(plan.rounds());
        return List.of(
                Measure.atLeast(
                        0,
                        "mails read and filed",
                        Latencies.median(rounds.stream().map(Round::filed).toList()),
                        Latencies.median(rounds.stream().map(Round::fetched).toList()),
                        "1/s"),
                Measure.atLeast(1, "mails done", filed.done(), all, "mails"),
                Measure.atLeast(1, "mails marked as read", server.seen(PRODUCT), all, "mails"),
                Measure.atLeast(1, "answers sent", sink.letters(), filed.answers(), "letters"),
                Measure.atMost(
                        MOST_GROWTH_MIB,
                        "growth of the live heap",
                        rounds.getLast().heap() - rounds.getFirst().heap(),
                        "MiB"));
    }

    private boolean isReady() {
        try (var client = HttpClient.newHttpClient()) {
            var ready = HttpRequest.newBuilder(URI.create("http://localhost:" + bot.port() + "/health/ready"))
                    .build();
            return client.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Round round(int number, Filed filed, DatabaseAddress address) {
        var mails = written(number);
        double fetched = mails.size() / seconds(() -> fetchAlone("alone" + number, mails));
        var product = ProcessHandle.of(bot.pid()).orElseThrow();
        double ownBefore = ProcessorTime.of(product);
        double serverBefore = ProcessorTime.of(address);
        double perSecond = mails.size() / seconds(() -> file(mails, filed));
        if (!Deadline.in(PATIENCE).meets(() -> filed.unsent() == 0)) {
            throw new IllegalStateException("the answers are not sent; the bot:\n" + bot.lastWords());
        }
        return new Round(
                perSecond,
                fetched,
                (ProcessorTime.of(product) - ownBefore) / mails.size(),
                (ProcessorTime.of(address) - serverBefore) / mails.size(),
                LiveHeap.of(bot.pid()));
    }

    private List<Path> written(int round) {
        int end = plan.until(round);
        return IntStream.range(end - plan.of(round), end)
                .mapToObj(this::writtenFile)
                .toList();
    }

    private Path writtenFile(int number) {
        try {
            return Files.write(folder.resolve("1700000000.M%06d.bench".formatted(number)), postbag.mail(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fetchAlone(String mailbox, List<Path> mails) {
        server.create(mailbox);
        server.deliver(mailbox, mails);
        new PlainMailClient(server).fetchAll(mailbox);
    }

    private void file(List<Path> mails, Filed filed) {
        long newest = filed.newest();
        server.deliver(PRODUCT, mails);
        if (!Deadline.in(PATIENCE).meets(() -> filed.settled(newest) >= mails.size(), TICK)) {
            throw new IllegalStateException("not all mails were filed in %d minutes; the bot:%n%s"
                    .formatted(PATIENCE.toMinutes(), bot.lastWords()));
        }
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
