package org.otklik.reports;

import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.trueCondition;
import static org.otklik.schema.Tables.CONTACT;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.segments.Members;

/**
 * For whom a report is made, and on which day.
 *
 * @param withRestricted whether restricted people are in it
 * @param withAmounts whether it may say what single people gave
 */
record Viewer(Turn turn, LocalDate today, boolean withRestricted, boolean withAmounts) {
    DSLContext sql() {
        return turn.sql();
    }

    String say(Text text) {
        return turn.written(text);
    }

    /** A value as people read it. */
    String cell(Object value) {
        return say(Text.of(ReportsText.CELL).with("value", value));
    }

    /** What figures in one currency are of, for a report that has a heading. */
    String series(String title, String currency) {
        return say(Text.of(ReportsText.SERIES)
                .with("title", title.replaceFirst(":$", ""))
                .with("currency", currency));
    }

    /** Contacts that are there for the reader. */
    Condition mayKnow() {
        return new Members(sql(), today, withRestricted).present();
    }

    /** Whose gifts count: what somebody gave stays in the books after they were erased. */
    Condition mayCount() {
        return mayKnow()
                .or(CONTACT.ERASED_AT.isNotNull().and(withRestricted ? trueCondition() : not(CONTACT.RESTRICTED)));
    }
}
