package org.otklik.admin;

import java.util.List;
import org.otklik.config.BadConfiguration;
import org.otklik.i18n.Text;

/** Whether the settings can be read. */
public final class ConfigurationCheck implements Check {
    private static final String NAME = "config";

    private final Runnable reading;

    public ConfigurationCheck(Runnable reading) {
        this.reading = reading;
    }

    @Override
    public List<Finding> examine() {
        try {
            reading.run();
            return List.of(Finding.good(NAME, Text.of(DoctorText.CONFIG_OK)));
        } catch (BadConfiguration e) {
            return List.of(Finding.bad(
                    NAME,
                    Text.of(DoctorText.CONFIG_BAD).with("problem", String.valueOf(e.getMessage())),
                    Text.of(DoctorText.CONFIG_REMEDY)));
        }
    }
}
