package org.otklik.channels.webchat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.otklik.channels.Address;
import org.otklik.channels.Button;
import org.otklik.channels.Delivery;
import org.otklik.channels.InboundMessage;

/**
 * Answers each message with its own words. One that ends in a question mark is answered with two buttons, one that ends in an
 * ellipsis not at all.
 */
final class EchoBot implements AutoCloseable {
    private final ExecutorService turns =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final ChatServer server;

    EchoBot(ChatServer server) {
        this.server = server;
        server.host().onAccepted(message -> turns.execute(() -> answer(message)));
    }

    private void answer(InboundMessage message) {
        if (message.code().isPresent()) {
            say(message.from(), "Добро пожаловать, Мария!", List.of());
        } else if (message.press().isPresent()) {
            say(message.from(), "Записано: " + message.press().get().button(), List.of());
        } else if (message.text().endsWith("…")) {
            return;
        } else if (message.text().endsWith("?")) {
            say(message.from(), message.text(), List.of(new Button("Да, верно"), new Button("Нет <b>")));
        } else {
            say(message.from(), "Эхо: " + message.text(), List.of());
        }
    }

    /** Says something of its own accord. Without a connection it waits in the history. */
    Delivery say(Address to, String text, List<Button> buttons) {
        return server.channel().send(server.host().reply(to, text, buttons));
    }

    @Override
    public void close() {
        turns.close();
    }
}
