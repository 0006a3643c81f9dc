package org.otklik.channels.email;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as the bot reads them. */
final class TestSettings {
    private TestSettings() {}

    /** @param values by their keys below {@code channels.email} */
    static EmailSettings with(Map<String, String> values) {
        var builder = new SmallRyeConfigBuilder().withMapping(EmailSettings.class);
        values.forEach((key, value) -> builder.withDefaultValue("channels.email." + key, value));
        return builder.build().getConfigMapping(EmailSettings.class);
    }
}
