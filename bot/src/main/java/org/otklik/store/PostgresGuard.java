package org.otklik.store;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the server of a data folder running: whoever ended it (a person, the kernel when memory ran out), it starts again on
 * its port, and the pool's next connection finds it. Looks at the process and does not wait for it, since a server that
 * {@code pg_ctl} started is nobody's child, and under an init that buries none it would stay a zombie.
 */
final class PostgresGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresGuard.class);
    private static final long PERIOD_MILLIS = 500;

    private final PostgresCluster cluster;
    private final int port;
    private final Object identity;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread watch;

    /** @param cluster runs on the port */
    PostgresGuard(PostgresCluster cluster, int port) throws IOException {
        this.cluster = cluster;
        this.port = port;
        this.identity = cluster.identity();
        this.watch = Thread.ofVirtual().name("postgres-guard").start(this::watch);
    }

    private void watch() {
        try {
            while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS) && isOurs()) {
                startIfDead();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Somebody may move the folder away and put another there, which is then not ours to serve or to stop. */
    private boolean isOurs() {
        try {
            return cluster.exists() && cluster.identity().equals(identity);
        } catch (IOException e) {
            // The edge of a look: a folder that can't be looked at is not there.
            return false;
        }
    }

    private void startIfDead() {
        try {
            if (!cluster.isRunning()) {
                LOG.warn("the database server has ended; starting it again");
                cluster.start(port);
            }
        } catch (IOException e) {
            // The edge of an attempt: what the dead server left, or a full disk, may be gone at the next.
            LOG.error("the database server can't start: {}", e.getMessage());
        }
    }

    /** Stops the server. */
    @Override
    public void close() throws IOException {
        closed.countDown();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (isOurs() && cluster.isRunning()) {
            cluster.stop();
        }
    }
}
