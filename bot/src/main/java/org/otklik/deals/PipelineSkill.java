package org.otklik.deals;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.otklik.schema.Tables.DEAL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Speaker.Staff;
import org.otklik.conversation.Turn;
import org.otklik.deals.Deals.Pipeline;
import org.otklik.deals.FindDeals.Found;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Money;
import org.otklik.i18n.PlainDay;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;

/** Shows the funnel, of one pipeline or of all: how many deals stand in a stage, on what sums; or the deals one by one. */
public final class PipelineSkill implements Skill {
    private static final int SHOWN = 20;
    /** So many deals are named with each stage of the funnel. */
    private static final int FEW = 5;

    private final AccessRules access;
    private final DealWords words = new DealWords();

    public PipelineSkill(AccessRules access) {
        this.access = access;
    }

    @Override
    public Set<String> intents() {
        return Set.of("deals.pipeline");
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var text = heard.whole().text();
        var staff = turn.speaker().staff().orElseThrow();
        var deals = new FindDeals(turn.sql(), access.mayListRestricted(staff.role()));
        var moves = words.moves(text).stream().map(Cues.Found::name).toList();
        var status = moves.stream().filter(Set.of("won", "lost")::contains).findFirst();
        var pipelines = words.pipelines(words.withoutQuoted(text)).toList();
        var stages = moves.stream()
                .filter(name -> isStage(name, pipelines))
                .distinct()
                .toList();
        var which = DEAL.STATUS.eq(status.orElse(Deals.OPEN));
        if (!pipelines.isEmpty()) {
            which = which.and(
                    DEAL.PIPELINE.in(pipelines.stream().map(Pipeline::code).toList()));
        }
        if (!stages.isEmpty()) {
            which = which.and(DEAL.STAGE.in(stages));
        }
        if (words.asks(text, "mine")) {
            which = which.and(DEAL.OWNER_ID.eq(staff.id()));
        }
        if (words.asks(text, "expected")) {
            which = which.and(expected(heard));
        }
        var found = deals.where(which);
        var named =
                deals.named(text, words).stream().map(one -> one.deal().getId()).toList();
        var about =
                found.stream().filter(one -> named.contains(one.deal().getId())).toList();
        boolean isList = status.isPresent() || !stages.isEmpty() || !about.isEmpty() || words.asks(text, "list");
        var lines = new ArrayList<String>();
        if (isList) {
            list(turn, staff, about.isEmpty() ? found : about, lines);
        } else {
            funnel(turn, found, lines);
        }
        turn.quote(String.join("\n", lines));
    }

    /** "Active deals" are the open ones, unless it is about a kind of deal that has such a stage. */
    private static boolean isStage(String name, List<Pipeline> pipelines) {
        var possible = pipelines.isEmpty() ? List.of(Pipeline.GRANT, Pipeline.MAJOR_GIFT) : pipelines;
        return possible.stream().anyMatch(pipeline -> pipeline.stages().contains(name));
    }

    private static Condition expected(Heard heard) {
        return heard.whole()
                .all(Entity.Date.class)
                .findFirst()
                .map(date -> DEAL.EXPECTED_ON.between(
                        date.value().first(), date.value().last()))
                .orElse(DSL.trueCondition());
    }

    private static void funnel(Turn turn, List<Found> found, List<String> lines) {
        var byPipeline = found.stream()
                .collect(groupingBy(one -> Pipeline.of(one.deal().getPipeline()), TreeMap::new, toList()));
        byPipeline.forEach((pipeline, deals) -> {
            lines.add(turn.written(Text.of(DealsText.FUNNEL).with("pipeline", pipeline.code())));
            for (var stage : pipeline.stages()) {
                var there = deals.stream()
                        .filter(one -> one.deal().getStage().equals(stage))
                        .toList();
                if (!there.isEmpty()) {
                    lines.add(turn.written(summed(Text.of(DealsText.IN_STAGE).with("stage", stage), there)
                            .with("titles", titles(there))
                            .with("more", Math.max(0, there.size() - FEW))));
                }
            }
        });
        lines.add(turn.written(summed(Text.of(DealsText.OPEN_IN_ALL), found)));
    }

    /** The first few, so that it is seen what the sums are made of. */
    private static List<String> titles(List<Found> deals) {
        return deals.stream().limit(FEW).map(one -> one.deal().getTitle()).toList();
    }

    private static Text summed(Text text, List<Found> deals) {
        var sums = sums(deals);
        return text.with("count", deals.size())
                .with("hasSums", sums.isEmpty() ? "no" : "yes")
                .with("sums", sums);
    }

    /** Each currency by itself. */
    private static List<Money> sums(List<Found> deals) {
        var totals = new TreeMap<String, BigDecimal>();
        deals.stream()
                .map(Found::deal)
                .filter(deal -> deal.getAmount() != null)
                .forEach(deal -> totals.merge(deal.getCurrency(), deal.getAmount(), BigDecimal::add));
        return totals.entrySet().stream()
                .map(total -> new Money(total.getValue(), total.getKey()))
                .toList();
    }

    private void list(Turn turn, Staff staff, List<Found> deals, List<String> lines) {
        lines.add(turn.written(summed(Text.of(DealsText.DEALS), deals)));
        deals.stream().limit(SHOWN).forEach(one -> lines.add(turn.written(line(staff, one))));
        if (deals.size() > SHOWN) {
            lines.add(turn.written(Text.of(DealsText.AND_MORE).with("count", deals.size() - SHOWN)));
        }
    }

    private Text line(Staff staff, Found one) {
        var deal = one.deal();
        boolean isOwn = Long.valueOf(staff.id()).equals(deal.getOwnerId());
        boolean hasMoney = deal.getAmount() != null && (isOwn || access.mayListAmounts(staff.role()));
        LocalDate day = deal.getExpectedOn();
        var text = Text.of(DealsText.DEAL_LINE)
                .with("title", deal.getTitle())
                .with("name", one.with())
                .with("stage", deal.getStatus().equals(Deals.OPEN) ? deal.getStage() : deal.getStatus())
                .with("reason", String.valueOf(deal.getLostReason()))
                .with("hasReason", deal.getLostReason() == null ? "no" : "yes")
                .with("hasMoney", hasMoney ? "yes" : "no")
                .with("hasDay", day == null ? "no" : "yes");
        text = hasMoney
                ? text.with("amount", new Money(deal.getAmount(), deal.getCurrency()))
                : text.with("amount", "");
        return day == null ? text.with("day", "") : text.with("day", new PlainDay(day));
    }
}
