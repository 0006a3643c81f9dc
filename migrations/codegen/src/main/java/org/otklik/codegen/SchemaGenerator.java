package org.otklik.codegen;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Runs the migrations on a throw-away PostgreSQL and writes one jOOQ class per table. Does nothing while the migrations are
 * those of the last run, since starting a server takes seconds.
 */
public final class SchemaGenerator {
    /** Tables that only libraries read. */
    private static final String NOT_OURS = "flyway_schema_history|scheduled_tasks";

    private final Path migrations;
    private final Path classes;

    private SchemaGenerator(Path migrations, Path classes) {
        this.migrations = migrations;
        this.classes = classes;
    }

    /**
     * @param arguments the folder of the migrations, the folder for the classes
     * @throws Exception when a migration fails or the server can't start
     */
    public static void main(String[] arguments) throws Exception {
        new SchemaGenerator(Path.of(arguments[0]), Path.of(arguments[1])).generate();
    }

    private void generate() throws Exception {
        var seal = classes.resolve("migrations.sha256");
        var fingerprint = fingerprint();
        if (Files.exists(seal) && Files.readString(seal).equals(fingerprint)) {
            return;
        }
        // As the superuser: its password is of no use once this process has ended.
        try (var server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .start()) {
            var url = server.getJdbcUrl("postgres", "postgres");
            Flyway.configure()
                    .dataSource(url, "postgres", "postgres")
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(url));
        }
        Files.writeString(seal, fingerprint);
    }

    private Configuration configuration(String url) {
        var instants = new ForcedType().withName("INSTANT").withIncludeTypes("timestamptz|timestamp with time zone");
        var database = new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema("public")
                .withExcludes(NOT_OURS)
                .withIncludeRoutines(false)
                .withOutputSchemaToDefault(true)
                .withForcedTypes(instants);
        var target = new Target().withPackageName("org.otklik.schema").withDirectory(classes.toString());
        return new Configuration()
                .withJdbc(new Jdbc().withUrl(url).withUser("postgres").withPassword("postgres"))
                .withGenerator(new Generator()
                        .withDatabase(database)
                        .withGenerate(new Generate().withGeneratedAnnotation(false))
                        .withTarget(target));
    }

    private String fingerprint() throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var file : scripts()) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Path> scripts() throws IOException {
        try (var files = Files.list(migrations)) {
            return files.sorted().toList();
        }
    }
}
