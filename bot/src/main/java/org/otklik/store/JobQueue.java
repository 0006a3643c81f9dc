package org.otklik.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/** Schedules timed jobs inside a transaction: a job exists if, and only if, what it is about was committed. */
public final class JobQueue {
    private static final Serializer SERIALIZER = new JacksonSerializer();
    /** What the library would find out anew for each job, and log. */
    private static final JdbcCustomization POSTGRESQL = new PostgreSqlJdbcCustomization(false, false);

    private final DSLContext transaction;

    public JobQueue(DSLContext transaction) {
        this.transaction = transaction;
    }

    /**
     * Schedules a job once.
     *
     * @param id unique among the jobs of the task; a second one with the same id is not scheduled
     */
    public <T> void schedule(TaskDescriptor<T> task, String id, T data, Instant at) {
        transaction.connection(connection -> client(connection)
                .scheduleIfNotExists(task.instance(id).data(data).scheduledTo(at)));
    }

    /** Puts a job off, or brings it forward; nothing becomes of one that has begun, has been done, or was never scheduled. */
    public <T> void move(TaskDescriptor<T> task, String id, T data, Instant at) {
        transaction.connection(connection -> {
            var jobs = client(connection);
            var job = task.instance(id).data(data).build();
            if (jobs.getScheduledExecution(job)
                    .filter(found -> !found.isPicked())
                    .isPresent()) {
                jobs.reschedule(job, at, data);
            }
        });
    }

    private static SchedulerClient client(Connection connection) {
        return SchedulerClient.Builder.create(only(connection))
                .serializer(SERIALIZER)
                .jdbcCustomization(POSTGRESQL)
                .build();
    }

    /** A source of one connection, which stays open when its borrower closes it: the transaction is not over. */
    private static DataSource only(Connection connection) {
        var lent = (Connection) Proxy.newProxyInstance(
                JobQueue.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                JobQueue.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return lent;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
