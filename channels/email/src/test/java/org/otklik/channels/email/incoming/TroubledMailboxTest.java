package org.otklik.channels.email.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.email.connection.Security;

/** Servers that can't do, or will not do, what is asked of them: the operator is told, and the next mail is read. */
class TroubledMailboxTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String INBOX = "INBOX";
    private static final String FAILED = "Не прочитано";
    private static final String LARGE = "ы".repeat(TestMailbox.MOST_BYTES);

    private final BentMailbox bent = new BentMailbox();

    @AfterEach
    void close() {
        bent.close();
    }

    private IncomingSettings settings() {
        return bent.mailbox().settings(bent.wire().port(), Security.NONE, TestMailbox.PASSWORD, INBOX);
    }

    private void deliverTooLargeOneAndAnother() {
        bent.mailbox().deliver(INBOX, "1", LARGE);
        bent.mailbox().deliver(INBOX, "2", "короткое 🐈");
    }

    private void awaitTheOther() {
        await().atMost(SOON).untilAsserted(() -> assertThat(bent.texts()).containsExactly("короткое 🐈"));
        await().atMost(SOON).until(() -> bent.mailbox().read(INBOX).contains(true));
    }

    private boolean hasSaid(String command) {
        return bent.wire().commands().stream().anyMatch(said -> said.matches(command));
    }

    @Test
    void withoutMoveAMailIsCopiedAndItsOriginalDeletedAlone() {
        bent.wire().changeServer("(\\* CAPABILITY .*?) MOVE(.*)", "$1$2");
        deliverTooLargeOneAndAnother();

        bent.fetch(settings());

        awaitTheOther();
        await().atMost(SOON).until(() -> bent.mailbox().mails(FAILED).size() == 1);
        await().atMost(SOON).until(() -> bent.mailbox().mails(INBOX).size() == 1);
        assertThat(hasSaid("\\w+ UID EXPUNGE \\d+")).isTrue();
        assertThat(hasSaid("\\w+ EXPUNGE")).isFalse();
    }

    @Test
    void withoutUidPlusEitherTheOriginalStaysMarkedAsDeleted() {
        bent.wire().changeServer("(\\* CAPABILITY .*?) MOVE(.*?) UIDPLUS(.*)", "$1$2$3");
        bent.wire().changeServer("(\\* CAPABILITY .*?) UIDPLUS(.*?) MOVE(.*)", "$1$2$3");
        deliverTooLargeOneAndAnother();

        bent.fetch(settings());

        awaitTheOther();
        await().atMost(SOON).until(() -> bent.mailbox().mails(FAILED).size() == 1);
        await().atMost(SOON).until(() -> bent.mailbox().mails(INBOX).size() == 1);
        assertThat(hasSaid("(?i).*EXPUNGE.*")).isFalse();
    }

    @Test
    void aMailOf200MegabytesIsFiledByItsSizeAndNeverFetched() {
        bent.mailbox().deliver(INBOX, "1", "двести мегабайт");
        bent.mailbox().deliver(INBOX, "2", "короткое 🐈");
        bent.wire().changeServer("(\\* 1 FETCH .*RFC822\\.SIZE )\\d+(.*)", "$1209715200$2");

        bent.fetch(settings());

        awaitTheOther();
        await().atMost(SOON).until(() -> bent.mailbox().mails(FAILED).size() == 1);
        assertThat(bent.wire().commands().stream().filter(said -> said.contains("BODY.PEEK")))
                .allMatch(said -> said.contains(" FETCH 2 ") || said.contains(" FETCH 1 "))
                .hasSize(1);
        assertThat(bent.host().told().values())
                .hasSize(1)
                .allSatisfy(task -> assertThat(task.arguments()).containsEntry("size", 200L));
    }

    @Test
    void aMailThatIsLargerThanItsServerSaidIsReadNoFurtherThanTheLimit() {
        deliverTooLargeOneAndAnother();
        bent.wire().changeServer("(\\* 1 FETCH .*RFC822\\.SIZE )\\d+(.*)", "$112$2");

        bent.fetch(settings());

        awaitTheOther();
        await().atMost(SOON).until(() -> bent.mailbox().mails(FAILED).size() == 1);
    }

    @Test
    void aFullMailboxKeepsWhatCannotBeMovedAndTheNextMailIsRead() {
        bent.wire().changeServer("(\\* CAPABILITY .*?) MOVE(.*)", "$1$2");
        bent.wire().answer("(\\w+) (?:UID )?COPY .*", "$1 NO [OVERQUOTA] mailbox of anna@donor.example is full");
        deliverTooLargeOneAndAnother();

        bent.fetch(settings());

        awaitTheOther();
        assertThat(bent.mailbox().mails(INBOX)).hasSize(2);
        assertThat(bent.host().told().values())
                .hasSize(1)
                .allSatisfy(task -> assertThat(task.arguments()).containsEntry("folder", INBOX));
    }

    @Test
    void aFolderThatCannotBeMadeKeepsWhatCannotBeMoved() {
        bent.wire().answer("(\\w+) CREATE .*", "$1 NO [NOPERM] not allowed");
        deliverTooLargeOneAndAnother();

        bent.fetch(settings());

        awaitTheOther();
        assertThat(bent.mailbox().mails(INBOX)).hasSize(2);
    }

    @Test
    void aDeniedLoginIsSaidInOneLine() {
        bent.wire().answer("(\\w+) LOGIN .*", "$1 NO [CONTACTADMIN] account anna@donor.example is suspended");

        var says = ImapFetcher.probe(settings()).says();

        assertThat(says)
                .isEqualTo("INBOX: 127.0.0.1 refuses the user or the password;"
                        + " look at channels.email.imap.user and .password");
    }

    @Test
    void aDeniedFolderIsSaidInOneLineAndReadOnceItIsAllowed() {
        bent.wire().answer("(\\w+) SELECT .*", "$1 NO [NOPERM] permission denied for anna@donor.example");

        var fetcher = bent.fetch(settings());

        await().atMost(SOON).until(() -> fetcher.health().says().startsWith("INBOX: 127.0.0.1"));
        assertThat(fetcher.health().says())
                .doesNotContain("@")
                .doesNotContain("\n")
                .contains("denied");
    }
}
