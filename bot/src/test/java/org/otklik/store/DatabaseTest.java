package org.otklik.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.otklik.schema.Tables.PRESENCE;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private final DatabaseAddress address = TestDatabase.fresh();
    private final Database database = new Database(address, 2);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatReturnsIsCommitted() {
        assertThat(database.<Integer>transaction(sql -> insert(sql, "Анна 🐈"))).isEqualTo(1);

        assertThat(names()).containsExactly("Анна 🐈");
    }

    @Test
    void whatThrowsIsRolledBackAndTheExceptionIsTheCallers() {
        assertThatThrownBy(() -> database.transaction(sql -> {
                    insert(sql, "Анна");
                    throw new IllegalStateException("no such thing");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no such thing");
        assertThatThrownBy(() -> database.transaction(sql -> {
                    insert(sql, "Анна");
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(names()).isEmpty();
    }

    @Test
    void aTransactionInsideATransactionIsASavepoint() {
        database.transaction(sql -> {
            insert(sql, "Анна");
            assertThatThrownBy(() -> sql.transaction(inner -> {
                        insert(inner.dsl(), "Борис");
                        inner.dsl().transaction(innermost -> insert(innermost.dsl(), "Вера"));
                        insert(inner.dsl(), "Анна");
                    }))
                    .isInstanceOf(IntegrityConstraintViolationException.class);
            sql.transaction(inner -> insert(inner.dsl(), "Галя"));
            return insert(sql, "Даша");
        });

        assertThat(names()).containsExactly("Анна", "Галя", "Даша");
    }

    @Test
    void aFailedStatementThatWasNotSparedTakesTheWholeTransactionWithIt() {
        assertThatThrownBy(() -> database.transaction(sql -> {
                    insert(sql, "Анна");
                    assertThatThrownBy(() -> insert(sql, "Анна")).isInstanceOf(DataAccessException.class);
                    return 1;
                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(names()).isEmpty();
    }

    @Test
    void everyTransactionReadsWhatIsCommittedWhateverTheServersDefault() {
        database.sql()
                .execute("ALTER DATABASE " + database.sql().fetchValue("SELECT current_database()")
                        + " SET default_transaction_isolation = 'serializable'");
        try (var later = new Database(address, 1)) {
            assertThat(later.<Object>transaction(sql -> sql.fetchValue("SHOW transaction_isolation")))
                    .isEqualTo("read committed");
        }
    }

    private static int insert(DSLContext sql, String name) {
        return sql.insertInto(PRESENCE)
                .set(PRESENCE.CHANNEL, "webchat")
                .set(PRESENCE.ACCOUNT, "site")
                .set(PRESENCE.ADDRESS, name)
                .set(PRESENCE.NODE, "n1")
                .set(PRESENCE.SINCE, Instant.EPOCH)
                .execute();
    }

    private List<String> names() {
        return database.sql().fetch(PRESENCE).sortAsc(PRESENCE.ADDRESS).getValues(PRESENCE.ADDRESS);
    }
}
