package org.otklik.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.otklik.admin.ChannelCheck;
import org.otklik.admin.Check;
import org.otklik.admin.ConfigurationCheck;
import org.otklik.admin.DataFolderCheck;
import org.otklik.admin.DatabaseCheck;
import org.otklik.admin.Doctor;
import org.otklik.admin.DoctorText;
import org.otklik.admin.Finding;
import org.otklik.admin.FontCheck;
import org.otklik.admin.LoadingCheck;
import org.otklik.admin.MemoryCheck;
import org.otklik.channels.ChannelHealth;
import org.otklik.config.BadConfiguration;
import org.otklik.host.Channels;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;
import org.otklik.nlp.NluModels;
import org.otklik.store.LocalPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Examines the installation and says what to do. */
@Command(
        name = "doctor",
        description =
                "Check the database, the channels, the disk and the rest, and say what to do about what is wrong.")
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private final Installation installation = new Installation();

    private final Texts texts = new Texts();

    /** A finding as {@code --json} prints it. */
    private record Line(String name, boolean ok, String says, String remedy) {}

    @Override
    public Integer call() {
        var findings = new Doctor(checks()).examine();
        findings.forEach(this::print);
        return findings.stream().allMatch(Finding::ok) ? 0 : 1;
    }

    private List<Check> checks() {
        var checks = new ArrayList<Check>();
        checks.add(new ConfigurationCheck(installation::configuration));
        checks.add(new MemoryCheck());
        checks.add(new FontCheck());
        checks.add(new LoadingCheck("models", NluModels::load));
        try {
            var configuration = installation.configuration();
            var settings = configuration.settings();
            checks.add(new DataFolderCheck(settings.data()));
            checks.add(() -> {
                var external = Installation.external(settings);
                if (external.isPresent()) {
                    return new DatabaseCheck(external::get, Clock.systemUTC()).examine();
                }
                try (var local = LocalPostgres.attachOrStart(settings.data())) {
                    return new DatabaseCheck(local::address, Clock.systemUTC()).examine();
                }
            });
            Channels.states(configuration)
                    .forEach((name, off) -> checks.add(new ChannelCheck(
                            name, off, () -> Channels.probe(configuration, name).orElseGet(this::on))));
        } catch (BadConfiguration e) {
            // The configuration's own check tells; the others need one that can be read.
            return checks;
        }
        return checks;
    }

    private ChannelHealth on() {
        return new ChannelHealth(true, texts.say(Language.EN, DoctorText.CHANNEL_ON));
    }

    private void print(Finding finding) {
        var says = texts.say(Language.EN, finding.says());
        var remedy = finding.remedy().map(text -> texts.say(Language.EN, text)).orElse("");
        var mark = finding.ok() ? "ok  " : "BAD ";
        installation.print(
                new Line(finding.name(), finding.ok(), says, remedy),
                mark + finding.name() + ": " + says + (remedy.isEmpty() ? "" : "\n     -> " + remedy));
    }
}
