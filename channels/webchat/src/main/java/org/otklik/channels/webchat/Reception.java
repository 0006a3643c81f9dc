package org.otklik.channels.webchat;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import org.otklik.channels.Accepted;
import org.otklik.channels.Address;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.HistoryEntry;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.Press;
import org.otklik.channels.Sessions.Session;
import org.otklik.channels.webchat.ClientFrame.Code;
import org.otklik.channels.webchat.ClientFrame.Hello;
import org.otklik.channels.webchat.ClientFrame.PressButton;
import org.otklik.channels.webchat.ClientFrame.Say;
import org.otklik.channels.webchat.ClientFrame.Submission;
import org.otklik.channels.webchat.ServerFrame.Ack;
import org.otklik.channels.webchat.ServerFrame.Complaint;
import org.otklik.channels.webchat.ServerFrame.Failure;
import org.otklik.channels.webchat.ServerFrame.Nack;
import org.otklik.channels.webchat.ServerFrame.Said;
import org.otklik.channels.webchat.ServerFrame.Typing;
import org.otklik.channels.webchat.ServerFrame.Welcome;
import org.otklik.i18n.Language;

/** Answers the frames of a connection. Blocks; called in the connection's order. */
final class Reception {
    private static final String ACCOUNT = "site";
    private static final int HISTORY = 200;

    private final ChannelHost host;
    private final Visitors visitors;
    private final Presence presence;
    private final Limits limits;
    private final int maxMessageLength;

    Reception(ChannelHost host, Visitors visitors, Presence presence, Limits limits, int maxMessageLength) {
        this.host = host;
        this.visitors = visitors;
        this.presence = presence;
        this.limits = limits;
        this.maxMessageLength = maxMessageLength;
    }

    /** @param raw the frame as it came */
    void take(Connection from, ClientFrame frame, String raw) {
        switch (frame) {
            case Hello hello -> greet(from, hello);
            case Submission submission ->
                from.address()
                        .ifPresentOrElse(
                                address -> submit(from, address, submission, raw),
                                () -> fault(from, Trouble.HELLO_FIRST));
            case ClientFrame.Seen(long message) -> toOthers(from, new ServerFrame.Seen(message));
            case ClientFrame.Pong() -> {}
            case ClientFrame.Unreadable() -> fault(from, Trouble.BAD_FRAME);
        }
    }

    /** The connection is no more. */
    void left(Connection connection) {
        connection.address().ifPresent(address -> {
            visitors.leave(address, connection);
            presence.settle(address);
        });
    }

    /** Something broke while a frame was handled: the widget connects again, and sends again what was not acknowledged. */
    void failed(Connection connection) {
        refuse(connection, Trouble.LATER, Duration.ZERO);
        connection.close(Closing.TRY_LATER);
    }

    /** The sessions of an address have ended. */
    void revoked(Address address) {
        visitors.of(address).forEach(connection -> {
            refuse(connection, Trouble.SESSION_ENDED, Duration.ZERO);
            connection.close(Closing.SESSION_ENDED);
        });
    }

    private void greet(Connection from, Hello hello) {
        hello.language().ifPresent(from::speaks);
        if (from.address().isPresent()) {
            fault(from, Trouble.BAD_FRAME);
            return;
        }
        var wait = limits.hello(from.remote())
                .or(() -> hello.token().isPresent() ? Optional.empty() : limits.session(from.remote()));
        if (wait.isPresent()) {
            refuse(from, Trouble.TOO_MANY_VISITORS, wait.get());
            return;
        }
        var session = hello.token()
                .map(token -> host.sessions().find(token))
                .orElseGet(() -> Optional.of(host.sessions().open(ACCOUNT)));
        session.ifPresentOrElse(
                found -> welcome(from, found, hello.lastSeen()),
                () -> refuse(from, Trouble.SESSION_ENDED, Duration.ZERO));
    }

    private void welcome(Connection from, Session session, long lastSeen) {
        var address = session.address();
        from.belongsTo(address);
        visitors.inOrder(address, () -> {
            var history = host.history(address, lastSeen, HISTORY).stream()
                    .filter(entry -> !isCode(entry))
                    .map(entry -> remembered(address, entry))
                    .toList();
            visitors.join(address, from);
            return from.send(new Welcome(session.token(), history));
        });
        presence.settle(address);
    }

    /** A visitor's message of neither words nor a press: there is nothing to show of it. */
    private static boolean isCode(HistoryEntry entry) {
        return entry.author().isEmpty()
                && entry.press().isEmpty()
                && entry.text().isEmpty();
    }

    private static ServerFrame remembered(Address address, HistoryEntry entry) {
        return entry.author()
                .<ServerFrame>map(author ->
                        new ServerFrame.Message(entry.id(), author, entry.text(), entry.buttons(), entry.at()))
                .orElseGet(() -> new Said(clientId(address, entry), entry.text(), entry.press(), entry.at()));
    }

    private void submit(Connection from, Address address, Submission submission, String raw) {
        if (submission instanceof Say say && say.text().length() > maxMessageLength) {
            refuse(from, submission, Trouble.TOO_LONG, Duration.ZERO);
            return;
        }
        var wait = limits.message(address, from.remote());
        if (wait.isPresent()) {
            refuse(from, submission, Trouble.TOO_MANY_MESSAGES, wait.get());
            from.fault();
            return;
        }
        var message = message(from, address, submission, raw);
        visitors.inOrder(address, () -> answer(from, submission, message));
    }

    private Accepted answer(Connection from, Submission submission, InboundMessage message) {
        var accepted = host.accept(message);
        switch (accepted) {
            case STORED -> {
                from.behaved();
                from.send(new Ack(submission.id(), false));
                if (message.code().isEmpty()) {
                    toOthers(from, new Said(submission.id(), message.text(), message.press(), message.sentAt()));
                }
                visitors.of(message.from()).forEach(connection -> connection.send(new Typing()));
            }
            case DUPLICATE -> from.send(new Ack(submission.id(), true));
            case UNAVAILABLE, REFUSED -> refuse(from, submission, Trouble.LATER, Duration.ZERO);
        }
        return accepted;
    }

    private InboundMessage message(Connection from, Address address, Submission submission, String raw) {
        var text = submission instanceof Say say ? say.text() : "";
        var plain = InboundMessage.text(
                address,
                externalIdPrefix(address) + submission.id(),
                text,
                host.clock().instant(),
                Buffer.buffer(raw));
        var message = from.language().map(plain::withLanguage).orElse(plain);
        return switch (submission) {
            case Say _ -> message;
            case PressButton press -> message.withPress(new Press(press.message(), press.button()));
            case Code code -> message.withCode(code.code());
        };
    }

    /** Widgets choose their ids themselves; with the address before it, one visitor's can't be taken for another's. */
    private static String externalIdPrefix(Address address) {
        return address.value() + ":";
    }

    private static String clientId(Address address, HistoryEntry entry) {
        var prefix = externalIdPrefix(address);
        return entry.externalId().startsWith(prefix)
                ? entry.externalId().substring(prefix.length())
                : "row-" + entry.id();
    }

    private void toOthers(Connection from, ServerFrame frame) {
        from.address().stream()
                .flatMap(address -> visitors.of(address).stream())
                .filter(connection -> connection != from)
                .forEach(connection -> connection.send(frame));
    }

    private void fault(Connection from, Trouble trouble) {
        refuse(from, trouble, Duration.ZERO);
        from.fault();
    }

    private void refuse(Connection from, Trouble trouble, Duration after) {
        from.send(new Failure(complaint(from, trouble, after)));
    }

    private void refuse(Connection from, Submission submission, Trouble trouble, Duration after) {
        from.send(new Nack(submission.id(), complaint(from, trouble, after)));
    }

    private Complaint complaint(Connection to, Trouble trouble, Duration after) {
        var language = to.language().orElse(Language.EN);
        return new Complaint(trouble, host.texts().say(language, trouble.text()), after);
    }
}
