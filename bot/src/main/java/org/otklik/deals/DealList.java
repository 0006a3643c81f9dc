package org.otklik.deals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Speaker.Staff;
import org.otklik.conversation.Turn;
import org.otklik.deals.FindDeals.Found;
import org.otklik.files.LongList;
import org.otklik.i18n.Money;
import org.otklik.i18n.PlainDay;
import org.otklik.i18n.Text;

/** Deals one by one: a table where there are tables, else lines. Sums of others' deals are for whom the rights allow. */
final class DealList {
    private static final int SUM = 3;

    private final Turn turn;
    private final Staff staff;
    private final AccessRules access;

    DealList(Turn turn, Staff staff, AccessRules access) {
        this.turn = turn;
        this.staff = staff;
        this.access = access;
    }

    void show(List<Found> deals) {
        var caption = turn.written(summed(Text.of(DealsText.DEALS), deals));
        if (turn.hasTables() && !deals.isEmpty()) {
            table(caption, deals);
            return;
        }
        var lines = new ArrayList<String>();
        lines.add(caption);
        deals.stream().limit(LongList.ROWS).forEach(one -> lines.add(turn.written(line(one))));
        if (deals.size() > LongList.ROWS) {
            lines.add(turn.written(Text.of(DealsText.AND_MORE).with("count", deals.size() - LongList.ROWS)));
        }
        turn.quote(String.join("\n", lines));
    }

    private void table(String caption, List<Found> deals) {
        var titles = Stream.of(
                        DealsText.COLUMN_DEAL,
                        DealsText.COLUMN_WITH,
                        DealsText.COLUMN_STAGE,
                        DealsText.COLUMN_SUM,
                        DealsText.COLUMN_DAY)
                .map(column -> turn.written(Text.of(column)))
                .toList();
        var rows = deals.stream().map(this::cells).toList();
        var kept = new ArrayList<List<String>>();
        if (access.mayExport(staff.role())) {
            kept.add(titles);
            kept.addAll(rows);
        }
        new LongList("deals", caption, titles, Set.of(SUM), rows, kept).show(turn);
    }

    private List<String> cells(Found one) {
        return Stream.of(
                        DealsText.CELL_DEAL,
                        DealsText.CELL_WITH,
                        DealsText.CELL_STAGE,
                        DealsText.CELL_SUM,
                        DealsText.CELL_DAY)
                .map(cell -> turn.written(told(Text.of(cell), one)))
                .toList();
    }

    private Text line(Found one) {
        return told(Text.of(DealsText.DEAL_LINE), one);
    }

    private Text told(Text text, Found one) {
        var deal = one.deal();
        boolean isOwn = Long.valueOf(staff.id()).equals(deal.getOwnerId());
        boolean hasMoney = deal.getAmount() != null && (isOwn || access.mayListAmounts(staff.role()));
        LocalDate day = deal.getExpectedOn();
        var told = text.with("title", deal.getTitle())
                .with("name", one.with())
                .with("stage", deal.getStatus().equals(Deals.OPEN) ? deal.getStage() : deal.getStatus())
                .with("reason", String.valueOf(deal.getLostReason()))
                .with("hasReason", deal.getLostReason() == null ? "no" : "yes")
                .with("hasMoney", hasMoney ? "yes" : "no")
                .with("hasDay", day == null ? "no" : "yes");
        told = hasMoney
                ? told.with("amount", new Money(deal.getAmount(), deal.getCurrency()))
                : told.with("amount", "");
        return day == null ? told.with("day", "") : told.with("day", new PlainDay(day));
    }

    private static Text summed(Text text, List<Found> deals) {
        var sums = Sums.of(deals);
        return text.with("count", deals.size())
                .with("hasSums", sums.isEmpty() ? "no" : "yes")
                .with("sums", sums);
    }
}
