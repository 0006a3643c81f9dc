package org.otklik.check;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.otklik.conversation.Hints;
import org.otklik.conversation.TurnHandler;
import org.otklik.host.Channels;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.store.DatabaseAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays scripts, as many at once as there are databases for them. Safe for threads. */
public final class Theatre implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Theatre.class);

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Stage> free = new LinkedBlockingQueue<>();
    private final List<Stage> stages;
    private final Function<Organization, TurnHandler> dialogues;
    private final Map<Path, House> houses = new ConcurrentHashMap<>();

    /** What the scripts of one fixture have in common. */
    private record House(Fund fund, TurnHandler dialogue, Letters letters) {}

    /**
     * @param addresses databases that were migrated and not used yet
     * @param dialogues makes the whole dialogue of an organisation
     */
    public Theatre(List<DatabaseAddress> addresses, Function<Organization, TurnHandler> dialogues) {
        var shared = new Scene.Shared(new Texts(), new Hints(vertx.eventBus()));
        this.stages =
                addresses.stream().map(address -> new Stage(address, shared)).toList();
        free.addAll(stages);
        this.dialogues = dialogues;
    }

    /**
     * Plays a script; waits while all databases are in use.
     *
     * @param name of the script in the report
     */
    public Verdict play(Path file, String name) {
        try {
            var script = ScriptReader.read(file);
            var house = houses.computeIfAbsent(script.fixture(), this::house);
            var stage = free.take();
            try {
                var set = stage.set(script, house.fund(), house.dialogue());
                return new Performance(script, house.fund(), set, house.letters()).play(name);
            } finally {
                free.add(stage);
            }
        } catch (BadScript e) {
            return Verdict.unplayable(name, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.unplayable(name, "interrupted");
        } catch (RuntimeException | Error e) {
            // The others can still be played.
            LOG.error("{} could not be played to its end", name, e);
            return Verdict.unplayable(name, e.toString());
        }
    }

    private House house(Path fixture) {
        var fund = Fund.read(fixture);
        var organization = fund.organization();
        var letters = new Letters(
                Channels.reader(fund.configuration(), Medium.EMAIL.code()),
                fund.authservId().orElse("mx.invalid"),
                organization.zone());
        return new House(fund, dialogues.apply(organization), letters);
    }

    @Override
    public void close() {
        stages.forEach(Stage::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
