package org.otklik.channels.telegram;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as the bot reads them. */
final class TestSettings {
    private TestSettings() {}

    /** @param values by their keys below {@code channels.telegram} */
    static TelegramSettings with(Map<String, String> values) {
        var builder = new SmallRyeConfigBuilder().withMapping(TelegramSettings.class);
        values.forEach((key, value) -> builder.withDefaultValue("channels.telegram." + key, value));
        return builder.build().getConfigMapping(TelegramSettings.class);
    }
}
