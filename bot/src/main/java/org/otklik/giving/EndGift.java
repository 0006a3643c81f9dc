package org.otklik.giving;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.DSLContext;

/** After the day that a donor named, a gift that comes again has ended. */
public final class EndGift {
    /** Which gift, and its last day: a later wish makes this one void. */
    public record End(long giftId, LocalDate day) {}

    public static final TaskDescriptor<End> TASK = TaskDescriptor.of("end-gift", End.class);

    private EndGift() {}

    /** Runs in a transaction that says who changes it. */
    public static void end(DSLContext sql, End end, Instant at) {
        var gifts = new RecurringGifts(sql);
        gifts.find(end.giftId())
                .filter(gift -> !gift.getStatus().equals("ended"))
                .filter(gift -> end.day().equals(gift.getEndsOn()))
                .ifPresent(gift -> gifts.end(gift.getId(), end.day()));
    }
}
