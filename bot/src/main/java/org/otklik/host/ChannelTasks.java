package org.otklik.host;

import static org.otklik.schema.Tables.CHANNEL_MATTER;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.otklik.channels.StoreUnavailable;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.tasks.Tasks;

/** Makes tasks of what a channel can't settle by itself, one for each matter. */
final class ChannelTasks {
    private final Database database;
    private final String channel;
    private final Texts texts;
    private final Language language;
    private final Clock clock;

    /** @param language of the tasks' titles */
    ChannelTasks(Database database, String channel, Texts texts, Language language, Clock clock) {
        this.database = database;
        this.channel = channel;
        this.texts = texts;
        this.language = language;
        this.clock = clock;
    }

    /** @throws StoreUnavailable when it has to be told again */
    void add(String matter, Text task) {
        var now = clock.instant();
        try {
            database.change(ChangeContext.system(now), sql -> {
                if (isFirst(sql, matter, now)) {
                    new Tasks(sql)
                            .add(new Tasks.NewTask(
                                    texts.say(language, task),
                                    Optional.of(now),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Tasks.Origin.SYSTEM));
                }
            });
        } catch (DataAccessException e) {
            throw new StoreUnavailable(e);
        }
    }

    private boolean isFirst(DSLContext sql, String matter, Instant now) {
        return sql.insertInto(CHANNEL_MATTER)
                        .set(CHANNEL_MATTER.CHANNEL, channel)
                        .set(CHANNEL_MATTER.MATTER, matter)
                        .set(CHANNEL_MATTER.TOLD_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
