package org.otklik.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A visitor of the web chat over a real WebSocket, who does what the protocol asks of a client: says one thing at a time, says it
 * again under the same id until it is acknowledged, comes back after a break and resumes with the newest reply that it holds.
 * Safe for threads.
 */
final class Talker {
    private static final long PAUSE_MILLIS = 100;

    private final Vertx vertx;
    private final WebSocketClient sockets;
    private final WebSocketConnectOptions server;
    private final Queue<Line> waiting = new ArrayDeque<>();
    private final List<Integer> acknowledged = new ArrayList<>();
    private final Set<Long> replies = new LinkedHashSet<>();
    private Optional<String> token = Optional.empty();
    private @Nullable WebSocket socket;
    private CompletableFuture<Long> answered = new CompletableFuture<>();
    private long newest;
    private int repeated;
    private int postponed;
    private int refused;
    private boolean isSending;
    private boolean isLeaving;

    /** Something said, with a number that no other visitor says. */
    record Line(int number, String text) {
        String id() {
            return "n" + number;
        }
    }

    Talker(Vertx vertx, WebSocketClient sockets, int port) {
        this.vertx = vertx;
        this.sockets = sockets;
        this.server = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/chat/socket")
                .addHeader("Origin", "http://127.0.0.1:" + port);
    }

    synchronized void connect() {
        if (isLeaving) {
            return;
        }
        sockets.connect(server).onComplete(this::opened, failure -> later(this::connect));
    }

    private void later(Runnable next) {
        vertx.setTimer(PAUSE_MILLIS, timer -> next.run());
    }

    private synchronized void opened(WebSocket open) {
        if (isLeaving) {
            var _ = open.close();
            return;
        }
        open.textMessageHandler(text -> received(open, new JsonObject(text)));
        open.closeHandler(closed -> closed());
        var hello = new JsonObject().put("type", "hello").put("lastSeen", newest);
        token.ifPresent(known -> hello.put("token", known));
        send(open, hello);
    }

    private synchronized void closed() {
        socket = null;
        if (!isLeaving) {
            later(this::connect);
        }
    }

    private static void send(WebSocket open, JsonObject frame) {
        var _ = open.writeTextMessage(frame.encode());
    }

    private synchronized void received(WebSocket from, JsonObject frame) {
        switch (frame.getString("type")) {
            case "welcome" -> welcomed(from, frame);
            case "ack" -> {
                acknowledged.add(waiting.remove().number());
                sayNext();
            }
            case "nack" -> refused(frame.getString("reason"));
            case "message" -> {
                if (read(frame.getLong("id"))) {
                    answered.complete(System.nanoTime());
                }
            }
            case "ping" -> send(from, new JsonObject().put("type", "pong"));
            case "error" -> {
                var _ = from.close();
            }
            default -> {}
        }
    }

    private void welcomed(WebSocket by, JsonObject frame) {
        socket = by;
        token = Optional.of(frame.getString("token"));
        for (var entry : frame.getJsonArray("history")) {
            if (entry instanceof JsonObject said && said.getString("type").equals("message")) {
                var _ = read(said.getLong("id"));
            }
        }
        sayNext();
    }

    private void refused(String reason) {
        if (reason.equals("later")) {
            postponed++;
            later(this::sayAgain);
        } else {
            waiting.remove();
            refused++;
            sayNext();
        }
    }

    private synchronized void sayAgain() {
        sayNext();
    }

    /** @return whether it is new */
    private boolean read(long reply) {
        newest = Math.max(newest, reply);
        boolean isNew = replies.add(reply);
        repeated += isNew ? 0 : 1;
        return isNew;
    }

    synchronized void say(Line line) {
        waiting.add(line);
        if (!isSending) {
            sayNext();
        }
    }

    private void sayNext() {
        var next = waiting.peek();
        isSending = next != null && socket != null;
        if (next != null && socket != null) {
            send(
                    socket,
                    new JsonObject().put("type", "say").put("id", next.id()).put("text", next.text()));
        }
    }

    /**
     * Completed, with the {@link System#nanoTime}, by the next new reply that comes live. What was replied before the connection
     * was made comes with its history, so this one is new.
     */
    synchronized void watch(CompletableFuture<Long> nextReply) {
        answered = nextReply;
    }

    /** Whether everything said is acknowledged or refused, and everything acknowledged has its reply. */
    synchronized boolean isDone() {
        return waiting.isEmpty() && replies.size() >= acknowledged.size();
    }

    synchronized boolean isConnected() {
        return socket != null;
    }

    synchronized void leave() {
        isLeaving = true;
        if (socket != null) {
            var _ = socket.close();
        }
    }

    /** The numbers of the lines that were acknowledged, in the order in which they were said. */
    synchronized List<Integer> acknowledged() {
        return List.copyOf(acknowledged);
    }

    synchronized int unacknowledged() {
        return waiting.size();
    }

    /** The numbers of the replies in the order in which each came first. */
    synchronized List<Long> replies() {
        return List.copyOf(replies);
    }

    /** How many replies came once more. */
    synchronized int repeated() {
        return repeated;
    }

    /** How often it was asked to say something again later. */
    synchronized int postponed() {
        return postponed;
    }

    synchronized int refused() {
        return refused;
    }
}
