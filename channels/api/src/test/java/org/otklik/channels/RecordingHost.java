package org.otklik.channels;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;

/** A host for the tests of channels: keeps what it accepts in memory, and can be told that the store is down. */
public final class RecordingHost implements ChannelHost {
    private final Vertx vertx;
    private final Router routes;
    private final Clock clock;
    private final Texts texts = new Texts();
    private final List<InboundMessage> accepted = new CopyOnWriteArrayList<>();
    private final Map<Address, List<HistoryEntry>> histories = new HashMap<>();
    private final List<Address> attached = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private final RecordingSessions sessions = new RecordingSessions();
    private final List<Consumer<InboundMessage>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, String> checkpoints = new ConcurrentHashMap<>();
    private final Map<String, Text> told = new ConcurrentHashMap<>();
    private volatile boolean down;
    private volatile String refused = "";

    public RecordingHost(Vertx vertx, Router routes, Clock clock) {
        this.vertx = vertx;
        this.routes = routes;
        this.clock = clock;
    }

    /** From now on the store can't be reached, or can be again. */
    public void down(boolean unreachable) {
        down = unreachable;
    }

    /** What was accepted, each message once, in order. */
    public List<InboundMessage> accepted() {
        return List.copyOf(accepted);
    }

    /** Is told of each message after it was accepted, in order; a place for a bot. */
    public void onAccepted(Consumer<InboundMessage> listener) {
        listeners.add(listener);
    }

    /** The addresses with a connection. */
    public List<Address> attached() {
        return List.copyOf(attached);
    }

    /** Puts a reply into the history, as a turn does, and returns it ready to be sent. */
    public synchronized OutboundMessage reply(Address to, String text, List<Button> buttons) {
        var message =
                new OutboundMessage(ids.incrementAndGet(), to, text, buttons, Language.RU, OutboundMessage.Author.BOT);
        log(
                to,
                new HistoryEntry(
                        message.id(),
                        Optional.of(message.author()),
                        "",
                        text,
                        buttons,
                        Optional.empty(),
                        clock.instant()));
        return message;
    }

    /** Ends all sessions of an address, as when a colleague leaves. */
    public void revoke(Address address) {
        sessions.revoke(address);
    }

    @Override
    public synchronized Accepted accept(InboundMessage message) {
        if (down) {
            return Accepted.UNAVAILABLE;
        }
        if (!refused.isEmpty() && message.text().contains(refused)) {
            return Accepted.REFUSED;
        }
        if (accepted.stream()
                .anyMatch(known -> known.from().equals(message.from())
                        && known.externalId().equals(message.externalId()))) {
            return Accepted.DUPLICATE;
        }
        accepted.add(message);
        log(
                message.from(),
                new HistoryEntry(
                        ids.incrementAndGet(),
                        Optional.empty(),
                        message.externalId(),
                        message.text(),
                        List.of(),
                        message.press(),
                        clock.instant()));
        listeners.forEach(listener -> listener.accept(message));
        return Accepted.STORED;
    }

    @Override
    public List<Accepted> accept(List<InboundMessage> messages) {
        var ends = new ArrayList<Accepted>();
        for (var message : messages) {
            ends.add(accept(message));
            if (ends.getLast() == Accepted.UNAVAILABLE) {
                break;
            }
        }
        return ends;
    }

    private void log(Address address, HistoryEntry entry) {
        histories.computeIfAbsent(address, key -> new ArrayList<>()).add(entry);
    }

    /** From now on messages whose text contains this are refused. */
    public void refuse(String words) {
        refused = words;
    }

    /** The tasks that the channel gave staff, by their matter. */
    public Map<String, Text> told() {
        return Map.copyOf(told);
    }

    @Override
    public Checkpoints checkpoints() {
        return new Checkpoints() {
            @Override
            public Optional<String> find(String place) {
                requireUp();
                return Optional.ofNullable(checkpoints.get(place));
            }

            @Override
            public void keep(String place, String checkpoint) {
                requireUp();
                checkpoints.put(place, checkpoint);
            }
        };
    }

    private void requireUp() {
        if (down) {
            throw new StoreUnavailable(new IllegalStateException("down"));
        }
    }

    @Override
    public void tell(String matter, Text task) {
        requireUp();
        told.putIfAbsent(matter, task);
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public synchronized List<HistoryEntry> history(Address address, long afterId, int limit) {
        var entries = histories.getOrDefault(address, List.of()).stream()
                .filter(entry -> entry.id() > afterId)
                .toList();
        return entries.subList(Math.max(0, entries.size() - limit), entries.size());
    }

    /** True: whatever a test calls the bot does, it does not say when it has done. */
    @Override
    public boolean isWaiting(Address address) {
        return accepted.stream().anyMatch(message -> message.from().equals(address));
    }

    @Override
    public void attach(Address address) {
        attached.add(address);
    }

    @Override
    public void detach(Address address) {
        attached.remove(address);
    }

    @Override
    public Router routes() {
        return routes;
    }

    @Override
    public Vertx vertx() {
        return vertx;
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public String organization(Language language) {
        return switch (language) {
            case EN -> "Warm House <Fund>";
            case RU -> "Фонд «Тёплый дом» & друзья";
        };
    }

    @Override
    public Clock clock() {
        return clock;
    }

    private static final class RecordingSessions implements Sessions {
        private final List<Session> open = new CopyOnWriteArrayList<>();
        private final List<Consumer<Address>> listeners = new CopyOnWriteArrayList<>();
        private final AtomicLong numbers = new AtomicLong();

        @Override
        public Session open(String account) {
            var number = numbers.incrementAndGet();
            var session = new Session("token-" + number, new Address("webchat", account, "visitor-" + number));
            open.add(session);
            return session;
        }

        @Override
        public Optional<Session> find(String token) {
            return open.stream()
                    .filter(session -> session.token().equals(token))
                    .findFirst();
        }

        @Override
        public void onRevoked(Consumer<Address> listener) {
            listeners.add(listener);
        }

        void revoke(Address address) {
            open.removeIf(session -> session.address().equals(address));
            listeners.forEach(listener -> listener.accept(address));
        }
    }
}
