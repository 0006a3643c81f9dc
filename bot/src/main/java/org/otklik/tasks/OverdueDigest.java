package org.otklik.tasks;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.otklik.conversation.Handoffs;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;
import org.otklik.store.JobQueue;
import org.otklik.tasks.Tasks.Item;

/**
 * On working mornings everybody hears which of their tasks are overdue, until those are done. Each night it is planned for the
 * coming morning of each of them, where they are, at the hour that they have chosen.
 */
public final class OverdueDigest {
    /**
     * Whose.
     *
     * @param hour what they had chosen as it was planned; null in what was planned before anybody could choose
     */
    public record Morning(long staffId, @Nullable LocalTime hour) {
        private LocalTime planned() {
            return Optional.ofNullable(hour).orElse(StaffMembers.USUAL_DIGEST);
        }
    }

    public static final TaskDescriptor<Morning> TASK = TaskDescriptor.of("overdue-digest", Morning.class);

    private final Texts texts;
    private final Organization organization;
    private final TaskNotices notices;

    public OverdueDigest(Texts texts, Organization organization) {
        this.texts = texts;
        this.organization = organization;
        this.notices = new TaskNotices(organization);
    }

    /** Plans the mornings of the coming day. What a night has missed is made up for at once. */
    public void plan(DSLContext sql, Instant night, Instant at) {
        for (var colleague : new StaffMembers(sql).active()) {
            new StaffMembers(sql).digestAt(colleague.id()).ifPresent(hour -> {
                var morning = next(night.atZone(colleague.zone(organization)), hour);
                if (organization.officeHours().isWorkingDay(morning.toLocalDate())) {
                    schedule(sql, colleague.id(), morning, at);
                }
            });
        }
    }

    /** Once a day for each of them. */
    static void schedule(DSLContext sql, long staffId, ZonedDateTime morning, Instant at) {
        var due = morning.toInstant();
        new JobQueue(sql)
                .schedule(
                        TASK,
                        id(staffId, morning),
                        new Morning(staffId, morning.toLocalTime()),
                        due.isBefore(at) ? at : due);
    }

    /** Moves the digest of a day to another hour of it, where that has not come yet. */
    static void move(DSLContext sql, long staffId, ZonedDateTime morning) {
        new JobQueue(sql)
                .move(TASK, id(staffId, morning), new Morning(staffId, morning.toLocalTime()), morning.toInstant());
    }

    private static String id(long staffId, ZonedDateTime morning) {
        return staffId + "@" + morning.toLocalDate();
    }

    private static ZonedDateTime next(ZonedDateTime night, LocalTime hour) {
        var morning = night.with(hour);
        return morning.isBefore(night) ? morning.plusDays(1) : morning;
    }

    /** Runs in a transaction that says who changes something. */
    public void send(DSLContext sql, Morning morning, Instant at) {
        if (!new StaffMembers(sql).digestAt(morning.staffId()).equals(Optional.of(morning.planned()))) {
            return;
        }
        var overdue = new Tasks(sql).overdue(morning.staffId(), at);
        if (!overdue.isEmpty()) {
            var text = Text.of(TasksText.OVERDUE)
                    .with("count", overdue.size())
                    .with("lines", lines(sql, overdue, morning.staffId()));
            notices.send(sql, texts, morning.staffId(), text, overdue, at);
        }
    }

    private String lines(DSLContext sql, List<Item> tasks, long staffId) {
        var language =
                new Handoffs(sql).lineOf(staffId).map(Handoffs.Line::language).orElse(Language.EN);
        var lines = new ArrayList<String>();
        for (int i = 0; i < tasks.size(); i++) {
            lines.add(texts.say(
                    language,
                    Text.of(TasksText.ITEM)
                            .with("number", i + 1)
                            .with("task", notices.line(sql, tasks.get(i), staffId))));
        }
        return String.join("\n", lines);
    }
}
