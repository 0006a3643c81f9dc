package org.otklik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.DoubleStream;

/** How long a disk takes to say that it has kept what was written: what a commit has to wait for at least. */
final class DiskFlush {
    private static final int PAGE = 8 * 1024;
    private static final int TIMES = 200;

    private final Path folder;

    DiskFlush(Path folder) {
        this.folder = folder;
    }

    /** The median, in milliseconds. */
    double millis() {
        try (var file = FileChannel.open(
                folder.resolve("flush"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            var times = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long begin = System.nanoTime();
                file.write(ByteBuffer.allocate(PAGE), 0);
                file.force(false);
                times[i] = (System.nanoTime() - begin) / 1e6;
            }
            return Latencies.median(DoubleStream.of(times).boxed().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
