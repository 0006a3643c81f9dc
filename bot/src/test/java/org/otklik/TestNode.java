package org.otklik;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.otklik.cli.Installation;
import org.otklik.config.Configuration;
import org.otklik.config.SettingsReader;
import org.otklik.fixtures.Demo;
import org.otklik.fixtures.Fixture;
import org.otklik.fixtures.FixtureLoader;
import org.otklik.host.Channels;
import org.otklik.nlp.NluModels;
import org.otklik.nlp.Retraining;
import org.otklik.organization.Organization;
import org.otklik.staff.Invitations;
import org.otklik.staff.StaffMembers;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.store.DatabaseAddress;
import org.otklik.store.TestDatabase;
import org.otklik.time.SettableClock;

/**
 * A whole running Otklik for tests: the demo fund in a database of its own, reached over HTTP and WebSockets like any other. Its
 * clock stands still, in office hours, until it is told to go on.
 */
public final class TestNode implements AutoCloseable {
    /** A Wednesday morning, when the clock of a node begins. */
    static final Instant IN_OFFICE_HOURS = Instant.parse("2026-05-20T08:30:00Z");

    /** How many connections the bot may open. */
    private static final int SERVING = 8;

    private final DatabaseAddress address = TestDatabase.fresh();
    private final Database database = new Database(address, 2);
    private final Vertx visitors = Vertx.vertx();
    /** Held here: Vert.x closes the connections of a client that nobody refers to. */
    private final WebSocketClient sockets = visitors.createWebSocketClient(new WebSocketClientOptions()
            .setMaxConnections(1_000)
            .setMaxFrameSize(1 << 22)
            .setMaxMessageSize(1 << 23));

    private final SettableClock clock = SettableClock.at(IN_OFFICE_HOURS.toString());
    private final Configuration configuration;
    private final Organization organization;
    private final Supplier<NluModels> models;
    private final Retraining retraining;
    private final int port;
    private Database serving;
    private Node node;

    /** Read once for all tests of the JVM. */
    private static final class Models {
        private static final NluModels LOADED = NluModels.load();
    }

    /** Fills the database, and says whose it is. */
    private interface Filling {
        Organization fill(Database database, Organization configured, Clock clock);
    }

    private TestNode(
            Map<String, String> environment, Filling filling, Supplier<NluModels> models, Retraining retraining) {
        this.models = models;
        this.retraining = retraining;
        port = freePort();
        var variables = new HashMap<>(Map.of(
                "OTKLIK_HTTP_PORT",
                String.valueOf(port),
                "OTKLIK_HTTP_PUBLIC_URL",
                "http://127.0.0.1:" + port,
                // All visitors of a test come from one network address.
                "OTKLIK_CHANNELS_WEBCHAT_SESSIONS_PER_MINUTE_PER_ADDRESS",
                "10000",
                "OTKLIK_CHANNELS_WEBCHAT_MESSAGES_PER_MINUTE_PER_ADDRESS",
                "100000"));
        variables.putAll(environment);
        configuration = new SettingsReader(variables, Path.of("target"), Channels.settings()).read();
        organization = filling.fill(
                database,
                Installation.organization(configuration.settings()).writingFrom(Channels.sender(configuration)),
                clock);
        serving = new Database(address, SERVING);
        node = started();
    }

    public static TestNode start() {
        return startWith(Map.of());
    }

    /** @param environment settings as variables, for instance {@code OTKLIK_DATABASE_POOL_SIZE} */
    public static TestNode startWith(Map<String, String> environment) {
        return new TestNode(environment, TestNode::demo, TestNode::models, retraining());
    }

    /**
     * One that may learn.
     *
     * @param models what it understands by at a start; nobody else's, since they change
     */
    static TestNode startWith(Map<String, String> environment, Supplier<NluModels> models, Retraining retraining) {
        return new TestNode(environment, TestNode::demo, models, retraining);
    }

    private static Organization demo(Database database, Organization configured, Clock clock) {
        return Demo.fill(database, configured, clock).orElseThrow().organization();
    }

    /** As of the product. */
    static Retraining retraining() {
        return Retraining.shipped("test");
    }

    /** With the people of a fixture instead of those of the demo fund. */
    public static TestNode startWith(Map<String, String> environment, Fixture fixture) {
        Filling filling = (database, configured, clock) -> {
            var now = clock.instant();
            database.change(ChangeContext.system(now), sql -> new FixtureLoader(sql, now, Period.ZERO).load(fixture));
            return configured;
        };
        return new TestNode(environment, filling, TestNode::models, retraining());
    }

    static NluModels models() {
        return Models.LOADED;
    }

    /** The settings must name the port before the server opens it, for links to lead back to it. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node started() {
        return Node.start(new Node.Foundation(
                configuration, organization, serving, models.get(), retraining, clock, Optional.empty()));
    }

    /** Ends the program, so that connections break; what is stored stays. */
    public void stop() {
        node.close();
        serving.close();
    }

    /** Starts it again on the same port. */
    public void startAgain() {
        serving = new Database(address, SERVING);
        node = started();
    }

    DatabaseAddress address() {
        return address;
    }

    public Database database() {
        return database;
    }

    public SettableClock clock() {
        return clock;
    }

    public int port() {
        return port;
    }

    /** Opens a WebSocket as a page of the bot's own does. */
    Future<WebSocket> connect(String path) {
        return sockets.connect(new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(path)
                .addHeader("Origin", url()));
    }

    /** The address of its pages, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** A one-time code for a member of staff of the demo fund. */
    public String invite(String name) {
        return database.transaction(sql -> {
            ChangeContext.system(clock.instant()).applyTo(sql);
            var member = new StaffMembers(sql)
                    .all().stream()
                            .filter(staff -> staff.name().equals(name))
                            .findFirst()
                            .orElseThrow();
            return new Invitations(sql, new SecureRandom()).create(member.id(), clock.instant());
        });
    }

    @Override
    public void close() {
        visitors.close().await();
        stop();
        database.close();
    }
}
