package org.otklik.channels.webchat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Settings as the bot reads them; generous, so that a limit is met only where a test lowers it. */
final class TestSettings {
    private TestSettings() {}

    /** @param changed values by the last part of their keys, for instance {@code message-burst} */
    static WebChatSettings with(Map<String, String> changed) {
        var values = new HashMap<>(Map.of(
                "message-burst", "1000",
                "messages-per-minute-per-address", "10000",
                "sessions-per-minute-per-address", "1000",
                "hellos-per-minute-per-address", "1000",
                "connections-per-address", "1000"));
        values.putAll(changed);
        var builder = new SmallRyeConfigBuilder().withMapping(WebChatSettings.class);
        values.forEach((key, value) -> builder.withDefaultValue("channels.webchat." + key, value));
        return builder.build().getConfigMapping(WebChatSettings.class);
    }

    static WebChatSettings generous() {
        return with(Map.of());
    }
}
