package org.otklik.giving;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.DSLContext;

/** On the day that a donor named, a paused gift goes on. */
public final class ResumeGift {
    /** Which gift, and the day that was named: a later wish makes this one void. */
    public record Pause(long giftId, LocalDate until) {}

    public static final TaskDescriptor<Pause> TASK = TaskDescriptor.of("resume-gift", Pause.class);

    private ResumeGift() {}

    /** Runs in a transaction that says who changes it. */
    public static void resume(DSLContext sql, Pause pause, Instant at) {
        var gifts = new RecurringGifts(sql);
        gifts.find(pause.giftId())
                .filter(gift -> gift.getStatus().equals("paused"))
                .filter(gift -> pause.until().equals(gift.getResumesOn()))
                .ifPresent(gift -> gifts.resume(gift, pause.until()));
    }
}
