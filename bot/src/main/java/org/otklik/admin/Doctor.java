package org.otklik.admin;

import java.util.ArrayList;
import java.util.List;
import org.otklik.i18n.Text;

/** Examines the installation, and goes on after whatever it finds. */
public final class Doctor {
    private final List<Check> checks;

    public Doctor(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    public List<Finding> examine() {
        var findings = new ArrayList<Finding>();
        for (var check : checks) {
            try {
                findings.addAll(check.examine());
            } catch (RuntimeException e) {
                findings.add(Finding.bad(
                        "doctor",
                        Text.of(DoctorText.UNEXPECTED).with("problem", e.toString()),
                        Text.of(DoctorText.UNEXPECTED_REMEDY)));
            }
        }
        return findings;
    }
}
