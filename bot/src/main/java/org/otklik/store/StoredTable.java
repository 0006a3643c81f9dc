package org.otklik.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table of the product with the columns that are written and not computed. */
record StoredTable(String name, List<String> columns) {
    /** All that hold what cannot be made again: not the history of migrations, nor what an extension brought. */
    static List<StoredTable> all(Connection connection) throws SQLException {
        var tables = new ArrayList<StoredTable>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT t.relname, array_agg(a.attname::text ORDER BY a.attnum)
                        FROM pg_class t
                        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                        WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r'
                          AND t.relname <> 'flyway_schema_history'
                          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
                        GROUP BY t.relname ORDER BY t.relname""")) {
            while (rows.next()) {
                var columns = (String[]) rows.getArray(2).getArray();
                tables.add(new StoredTable(rows.getString(1), Arrays.asList(columns)));
            }
        }
        return tables;
    }

    static String quoted(String table, List<String> columns) {
        return quoted(table) + columns.stream().map(StoredTable::quoted).collect(Collectors.joining(", ", " (", ")"));
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
