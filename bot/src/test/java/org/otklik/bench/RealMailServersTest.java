package org.otklik.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.otklik.schema.Tables.MESSAGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.store.Database;
import org.otklik.store.LocalPostgres;
import org.otklik.store.TestPrograms;

/** The whole product beside a real Dovecot and a real Postfix. */
class RealMailServersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What a mail may take from the one server's word to the row in the database. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<.*>)");
    /** So few writers that each is answered: nobody here is proven, and those of one domain get few first answers an hour. */
    private static final int KILLS = 3;

    private static final int MAILS_A_LIFE = 4;

    private static MailServers servers;
    private static Bot bot;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var mail = Files.createDirectory(folder.resolve("mail"));
        servers = new MailServers(mail);
        var product = Files.createDirectory(folder.resolve("product"));
        TestPrograms.lendTo(product.resolve("data"));
        bot = new Bot(product, QUICK_START, servers.settings());
        bot.start();
        servers.write("anna@people.example.net", "Здравствуйте! Как к вам доехать? 🐾");
        await().atMost(PATIENCE)
                .until(() -> !servers.received("anna@people.example.net").isEmpty());
    }

    @AfterAll
    static void stop() {
        bot.close();
        servers.close();
    }

    private List<Instant> stored(String words) {
        try (var database = new Database(LocalPostgres.attachOrStart(bot.data()).address(), 1)) {
            return database.sql()
                    .select(MESSAGE.RECEIVED_AT)
                    .from(MESSAGE)
                    .where(MESSAGE.DIRECTION.eq("in"))
                    .and(MESSAGE.BODY.contains(words))
                    .fetch(MESSAGE.RECEIVED_AT);
        }
    }

    @Test
    void aMailIsNoticedWithoutWaitingForThePoll() {
        var before = Instant.now();
        servers.write("boris@people.example.net", "Сколько лет должно быть волонтёру? 🙂");

        await().atMost(PATIENCE).until(() -> stored("должно быть волонтёру").size() == 1);
        assertThat(stored("должно быть волонтёру").getFirst()).isBefore(before.plus(AT_ONCE));
        await().atMost(PATIENCE)
                .until(() -> !servers.received("boris@people.example.net").isEmpty());
    }

    @Test
    void whatComesWhileTheMailboxIsAwayIsNotLost() {
        servers.stopImap();
        for (int i = 0; i < 5; i++) {
            servers.write("vera@people.example.net", "Пока вас не было, письмо " + i + " 📬");
        }
        servers.startImap();

        await().atMost(PATIENCE).until(() -> stored("Пока вас не было").size() >= 5);
        assertThat(IntStream.range(0, 5).mapToObj(i -> stored("письмо " + i).size()))
                .containsOnly(1);
    }

    @Test
    void aBotThatIsKilledStoresEachMailOnceAndSaysTheSameTwiceAtMost() {
        var random = new Random(4);
        for (int life = 0; life < KILLS; life++) {
            for (int i = 0; i < MAILS_A_LIFE; i++) {
                servers.write(
                        writer(life * MAILS_A_LIFE + i), "Когда у вас можно погулять с собаками? " + life + "-" + i);
            }
            LockSupport.parkNanos(random.nextLong(Duration.ofSeconds(2).toNanos()));
            bot.kill();
            bot.start();
        }

        var writers = IntStream.range(0, KILLS * MAILS_A_LIFE)
                .mapToObj(RealMailServersTest::writer)
                .toList();
        await().atMost(PATIENCE)
                .until(() -> writers.stream()
                        .noneMatch(writer -> servers.received(writer).isEmpty()));
        assertThat(stored("погулять с собаками")).hasSize(KILLS * MAILS_A_LIFE);
        assertThat(writers)
                .allSatisfy(writer -> assertThat(ids(writer).distinct()).hasSize(1));
    }

    private static String writer(int number) {
        return "writer" + number + "@people.example.net";
    }

    private Stream<String> ids(String address) {
        return servers.received(address).stream().map(mail -> {
            var id = MESSAGE_ID.matcher(mail);
            assertThat(id.find()).isTrue();
            return id.group(1);
        });
    }
}
