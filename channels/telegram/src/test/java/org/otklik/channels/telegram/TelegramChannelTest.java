package org.otklik.channels.telegram;

import org.junit.jupiter.api.AfterEach;
import org.otklik.channels.ChannelContract;

class TelegramChannelTest implements ChannelContract {
    private final TelegramWire wire = new TelegramWire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Override
    public Wire wire() {
        return wire;
    }
}
