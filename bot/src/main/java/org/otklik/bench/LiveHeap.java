package org.otklik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a full collection leaves of the heap of another JVM. */
final class LiveHeap {
    /** The last line of {@code GC.class_histogram}, which counts what a full collection has left, whichever the collector. */
    private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private static final double BYTES_PER_MIB = 1 << 20;

    private LiveHeap() {}

    /** Collects, and counts in MiB. */
    static double of(long pid) {
        var told = jcmd(pid, "GC.class_histogram");
        var live = LIVE.matcher(told);
        if (!live.find()) {
            throw new IllegalStateException("the JVM does not tell its heap: " + told);
        }
        return Long.parseLong(live.group(1)) / BYTES_PER_MIB;
    }

    private static String jcmd(long pid, String command) {
        var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(program, String.valueOf(pid), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
