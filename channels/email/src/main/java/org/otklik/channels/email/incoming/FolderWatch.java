package org.otklik.channels.email.incoming;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.RawReader;
import org.otklik.channels.StoreUnavailable;
import org.otklik.channels.email.connection.Complaint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one folder over a connection of its own: takes in what is there, waits for more, and begins anew when something breaks. */
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** What is being taken in is stored and marked in this time, or comes again with the next start. */
    private static final Duration END = Duration.ofSeconds(10);

    private final IncomingSettings settings;
    private final String name;
    private final Intake intake;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<OpenFolder> open = Optional.empty();
    private int failures;
    private volatile ChannelHealth health;

    FolderWatch(IncomingSettings settings, String name, RawReader reader, ChannelHost host) {
        this.settings = settings;
        this.name = name;
        this.intake = new Intake(settings, name, reader, host);
        this.thread = Thread.ofVirtual().name("imap-" + name).unstarted(this::run);
        this.health =
                new ChannelHealth(false, "not connected to " + settings.server().host() + " yet");
    }

    void start() {
        thread.start();
    }

    ChannelHealth health() {
        return health;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run() {
        while (!isClosed()) {
            try (var folder = OpenFolder.open(settings, name)) {
                serve(folder);
            } catch (MessagingException | IOException e) {
                trouble(name + ": " + Complaint.about(settings.server(), e));
            } catch (RuntimeException e) {
                // The edge of a look: whatever it was, the mails are still there.
                trouble(name + ": " + Complaint.words(e));
                LOG.error("Looking into {} broke", name, e);
            }
            pause();
        }
    }

    private void serve(OpenFolder folder) throws MessagingException, IOException {
        boolean canPush = folder.canPush();
        open = Optional.of(folder);
        while (!isClosed()) {
            switch (look(folder)) {
                case SOME_TAKEN -> well();
                case NOTHING_NEW -> {
                    well();
                    rest(folder, canPush);
                }
                case STORE_AWAY -> {
                    trouble(name + ": the database can't be reached, so mails wait in the mailbox");
                    pause();
                }
            }
        }
    }

    private Intake.Progress look(OpenFolder folder) throws MessagingException, IOException {
        try {
            return intake.take(folder);
        } catch (StoreUnavailable e) {
            return Intake.Progress.STORE_AWAY;
        }
    }

    private void well() {
        if (!health.working()) {
            LOG.info("Watching {} on {}", name, settings.server().host());
        }
        failures = 0;
        health = new ChannelHealth(true, name);
    }

    private void trouble(String says) {
        if (isClosed()) {
            return;
        }
        if (health.working() || !health.says().equals(says)) {
            LOG.warn("{}", says);
        }
        failures++;
        health = new ChannelHealth(false, says);
    }

    private void rest(OpenFolder folder, boolean canPush) throws MessagingException {
        if (canPush) {
            folder.waitForNews();
        } else {
            await(settings.poll());
        }
    }

    private void pause() {
        int doublings = Math.clamp(failures - 1, 0, 6);
        var pause = SHORTEST_PAUSE.multipliedBy(1L << doublings);
        await(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private void await(Duration time) {
        try {
            if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Closing while waiting for {}", name);
            }
        } catch (InterruptedException e) {
            LOG.debug("Interrupted while waiting for {}", name);
        }
    }

    /** Begins to close; {@link #close} waits for it. */
    void stop() {
        closed.countDown();
        open.ifPresent(OpenFolder::endWaiting);
    }

    @Override
    public void close() {
        stop();
        try {
            if (thread.isAlive() && !thread.join(END)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
