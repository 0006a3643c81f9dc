package org.otklik.deals;

import static org.otklik.schema.Tables.DEAL;
import static org.otklik.schema.Tables.DEAL_STAGE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.i18n.Money;
import org.otklik.schema.tables.records.DealRecord;

/** Deals and the stages that they went through. */
public final class Deals {
    /** The stage at which every pipeline begins. */
    static final String FIRST = "inquiry";

    static final String OPEN = "open";

    private final DSLContext sql;

    public Deals(DSLContext sql) {
        this.sql = sql;
    }

    /** What kind of deal it is. */
    public enum Pipeline {
        VOLUNTEER_CONTRACT,
        SPONSORSHIP,
        GRANT,
        MAJOR_GIFT;

        /** Its stages, in their order. */
        public List<String> stages() {
            return switch (this) {
                case VOLUNTEER_CONTRACT -> List.of(FIRST, "active", "ended");
                case SPONSORSHIP, GRANT -> List.of(FIRST, "negotiation", "agreed", "reported");
                case MAJOR_GIFT -> List.of(FIRST, "cultivation", "asked", "agreed");
            };
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException for a name that is no pipeline */
        public static Pipeline of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A deal that begins, without an amount.
     *
     * @param expectedOn when it is expected to come about
     */
    public record NewDeal(
            long contactId, Pipeline pipeline, String title, Optional<LocalDate> expectedOn, Optional<Long> ownerId) {}

    /** Opens a deal at its first stage. */
    public long inquire(NewDeal deal, Instant at) {
        long id = sql.insertInto(DEAL)
                .set(DEAL.CONTACT_ID, deal.contactId())
                .set(DEAL.PIPELINE, deal.pipeline().code())
                .set(DEAL.STAGE, FIRST)
                .set(DEAL.TITLE, deal.title())
                .set(DEAL.EXPECTED_ON, deal.expectedOn().orElse(null))
                .set(DEAL.STATUS, OPEN)
                .set(DEAL.OWNER_ID, deal.ownerId().orElse(null))
                .returningResult(DEAL.ID)
                .fetchSingle(DEAL.ID);
        sql.insertInto(DEAL_STAGE)
                .set(DEAL_STAGE.DEAL_ID, id)
                .set(DEAL_STAGE.STAGE, FIRST)
                .set(DEAL_STAGE.ENTERED_AT, at)
                .execute();
        return id;
    }

    /**
     * A deal as it is told.
     *
     * @param stage where it begins
     * @param money how much it may bring, where that is known
     */
    public record Terms(
            long contactId,
            Pipeline pipeline,
            String stage,
            String title,
            Optional<Money> money,
            Optional<LocalDate> expectedOn) {}

    /** Opens a deal. It makes no gift, however much it may bring. */
    public long open(Terms terms, long ownerId, Instant at) {
        long id = sql.insertInto(DEAL)
                .set(DEAL.CONTACT_ID, terms.contactId())
                .set(DEAL.PIPELINE, terms.pipeline().code())
                .set(DEAL.STAGE, terms.stage())
                .set(DEAL.TITLE, terms.title())
                .set(DEAL.AMOUNT, terms.money().map(Money::amount).orElse(null))
                .set(DEAL.CURRENCY, terms.money().map(Money::currency).orElse(null))
                .set(DEAL.EXPECTED_ON, terms.expectedOn().orElse(null))
                .set(DEAL.STATUS, OPEN)
                .set(DEAL.OWNER_ID, ownerId)
                .returningResult(DEAL.ID)
                .fetchSingle(DEAL.ID);
        enter(id, terms.stage(), at);
        return id;
    }

    /** Puts right what was told of a deal. */
    public void change(long dealId, Terms terms, Instant at) {
        var present = find(dealId).orElseThrow();
        sql.update(DEAL)
                .set(DEAL.CONTACT_ID, terms.contactId())
                .set(DEAL.PIPELINE, terms.pipeline().code())
                .set(DEAL.STAGE, terms.stage())
                .set(DEAL.TITLE, terms.title())
                .set(DEAL.AMOUNT, terms.money().map(Money::amount).orElse(null))
                .set(DEAL.CURRENCY, terms.money().map(Money::currency).orElse(null))
                .set(DEAL.EXPECTED_ON, terms.expectedOn().orElse(null))
                .where(DEAL.ID.eq(dealId))
                .execute();
        if (!present.getStage().equals(terms.stage())) {
            leave(dealId, at);
            enter(dealId, terms.stage(), at);
        }
    }

    public Optional<DealRecord> find(long dealId) {
        return sql.selectFrom(DEAL).where(DEAL.ID.eq(dealId)).fetchOptional();
    }

    /** Takes a deal to another stage; one that was won or lost is open again by it. */
    public void move(long dealId, String stage, Instant at) {
        leave(dealId, at);
        sql.update(DEAL)
                .set(DEAL.STAGE, stage)
                .set(DEAL.STATUS, OPEN)
                .setNull(DEAL.LOST_REASON)
                .where(DEAL.ID.eq(dealId))
                .execute();
        enter(dealId, stage, at);
    }

    /** Ends a deal well. What was agreed on is not money received. */
    public void win(long dealId, Instant at) {
        leave(dealId, at);
        sql.update(DEAL)
                .set(DEAL.STATUS, "won")
                .setNull(DEAL.LOST_REASON)
                .where(DEAL.ID.eq(dealId))
                .execute();
    }

    /** Ends a deal that came to nothing. */
    public void lose(long dealId, Optional<String> reason, Instant at) {
        leave(dealId, at);
        sql.update(DEAL)
                .set(DEAL.STATUS, "lost")
                .set(DEAL.LOST_REASON, reason.orElse(null))
                .where(DEAL.ID.eq(dealId))
                .execute();
    }

    private void enter(long dealId, String stage, Instant at) {
        sql.insertInto(DEAL_STAGE)
                .set(DEAL_STAGE.DEAL_ID, dealId)
                .set(DEAL_STAGE.STAGE, stage)
                .set(DEAL_STAGE.ENTERED_AT, at)
                .execute();
    }

    private void leave(long dealId, Instant at) {
        sql.update(DEAL_STAGE)
                .set(DEAL_STAGE.LEFT_AT, at)
                .where(DEAL_STAGE.DEAL_ID.eq(dealId))
                .and(DEAL_STAGE.LEFT_AT.isNull())
                .execute();
    }

    /** Gives a deal another title. */
    public void rename(long dealId, String title) {
        sql.update(DEAL).set(DEAL.TITLE, title).where(DEAL.ID.eq(dealId)).execute();
    }

    /** Puts right whom a deal is with and when it is expected. */
    public void change(long dealId, long contactId, String title, Optional<LocalDate> expectedOn) {
        sql.update(DEAL)
                .set(DEAL.CONTACT_ID, contactId)
                .set(DEAL.TITLE, title)
                .set(DEAL.EXPECTED_ON, expectedOn.orElse(null))
                .where(DEAL.ID.eq(dealId))
                .execute();
    }
}
