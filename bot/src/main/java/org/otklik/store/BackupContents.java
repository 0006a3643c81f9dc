package org.otklik.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds; the file {@code backup.json} in its folder.
 *
 * @param product the version of Otklik that wrote it
 * @param schema the version of the schema that the rows are of
 * @param at when, ISO 8601
 * @param sequences the last number that each sequence gave
 * @param files how many files that people sent
 */
public record BackupContents(
        String product, String schema, String at, List<Table> tables, Map<String, Long> sequences, int files) {
    private static final String NAME = "backup.json";

    /** One table; its rows are in {@code tables/NAME.copy.gz}, in PostgreSQL's text format of COPY. */
    public record Table(String name, List<String> columns, long rows) {
        Path file(Path folder) {
            return folder.resolve("tables").resolve(name + ".copy.gz");
        }
    }

    /** The rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    static Path filesOf(Path folder) {
        return folder.resolve("files.zip");
    }

    void write(Path folder) throws IOException {
        var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.writeString(folder.resolve(NAME), json.writeValueAsString(this));
    }

    /** @throws BackupFailed for a folder that is no backup */
    static BackupContents read(Path folder) {
        var file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            throw new BackupFailed(folder + " is no backup: it holds no " + NAME);
        }
        try {
            return new ObjectMapper().readValue(file.toFile(), BackupContents.class);
        } catch (IOException e) {
            throw new BackupFailed(file + " can't be read, so the backup is damaged", e);
        }
    }
}
