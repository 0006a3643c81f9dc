package org.otklik.channels.email.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.RecordingHost;
import org.otklik.channels.email.connection.Security;

class ImapFetcherTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String INBOX = "INBOX";
    private static final String DONATIONS = "Пожертвования 🐾";
    private static final String FAILED = "Не прочитано";

    private final Vertx vertx = Vertx.vertx();
    private final RecordingHost host = new RecordingHost(vertx, Router.router(vertx), Clock.systemUTC());
    private final TestMailbox mailbox = new TestMailbox();
    private final List<ImapFetcher> fetchers = new ArrayList<>();

    @AfterEach
    void close() {
        fetchers.forEach(ImapFetcher::close);
        mailbox.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private ImapFetcher fetch(IncomingSettings settings) {
        var fetcher = new ImapFetcher(settings, BentMailbox::read, host);
        fetchers.add(fetcher);
        fetcher.start();
        return fetcher;
    }

    private ImapFetcher watching(String... folders) {
        var fetcher = fetch(mailbox.settings(folders));
        await().atMost(SOON).until(() -> fetcher.health().working());
        return fetcher;
    }

    private List<String> texts() {
        return host.accepted().stream().map(InboundMessage::text).toList();
    }

    private void awaitTexts(String... texts) {
        await().atMost(SOON).untilAsserted(() -> assertThat(texts()).containsExactlyInAnyOrder(texts));
    }

    private void awaitRead(String folder, Boolean... marks) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mailbox.read(folder)).containsExactly(marks));
    }

    @Test
    void aMailThatWasThereIsStoredAndThenMarkedAsRead() {
        mailbox.deliver(INBOX, "1", "Хочу помочь 🐾 кошкам");

        fetch(mailbox.settings(INBOX));

        awaitTexts("Хочу помочь 🐾 кошкам");
        awaitRead(INBOX, true);
        assertThat(host.accepted().getFirst().raw().toString(StandardCharsets.UTF_8))
                .contains("Subject: Помощь 🐾");
    }

    @Test
    void aMailThatComesIsThereAtOnce() {
        watching(INBOX);

        mailbox.deliver(INBOX, "1", "первое");
        await().atMost(Duration.ofSeconds(2)).until(() -> texts().contains("первое"));
        mailbox.deliver(INBOX, "2", "второе 🐈");
        await().atMost(Duration.ofSeconds(2)).until(() -> texts().contains("второе 🐈"));

        awaitRead(INBOX, true, true);
    }

    @Test
    void mailsThatComeWhileOthersAreTakenInDoNotWaitForTheNextPoll() {
        watching(INBOX);
        // Each mail is answered by another, as long as it is being taken in.
        host.onAccepted(message -> {
            int number = Integer.parseInt(message.text());
            if (number < 20) {
                mailbox.deliver(INBOX, "m" + (number + 1), String.valueOf(number + 1));
            }
        });

        mailbox.deliver(INBOX, "m1", "1");

        await().atMost(SOON).until(() -> host.accepted().size() == 20);
        awaitRead(INBOX, Collections.nCopies(20, true).toArray(Boolean[]::new));
    }

    @Test
    void manyMailsKeepTheirOrder() {
        for (int i = 0; i < 120; i++) {
            mailbox.deliver(INBOX, "m" + i, "письмо " + i);
        }

        fetch(mailbox.settings(INBOX));

        await().atMost(SOON).until(() -> host.accepted().size() == 120);
        assertThat(texts())
                .containsExactly(
                        IntStream.range(0, 120).mapToObj(i -> "письмо " + i).toArray(String[]::new));
    }

    @Test
    void afterVeryManyMailsTheNextOnesAreNoticedAtOnceToo() {
        for (int i = 0; i < 520; i++) {
            mailbox.deliver(INBOX, "m" + i, "письмо " + i);
        }
        watching(INBOX);
        await().atMost(SOON).until(() -> host.accepted().size() == 520);

        mailbox.deliver(INBOX, "next", "следующее 🐾");
        await().atMost(SOON).until(() -> texts().contains("следующее 🐾"));
        mailbox.deliver(INBOX, "last", "последнее");

        await().atMost(SOON).until(() -> texts().contains("последнее"));
        assertThat(texts()).hasSize(522).doesNotHaveDuplicates();
    }

    @Test
    void severalFoldersAreWatched() {
        mailbox.create(DONATIONS);
        watching(INBOX, DONATIONS);

        mailbox.deliver(DONATIONS, "1", "5000 ₽");
        mailbox.deliver(INBOX, "2", "вопрос");

        awaitTexts("5000 ₽", "вопрос");
        awaitRead(DONATIONS, true);
    }

    @Test
    void aNewStartGoesOnWhereTheLastOneStopped() {
        mailbox.deliver(INBOX, "1", "до остановки");
        var first = watching(INBOX);
        awaitTexts("до остановки");
        first.close();
        mailbox.deliver(INBOX, "2", "во время остановки", new Flags(Flags.Flag.SEEN), Instant.now());
        var taken = new AtomicInteger();
        host.onAccepted(message -> taken.incrementAndGet());

        watching(INBOX);

        awaitTexts("до остановки", "во время остановки");
        assertThat(taken).hasValue(1);
    }

    @Test
    void aFolderWhoseNumbersHaveChangedBringsNothingTwiceAndLosesNothing() {
        mailbox.create(DONATIONS);
        mailbox.deliver(DONATIONS, "1", "раз");
        mailbox.deliver(DONATIONS, "2", "два");
        var first = watching(DONATIONS);
        awaitTexts("раз", "два");
        first.close();
        mailbox.deliver(DONATIONS, "3", "три 🐈");
        mailbox.renumber(DONATIONS);

        watching(DONATIONS);

        awaitTexts("раз", "два", "три 🐈");
        awaitRead(DONATIONS, true, true, true);
    }

    @Test
    void aCrashBetweenStoringAndMarkingDoublesNothing() {
        var crashes = new AtomicInteger();
        host.onAccepted(message -> {
            if (crashes.getAndIncrement() == 0) {
                throw new IllegalStateException("killed");
            }
        });
        mailbox.deliver(INBOX, "1", "один раз 🐾");

        fetch(mailbox.settings(INBOX));

        awaitRead(INBOX, true);
        assertThat(texts()).containsExactly("один раз 🐾");
    }

    @Test
    void aMailThatIsTooLargeIsFiledAsItIsAndTheNextIsRead() {
        mailbox.deliver(INBOX, "1", "ы".repeat(TestMailbox.MOST_BYTES));
        mailbox.deliver(INBOX, "2", "короткое");
        mailbox.deliver(INBOX, "3", "ж".repeat(TestMailbox.MOST_BYTES));

        fetch(mailbox.settings(INBOX));

        awaitTexts("короткое");
        await().atMost(SOON).until(() -> mailbox.mails(FAILED).size() == 2);
        awaitRead(INBOX, true);
        assertThat(host.told()).hasSize(1).allSatisfy((matter, task) -> {
            assertThat(task.key()).isEqualTo(FetchingText.TOO_LARGE);
            assertThat(task.arguments()).containsEntry("folder", FAILED);
        });
    }

    @Test
    void aMailThatTheStoreDoesNotTakeIsFiledAndTheNextIsRead() {
        host.refuse("яд");
        mailbox.deliver(INBOX, "1", "яд ☠");
        mailbox.deliver(INBOX, "2", "мёд 🍯");

        fetch(mailbox.settings(INBOX));

        awaitTexts("мёд 🍯");
        await().atMost(SOON).until(() -> mailbox.mails(FAILED).size() == 1);
        assertThat(host.told().values()).extracting(task -> task.key()).containsExactly(FetchingText.REFUSED);
    }

    @Test
    void whileTheStoreIsAwayMailsWaitUnread() {
        var fetcher = watching(INBOX);
        host.down(true);
        mailbox.deliver(INBOX, "1", "подождёт");
        await().atMost(SOON).until(() -> !fetcher.health().working());
        assertThat(fetcher.health().says()).contains("the database can't be reached");
        assertThat(mailbox.read(INBOX)).containsExactly(false);

        host.down(false);

        awaitTexts("подождёт");
        awaitRead(INBOX, true);
        await().atMost(SOON).until(() -> fetcher.health().working());
    }

    @Test
    void aServerThatRestartsIsFoundAgainAndNothingIsLost() {
        var fetcher = watching(INBOX);
        mailbox.stop();
        await().atMost(SOON).until(() -> !fetcher.health().working());
        assertThat(fetcher.health().says()).startsWith("INBOX: ").doesNotContain("@");
        mailbox.deliver(INBOX, "1", "пока сервера не было");

        mailbox.startAgain();

        awaitTexts("пока сервера не было");
        await().atMost(SOON).until(() -> fetcher.health().working());
        assertThat(fetcher.health().says()).isEqualTo("reads INBOX on 127.0.0.1");
    }

    @Test
    void ofAnUnknownMailboxOnlyWhatIsRecentAndUnreadIsTaken() {
        mailbox.deliver(INBOX, "1", "давно", new Flags(), Instant.now().minus(Duration.ofDays(40)));
        mailbox.deliver(INBOX, "2", "прочитано", new Flags(Flags.Flag.SEEN), Instant.now());
        mailbox.deliver(INBOX, "3", "вчера", new Flags(), Instant.now().minus(Duration.ofDays(1)));

        watching(INBOX);
        mailbox.deliver(INBOX, "4", "сейчас");

        awaitTexts("вчера", "сейчас");
        awaitRead(INBOX, false, true, true, true);
    }

    @Test
    void whatIsWrongIsSaidInTheOperatorsWords() {
        var port = mailbox.settings(INBOX).server().port();

        assertSays(mailbox.settings(port, Security.NONE, "неверный", INBOX), "refuses the user or the password");
        assertSays(mailbox.settings("Нет такой"), "has no folder of that name; look at channels.email.imap.folders");
        assertSays(mailbox.settings(port, Security.STARTTLS, TestMailbox.PASSWORD, INBOX), "has no STARTTLS");
        assertSays(mailbox.withTls(), "the certificate of 127.0.0.1 is not trusted");
        assertSays(mailbox.settings(1, Security.TLS, TestMailbox.PASSWORD, INBOX), "127.0.0.1:1 refuses connections");
    }

    private void assertSays(IncomingSettings settings, String words) {
        var probed = ImapFetcher.probe(settings);
        assertThat(probed.working()).isFalse();
        assertThat(probed.says()).contains(words).doesNotContain(TestMailbox.ADDRESS);

        var fetcher = fetch(settings);
        // The server complains, in threads of its own, of a client that does not like its certificate.
        await().dontCatchUncaughtExceptions()
                .atMost(SOON)
                .until(() -> fetcher.health().says().contains(words));
    }

    @Test
    void closingDoesNotWaitForNews() {
        var fetcher = watching(INBOX);

        assertThat(CompletableFuture.runAsync(fetcher::close)).succeedsWithin(Duration.ofSeconds(3));
    }
}
