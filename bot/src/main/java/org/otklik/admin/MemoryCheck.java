package org.otklik.admin;

import java.util.List;
import org.otklik.i18n.Text;

/** Whether this process may use enough memory for the models and a usual day. */
public final class MemoryCheck implements Check {
    private static final String NAME = "memory";
    private static final long ENOUGH_MB = 384;

    @Override
    public List<Finding> examine() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return List.of(
                megabytes >= ENOUGH_MB
                        ? Finding.good(NAME, Text.of(DoctorText.MEMORY_OK).with("most", megabytes))
                        : Finding.bad(
                                NAME,
                                Text.of(DoctorText.MEMORY_BAD).with("most", megabytes),
                                Text.of(DoctorText.MEMORY_REMEDY).with("enough", ENOUGH_MB)));
    }
}
