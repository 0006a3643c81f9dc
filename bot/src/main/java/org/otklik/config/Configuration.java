package org.otklik.config;

import io.smallrye.config.SmallRyeConfig;

/** All that the operator decided, for the bot and for each channel; checked as a whole when it was read. */
public final class Configuration {
    private final SmallRyeConfig values;

    Configuration(SmallRyeConfig values) {
        this.values = values;
    }

    public Settings settings() {
        return values.getConfigMapping(Settings.class);
    }

    /** @param mapping one of those that the reader was made with */
    public <S> S channel(Class<S> mapping) {
        return values.getConfigMapping(mapping);
    }
}
