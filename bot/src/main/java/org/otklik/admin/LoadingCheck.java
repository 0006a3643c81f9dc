package org.otklik.admin;

import java.util.List;
import org.otklik.i18n.Text;

/** Whether something that comes with the product can be loaded, such as the language models. */
public final class LoadingCheck implements Check {
    private final String name;
    private final Runnable loading;

    public LoadingCheck(String name, Runnable loading) {
        this.name = name;
        this.loading = loading;
    }

    @Override
    public List<Finding> examine() {
        try {
            loading.run();
            return List.of(Finding.good(name, Text.of(DoctorText.LOADED)));
        } catch (RuntimeException e) {
            return List.of(Finding.bad(
                    name,
                    Text.of(DoctorText.NOT_LOADED).with("problem", e.toString()),
                    Text.of(DoctorText.NOT_LOADED_REMEDY)));
        }
    }
}
