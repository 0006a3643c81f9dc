package org.otklik.check;

import static org.jooq.impl.DSL.min;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.OutboundMessage;
import org.otklik.conversation.Hints;
import org.otklik.conversation.Inbox;
import org.otklik.conversation.Turn;
import org.otklik.conversation.TurnHandler;
import org.otklik.conversation.TurnRunner;
import org.otklik.delivery.OutboxPump;
import org.otklik.i18n.Texts;
import org.otklik.jobs.SteppedJobs;
import org.otklik.store.Database;
import org.otklik.tasks.UndeliveredTasks;
import org.otklik.time.SettableClock;

/** The whole bot on one database, run in the thread that plays the script: nothing happens by itself. */
final class Scene {
    private static final long CHANCE = 7;
    /** No turn of a script needs so many; a bot that talks to itself does. */
    private static final int MOST_ROUNDS = 2_000;

    private final Database database;
    private final SettableClock clock;
    private final ZoneId zone;
    private final Inbox inbox;
    private final TurnRunner runner;
    private final SteppedJobs jobs;
    private final Map<Medium, Recorder> recorders = new EnumMap<>(Medium.class);
    private final List<OutboxPump> pumps = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    /** What all scripts share. */
    record Shared(Texts texts, Hints hints) {}

    Scene(Database database, SettableClock clock, Fund fund, TurnHandler dialogue, Shared shared) {
        var organization = fund.organization();
        var texts = shared.texts();
        this.database = database;
        this.clock = clock;
        this.zone = organization.zone();
        this.inbox = new Inbox(database, clock, shared.hints());
        this.runner = new TurnRunner(
                database,
                new Noting(dialogue),
                texts,
                organization.language(),
                clock,
                shared.hints(),
                channel -> Medium.of(channel)
                        .filter(medium -> medium.capabilities().ownPhone())
                        .isPresent());
        this.jobs = new SteppedJobs(database, texts, clock, fund.organization());
        var report = new UndeliveredTasks(texts, organization);
        for (var medium : Medium.values()) {
            var recorder = new Recorder(medium);
            recorders.put(medium, recorder);
            pumps.add(new OutboxPump(database, recorder, medium.code(), "check", clock, new Random(CHANCE), report));
        }
        jobs.start();
    }

    /** Keeps why a turn failed: the bot itself only tries again. */
    private final class Noting implements TurnHandler {
        private final TurnHandler handler;

        Noting(TurnHandler handler) {
            this.handler = handler;
        }

        @Override
        public void handle(Turn turn) {
            try {
                handler.handle(turn);
            } catch (RuntimeException | Error e) {
                failures.add(e);
                throw e;
            }
        }

        @Override
        public void giveUp(Turn turn) {
            handler.giveUp(turn);
        }
    }

    Database database() {
        return database;
    }

    Instant now() {
        return clock.instant();
    }

    /** Why turns have failed since the last call. */
    List<Throwable> failures() {
        var copy = List.copyOf(failures);
        failures.clear();
        return copy;
    }

    void accept(InboundMessage message) {
        inbox.accept(message);
    }

    void block(Address address, boolean isBlocked) {
        recorders.values().forEach(recorder -> recorder.block(address, isBlocked));
    }

    /** All that was sent so far, in the order in which it was said. */
    List<OutboundMessage> sent() {
        return recorders.values().stream()
                .flatMap(recorder -> recorder.sent().stream())
                .sorted(Comparator.comparingLong(OutboundMessage::id))
                .toList();
    }

    /** Lets the bot do all that there is to do now. */
    void settle() {
        int rounds = 0;
        while (round()) {
            if (++rounds > MOST_ROUNDS) {
                throw new IllegalStateException("the bot does not come to rest");
            }
        }
    }

    private boolean round() {
        boolean busy = runner.runOne();
        if (jobs.nextDue().filter(due -> !due.isAfter(now())).isPresent()) {
            jobs.runDue();
            busy = true;
        }
        for (var pump : pumps) {
            busy |= pump.runOne();
        }
        return busy;
    }

    /** Moves the clock from one thing that falls due to the next, as far as told. */
    void pass(TemporalAmount time) {
        var until = now().atZone(zone).plus(time).toInstant();
        settle();
        for (var next = nextDue(until); next.isPresent(); next = nextDue(until)) {
            clock.set(next.get());
            settle();
        }
        clock.set(until);
        settle();
    }

    private Optional<Instant> nextDue(Instant until) {
        var message = database.sql()
                .select(min(MESSAGE.DUE_AT))
                .from(MESSAGE)
                .where(MESSAGE.STATUS.in("received", "queued"))
                .and(MESSAGE.DUE_AT.gt(now()))
                .fetchOptional()
                .flatMap(row -> Optional.ofNullable(row.value1()));
        return Stream.of(jobs.nextDue(), message)
                .flatMap(Optional::stream)
                .filter(due -> due.isAfter(now()) && !due.isAfter(until))
                .min(Comparator.naturalOrder());
    }
}
