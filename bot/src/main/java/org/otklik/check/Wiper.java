package org.otklik.check;

import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Brings a database back to how the migrations left it, without making it anew: what they brought is kept aside and put back
 * where it was touched, the rest is emptied, and numbers begin again.
 */
final class Wiper {
    private static final String TABLES = """
            SELECT quote_ident(relname) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'flyway_schema_history'
            """;
    private static final String LOOSE_SEQUENCES = """
            SELECT quote_ident(relname) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'
              AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND refobjsubid > 0)
            """;
    private static final String KEEP = """
            CREATE SCHEMA kept;
            CREATE TABLE kept.touched (name text PRIMARY KEY);
            CREATE FUNCTION kept.touch() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO kept.touched VALUES (TG_TABLE_NAME) ON CONFLICT DO NOTHING;
                RETURN NULL;
            END $$;
            """;

    private final List<String> emptied = new ArrayList<>();
    private final List<String> sequences;

    /** @param sql on a database that was migrated and not used yet */
    Wiper(DSLContext sql) {
        sql.execute(KEEP);
        for (var name : sql.fetch(TABLES).into(String.class)) {
            if (sql.fetchExists(table(name))) {
                sql.execute("""
                        CREATE TABLE kept.%1$s AS TABLE %1$s;
                        CREATE TRIGGER touch AFTER INSERT OR UPDATE OR DELETE ON %1$s
                            FOR EACH STATEMENT EXECUTE FUNCTION kept.touch();
                        """.formatted(name));
            } else {
                emptied.add(name);
            }
        }
        this.sequences = sql.fetch(LOOSE_SEQUENCES).into(String.class);
    }

    /** Runs in a transaction. */
    void wipe(DSLContext sql) {
        sql.execute("TRUNCATE " + String.join(", ", emptied) + " RESTART IDENTITY");
        sequences.forEach(sequence -> sql.execute("ALTER SEQUENCE " + sequence + " RESTART"));
        for (var name : sql.fetch("DELETE FROM kept.touched RETURNING quote_ident(name)")
                .into(String.class)) {
            sql.execute("TRUNCATE %1$s; INSERT INTO %1$s TABLE kept.%1$s".formatted(name));
        }
        sql.execute("TRUNCATE kept.touched");
    }
}
