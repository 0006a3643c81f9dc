package org.otklik.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jooq.exception.DataAccessException;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Payload;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.nlp.OwnFiles;
import org.otklik.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns beside the conversations, on a thread of its own with little claim to the processors: writes what was reviewed into the
 * organisation's files, and trains once they have been left alone for a while, so that many reviews give one training. Files that somebody
 * edits by hand are learned from in the same way.
 */
public final class Learning implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Who reviews one message goes on to the next. */
    private static final Duration QUIET = Duration.ofSeconds(20);
    /** Two processes may write the files: the bot, and a command of the operator. */
    private static final String ONE_WRITER = "SELECT pg_advisory_xact_lock(4801)";

    private final NluFolder folder;
    private final Teaching teaching;
    private final ArticleFiles articles;
    private final Database database;
    private final Texts texts;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean closed;
    /** Never seen, so that what was left undone at the last end is done at once. */
    private String stamp = "?";

    private Instant changedAt = Instant.MIN;
    private boolean isLearned;

    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: where the system heeds it, answers come first
    public Learning(NluFolder folder, Teaching teaching, Database database, Texts texts, Clock clock) {
        this.folder = folder;
        this.teaching = teaching;
        this.articles = new ArticleFiles(folder.articles(), database, clock);
        this.database = database;
        this.texts = texts;
        this.clock = clock;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("learning")
                .priority(Thread.MIN_PRIORITY)
                .unstarted(this::work);
    }

    public void start() {
        thread.start();
    }

    private void work() {
        while (!closed) {
            var pause = AFTER_FAILURE;
            try {
                step();
                pause = POLL;
            } catch (DataAccessException | IOException | UncheckedIOException e) {
                // The edge of a step; the next one tries again.
                LOG.warn("learning: {}", e.getMessage());
            } catch (RuntimeException | Error e) {
                LOG.error("learning stumbled", e);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private void step() throws IOException {
        keep(database, folder);
        articles.load();
        var now = Stamp.of(folder.path());
        if (!now.equals(stamp)) {
            changedAt = stamp.equals("?") ? Instant.MIN : clock.instant();
            stamp = now;
            isLearned = false;
        }
        if (!isLearned && !clock.instant().isBefore(quietAt())) {
            isLearned = true;
            teaching.learn().filter(lesson -> !lesson.isUsed()).ifPresent(this::tell);
        }
    }

    private Instant quietAt() {
        return changedAt.equals(Instant.MIN) ? changedAt : changedAt.plus(QUIET);
    }

    /**
     * Writes what was reviewed into the files, and takes out of them what people have said who were erased.
     *
     * @return how many lines were written
     */
    public static int keep(Database database, NluFolder folder) {
        return database.transaction(sql -> {
            sql.execute(ONE_WRITER);
            var reviews = new Reviews(sql);
            var files = new OwnFiles(folder.intents());
            try {
                var forgotten = new HashSet<>(reviews.forget());
                files.remove(forgotten);
                if (!forgotten.isEmpty()) {
                    // What was trained knows their words, so it must not be used any more.
                    Files.deleteIfExists(folder.model());
                }
                var unwritten = reviews.unwritten();
                for (var taught : unwritten) {
                    files.add(taught.language(), taught.intent(), taught.line());
                    reviews.written(taught);
                }
                return unwritten.size();
            } catch (IOException e) {
                throw new DataAccessException(folder.intents() + " can't be written: " + e.getMessage(), e);
            }
        });
    }

    /** Tells the administrators that it was worse. */
    private void tell(LastLesson lesson) {
        database.transaction(sql -> {
            var lines = new Handoffs(sql).linesOfAdmins();
            lines.forEach(line -> new Outbox(sql)
                    .queue(
                            new Outbox.Draft(
                                            line.conversationId(),
                                            line.address(),
                                            texts.say(line.language(), told(lesson, line.language())),
                                            new Payload.Said(List.of(), Author.BOT),
                                            line.language(),
                                            Optional.empty())
                                    .in(line.threadId()),
                            clock.instant()));
            return lines.size();
        });
    }

    private Text told(LastLesson lesson, Language reader) {
        var figures = lesson.before().keySet().stream()
                .map(language -> texts.say(
                        reader,
                        Text.of(LearningText.FIGURE)
                                .with("language", language)
                                .with("before", percent(lesson.before().getOrDefault(language, 0.0)))
                                .with("after", percent(lesson.after().getOrDefault(language, 0.0)))))
                .toList();
        return Text.of(LearningText.NOT_LEARNED)
                .with("figures", String.join("; ", figures))
                .with("folder", folder.intents().toString());
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(share * 1000) / 10.0);
    }

    /** Does not wait for a training to its end: what it would have learned is learned at the next start. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
