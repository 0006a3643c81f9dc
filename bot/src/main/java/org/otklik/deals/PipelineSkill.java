package org.otklik.deals;

import static org.otklik.schema.Tables.DEAL;

import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.deals.Deals.Pipeline;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;

/** Shows the funnel, of one pipeline or of all: how many deals stand in a stage, on what sums; or the deals one by one. */
public final class PipelineSkill implements Skill {
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
        if (isList) {
            new DealList(turn, staff, access).show(about.isEmpty() ? found : about);
        } else {
            new Funnel(turn).show(found);
        }
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
}
