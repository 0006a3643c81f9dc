package org.otklik.conversation;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Something that happens beside a test, on a thread of its own: a shared pool may have as few threads as the machine has cores. */
public final class Aside {
    private Aside() {}

    public static <T> CompletableFuture<T> run(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }
}
