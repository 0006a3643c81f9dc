package org.otklik.botapi;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.otklik.botapi.chats.Callbacks;
import org.otklik.botapi.chats.Chat;
import org.otklik.botapi.chats.Chats;
import org.otklik.botapi.control.Control;
import org.otklik.botapi.faults.Faults;
import org.otklik.botapi.files.Files;
import org.otklik.botapi.limits.Limits;
import org.otklik.botapi.limits.Violation;
import org.otklik.botapi.methods.Commands;
import org.otklik.botapi.methods.EditMethods;
import org.otklik.botapi.methods.Methods;
import org.otklik.botapi.methods.ProfileMethods;
import org.otklik.botapi.methods.SendMethods;
import org.otklik.botapi.methods.UpdateMethods;
import org.otklik.botapi.people.Person;
import org.otklik.botapi.people.World;
import org.otklik.botapi.updates.Updates;
import org.otklik.botapi.updates.Webhook;
import org.otklik.botapi.waiting.Monitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stand-in for api.telegram.org, on loopback: one bot, the people and groups that a test invents, and what goes wrong when it is
 * told to. It answers as the Bot API reference says; methods that a bot of this product has no use for are not there (404).
 */
public final class BotApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BotApiServer.class);
    private static final String HOST = "127.0.0.1";
    private static final long FIRST_PERSON = 500_000_001L;
    private static final int LONGEST_LINE = 1 << 17;
    private static final int LONGEST_FIELD = 1 << 20;

    private final Monitor monitor = new Monitor();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Token token;
    private final Limits limits;
    private final Commands commands;
    private final Faults faults;
    private final World world;
    private final HttpServer server;
    private final List<Call> calls = new ArrayList<>();
    private int people;

    private BotApiServer(BotApiOptions options) {
        token = new Token(options.token());
        limits = new Limits(options.rules(), options.ticker());
        commands = new Commands(monitor);
        faults = new Faults(monitor, options.ticker());
        var bot = new JsonObject()
                .put("id", Long.valueOf(options.token().split(":", 2)[0]))
                .put("is_bot", true)
                .put("first_name", options.userName())
                .put("username", options.userName());
        var webhook = new Webhook(vertx, monitor, options.clock());
        world = new World(
                monitor,
                new Chats(monitor, options.firstNumber()),
                new Updates(vertx, monitor, options.firstNumber(), webhook),
                new Files(monitor),
                new Callbacks(monitor),
                bot,
                options.clock());
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(HOST)
                        .setPort(options.port())
                        // A connection that is closed by us is reset, as a fault has it.
                        .setSoLinger(0)
                        .setMaxInitialLineLength(LONGEST_LINE)
                        .setMaxFormAttributeSize(LONGEST_FIELD)
                        .setMaxFormBufferedBytes(LONGEST_FIELD))
                .requestHandler(new Door(
                        monitor,
                        token,
                        methods(),
                        world.updates(),
                        world.files(),
                        faults,
                        new Control(world),
                        (method, parameters) ->
                                monitor.change(() -> calls.add(new Call(method, parameters.values())))));
    }

    private Methods methods() {
        var methods = new Methods();
        var bot = world.bot();
        new UpdateMethods(world.updates()).addTo(methods);
        new SendMethods(world.chats(), world.files(), limits, bot, world.clock()).addTo(methods);
        new EditMethods(world.chats(), world.callbacks(), world.clock()).addTo(methods);
        new ProfileMethods(bot, world.chats()).addTo(methods);
        commands.addTo(methods);
        return methods;
    }

    /** Starts it, and returns when it listens. */
    public static BotApiServer start(BotApiOptions options) {
        var started = new BotApiServer(options);
        try {
            started.server.listen().toCompletionStage().toCompletableFuture().join();
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        LOG.debug("a stand-in for Telegram listens on {}", started.url());
        return started;
    }

    /** What a bot takes for https://api.telegram.org. */
    public String url() {
        return "http://" + HOST + ":" + port();
    }

    public int port() {
        return server.actualPort();
    }

    /** The token that is good now. */
    public String token() {
        return token.value();
    }

    /** From now on every call is answered with 401. */
    public void revokeToken() {
        token.revoke();
    }

    /** @return another token, which is good from now on, and no other */
    public String renewToken() {
        return token.renew();
    }

    /** Somebody new, who has not written yet. */
    public Person person(String firstName, String language) {
        long id = monitor.change(() -> FIRST_PERSON + people++);
        return person(new JsonObject()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", firstName)
                .put("language_code", language));
    }

    /** @param user as the Bot API shows it, with {@code id} and {@code first_name} at least */
    public Person person(JsonObject user) {
        return Person.alone(world, user);
    }

    /** A new supergroup, with the bot in it. */
    public Chat group(String title) {
        return world.chats().group(title);
    }

    public Chats chats() {
        return world.chats();
    }

    public Updates updates() {
        return world.updates();
    }

    /**
     * Puts any update in.
     *
     * @param content without {@code update_id}
     */
    public long offer(JsonObject content) {
        return updates().offer(content);
    }

    public Callbacks callbacks() {
        return world.callbacks();
    }

    public Faults faults() {
        return faults;
    }

    /** The commands that the bot has set for a language; the empty text is for all others. */
    public Map<String, String> commands(String language) {
        return commands.of(language);
    }

    /** What was above the limits so far. */
    public List<Violation> violations() {
        return monitor.look(limits::violations);
    }

    /** All calls of a method so far, oldest first, whatever came of them. */
    public List<Call> calls(String method) {
        return monitor.look(() -> calls.stream().filter(call -> call.is(method)).toList());
    }

    /** Waits until a method was called so often, in all. */
    public List<Call> awaitCalls(String method, int count, Duration patience) {
        return await(patience, count + " calls of " + method, it -> it.calls(method), all -> all.size() >= count);
    }

    /** Waits until something is true of this stand-in. */
    public <T> T await(
            Duration patience, String awaited, Function<BotApiServer, T> look, Predicate<? super T> condition) {
        return monitor.await(
                patience, awaited, () -> Optional.of(look.apply(this)).filter(condition));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
