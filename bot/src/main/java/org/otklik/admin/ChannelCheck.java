package org.otklik.admin;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.otklik.channels.ChannelHealth;
import org.otklik.i18n.Text;

/** Whether a channel is switched on and works. */
public final class ChannelCheck implements Check {
    private final String name;
    private final Optional<String> off;
    private final Supplier<ChannelHealth> health;

    /** @param off why the channel is switched off, if it is; its health is not asked for then */
    public ChannelCheck(String name, Optional<String> off, Supplier<ChannelHealth> health) {
        this.name = name;
        this.off = off;
        this.health = health;
    }

    @Override
    public List<Finding> examine() {
        if (off.isPresent()) {
            return List.of(Finding.good(name, Text.of(DoctorText.CHANNEL_OFF).with("reason", off.get())));
        }
        var now = health.get();
        return List.of(
                now.working()
                        ? Finding.good(name, Text.of(DoctorText.CHANNEL_OK).with("says", now.says()))
                        : Finding.bad(
                                name,
                                Text.of(DoctorText.CHANNEL_BAD).with("says", now.says()),
                                Text.of(DoctorText.CHANNEL_REMEDY).with("channel", name)));
    }
}
