package org.otklik.deals;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.otklik.channels.Table;
import org.otklik.conversation.Turn;
import org.otklik.deals.Deals.Pipeline;
import org.otklik.deals.FindDeals.Found;
import org.otklik.i18n.Text;

/** The deals of each stage counted: a table where there are tables, else lines. */
final class Funnel {
    /** So many deals are named with each stage. */
    private static final int FEW = 5;

    private static final Set<Integer> NUMBERS = Set.of(1, 2);

    private final Turn turn;

    Funnel(Turn turn) {
        this.turn = turn;
    }

    void show(List<Found> deals) {
        var byPipeline = deals.stream()
                .collect(groupingBy(one -> Pipeline.of(one.deal().getPipeline()), TreeMap::new, toList()));
        if (turn.hasTables()) {
            byPipeline.forEach(this::table);
            turn.say(summed(Text.of(DealsText.OPEN_IN_ALL), deals));
        } else {
            var lines = new ArrayList<String>();
            byPipeline.forEach((pipeline, there) -> {
                lines.add(title(pipeline));
                byStage(pipeline, there)
                        .forEach((stage, few) -> lines.add(turn.written(
                                named(summed(Text.of(DealsText.IN_STAGE).with("stage", stage), few), few))));
            });
            lines.add(turn.written(summed(Text.of(DealsText.OPEN_IN_ALL), deals)));
            turn.quote(String.join("\n", lines));
        }
    }

    private void table(Pipeline pipeline, List<Found> deals) {
        var titles = Stream.of(
                        DealsText.COLUMN_STAGE, DealsText.COLUMN_COUNT, DealsText.COLUMN_SUM, DealsText.COLUMN_DEALS)
                .map(column -> turn.written(Text.of(column)))
                .toList();
        var rows = new ArrayList<List<String>>();
        byStage(pipeline, deals)
                .forEach((stage, there) -> rows.add(List.of(
                        turn.written(Text.of(DealsText.STAGE).with("stage", stage)),
                        String.valueOf(there.size()),
                        turn.written(summed(Text.of(DealsText.CELL_SUMS), there)),
                        turn.written(named(Text.of(DealsText.CELL_TITLES), there)))));
        turn.show(new Table(title(pipeline), titles, rows, NUMBERS), "");
    }

    private String title(Pipeline pipeline) {
        return turn.written(Text.of(DealsText.FUNNEL).with("pipeline", pipeline.code()));
    }

    /** Those that hold deals, in their order. */
    private static Map<String, List<Found>> byStage(Pipeline pipeline, List<Found> deals) {
        var stages = pipeline.stages();
        return deals.stream()
                .filter(one -> stages.contains(one.deal().getStage()))
                .collect(groupingBy(
                        one -> one.deal().getStage(),
                        () -> new TreeMap<>(Comparator.comparingInt(stages::indexOf)),
                        toList()));
    }

    /** The first few, so that it is seen what the sums are made of. */
    private static Text named(Text text, List<Found> deals) {
        return text.with(
                        "titles",
                        deals.stream()
                                .limit(FEW)
                                .map(one -> one.deal().getTitle())
                                .toList())
                .with("more", Math.max(0, deals.size() - FEW));
    }

    private static Text summed(Text text, List<Found> deals) {
        var sums = Sums.of(deals);
        return text.with("count", deals.size())
                .with("hasSums", sums.isEmpty() ? "no" : "yes")
                .with("sums", sums);
    }
}
