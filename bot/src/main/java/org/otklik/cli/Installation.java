package org.otklik.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.otklik.config.Configuration;
import org.otklik.config.Settings;
import org.otklik.config.SettingsReader;
import org.otklik.host.Channels;
import org.otklik.organization.Organization;
import org.otklik.store.Database;
import org.otklik.store.DatabaseAddress;
import org.otklik.store.LocalPostgres;
import org.otklik.store.Schema;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What most commands work on: the configuration, and the database that it names. */
public final class Installation {
    private static final int CONNECTIONS = 2;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration file; otklik.yaml in this folder unless you say otherwise.")
    private @Nullable Path config;

    @Mixin
    private final Output output = new Output();

    /** Prints one object as a line of JSON, or as a sentence. */
    void print(Object record, String sentence) {
        output.line(record, sentence);
    }

    /** Tells people something that is no result. */
    void note(String sentence) {
        output.note(sentence);
    }

    /** @throws org.otklik.config.BadConfiguration in one line that tells what to mend */
    public Configuration configuration() {
        return configuration(Map.of());
    }

    /**
     * The configuration with settings of a try-out.
     *
     * @param variables as of the environment, which they are stronger than
     * @throws org.otklik.config.BadConfiguration in one line that tells what to mend
     */
    public Configuration configuration(Map<String, String> variables) {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(variables);
        var reader = new SettingsReader(environment, Path.of("").toAbsolutePath(), Channels.settings());
        var configuration = config == null ? reader.read() : reader.read(config);
        Channels.check(configuration);
        return configuration;
    }

    /** Runs work on the database, which may be in use by a running Otklik, with the newest schema. */
    <T> T withDatabase(Function<Database, T> work) {
        return withAddress(address -> {
            new Schema(address).update();
            try (var database = new Database(address, CONNECTIONS)) {
                return work.apply(database);
            }
        });
    }

    /** Runs work on the database as it is. */
    <T> T withAddress(Function<DatabaseAddress, T> work) {
        var settings = configuration().settings();
        var external = external(settings);
        if (external.isPresent()) {
            return work.apply(external.get());
        }
        try (var local = LocalPostgres.attachOrStart(settings.data())) {
            return work.apply(local.address());
        }
    }

    /** The PostgreSQL server that the configuration names, if it names one. */
    public static Optional<DatabaseAddress> external(Settings settings) {
        var database = settings.database();
        return database.url()
                .map(url -> new DatabaseAddress(
                        url, database.user(), database.password().orElse("")));
    }

    /** What the bot must know of the organisation. */
    public static Organization organization(Settings settings) {
        var said = settings.organization();
        var http = settings.http();
        return new Organization(
                said.name(),
                said.currency().getCurrencyCode(),
                said.timezone(),
                said.region(),
                said.languages(),
                said.officeHours(),
                said.firstReplyTarget(),
                said.surveyMinInterval(),
                said.howToPay(),
                said.emergency(),
                said.privacyUrl().map(String::valueOf),
                Optional.empty(),
                http.publicUrl().map(String::valueOf).orElse("http://localhost:" + http.port()));
    }

    /** Where files that people sent are kept. */
    Path files() {
        return configuration().settings().data().resolve("files");
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    /** What a command did to something, as {@code --json} prints it. */
    record Result(String id, String name, String result) {}
}
