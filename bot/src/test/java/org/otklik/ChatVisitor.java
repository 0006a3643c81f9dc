package org.otklik;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.otklik.schema.Tables.MESSAGE;

import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.otklik.i18n.Language;

/** Somebody at the web chat of a {@link TestNode}, over a real WebSocket: writes, presses, and reads the replies in order. */
public final class ChatVisitor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestNode node;
    private final Language language;
    private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
    private final BlockingQueue<JsonObject> replies = new LinkedBlockingQueue<>();
    private WebSocket socket;
    private JsonObject lastReply = new JsonObject();
    private final List<String> transcript = new CopyOnWriteArrayList<>();
    private String token = "";
    private int sent;

    private ChatVisitor(TestNode node, Language language) {
        this.node = node;
        this.language = language;
        socket = connected();
    }

    /** Opens the chat with a device of that language, as a new visitor. */
    public static ChatVisitor arrives(TestNode node, Language language) {
        var visitor = new ChatVisitor(node, language);
        visitor.hello(new JsonObject());
        return visitor;
    }

    /** A connection that has not said hello yet. */
    static ChatVisitor connects(TestNode node) {
        return new ChatVisitor(node, Language.EN);
    }

    private WebSocket connected() {
        try {
            return node.connect("/chat/socket")
                    .map(opened -> opened.textMessageHandler(text -> received(new JsonObject(text))))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no connection to the chat", e);
        }
    }

    private void received(JsonObject frame) {
        frames.add(frame);
        switch (frame.getString("type")) {
            case "message" -> replies.add(frame);
            case "ping" -> send(new JsonObject().put("type", "pong"));
            default -> {}
        }
    }

    private void hello(JsonObject with) {
        send(new JsonObject()
                .put("type", "hello")
                .put("language", language.code())
                .mergeIn(with));
        token = frame("welcome", frame -> true).getString("token");
    }

    /** Loses the connection and comes back with the same session, having seen nothing: the history it is shown. */
    List<JsonObject> comesBack() {
        await().until(() -> socket.close().isComplete() || socket.isClosed());
        frames.clear();
        socket = connected();
        hello(new JsonObject().put("token", token));
        return frame("welcome", frame -> true).getJsonArray("history").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** Writes, and waits for the reply. */
    public String says(String text) {
        writes(text);
        return reads();
    }

    /** Writes, and waits until it is safe. */
    public void writes(String text) {
        transcript.add("> " + text);
        var id = nextId();
        send(new JsonObject().put("type", "say").put("id", id).put("text", text));
        frame("ack", frame -> id.equals(frame.getString("id")));
    }

    /** Comes by a link with a one-time code. */
    public String follows(String code) {
        transcript.add("> (a link)");
        send(new JsonObject().put("type", "code").put("id", nextId()).put("code", code));
        return reads();
    }

    /** Presses a button of the last reply. */
    public String presses(String label) {
        assertThat(buttons()).contains(label);
        transcript.add("> [" + label + "]");
        send(new JsonObject()
                .put("type", "press")
                .put("id", nextId())
                .put("message", lastReplyId())
                .put("button", buttons().indexOf(label)));
        return reads();
    }

    /** The next reply. */
    public String reads() {
        try {
            var reply = replies.poll(PATIENCE.toSeconds(), SECONDS);
            assertThat(reply).as("a reply within %s", PATIENCE).isNotNull();
            lastReply = reply;
            transcript.add("< " + reply.getString("text") + " " + buttons());
            // A gap in a text that nobody filled in.
            assertThat(reply.getString("text")).isNotBlank().doesNotContainPattern("\\{\\w+}");
            return reply.getString("text");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public List<String> buttons() {
        return lastReply.getJsonArray("buttons").stream()
                .map(String.class::cast)
                .toList();
    }

    long lastReplyId() {
        return lastReply.getLong("id");
    }

    /** What was said so far: {@code >} by the visitor, {@code <} by the bot. */
    String transcript() {
        return String.join("\n", transcript);
    }

    boolean hasUnread() {
        return !replies.isEmpty();
    }

    String nextId() {
        return "m-" + ++sent;
    }

    void send(JsonObject frame) {
        sendRaw(frame.encode());
    }

    /** Sends a frame, or what pretends to be one. */
    void sendRaw(String text) {
        var _ = socket.writeTextMessage(text);
    }

    WebSocket socket() {
        return socket;
    }

    String token() {
        return token;
    }

    /** Waits for a frame of a type. */
    JsonObject frame(String type, Predicate<JsonObject> which) {
        return await(type + " frame")
                .atMost(PATIENCE)
                .until(() -> frames(type).stream().filter(which).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    List<JsonObject> frames(String type) {
        return frames.stream()
                .filter(frame -> type.equals(frame.getString("type")))
                .toList();
    }

    /** The visitor's conversation, as the database names it. */
    public long conversation() {
        var address = node.database()
                .sql()
                .select(MESSAGE.CONVERSATION_ID)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(lastReplyId()));
        return address.fetchSingle(MESSAGE.CONVERSATION_ID);
    }

    /** Waits until everything that the visitor wrote is handled. */
    public void awaitHandled() {
        await().atMost(PATIENCE)
                .until(() -> !node.database()
                        .sql()
                        .fetchExists(
                                MESSAGE,
                                MESSAGE.CONVERSATION_ID.eq(conversation()).and(MESSAGE.STATUS.eq("received"))));
    }

    @Override
    public void close() {
        var _ = socket.close();
    }
}
