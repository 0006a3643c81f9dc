package org.otklik.reports;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.channels.Attachment;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;

/** A report as pictures, one for each currency; what a picture shows is told in words beside it. */
final class Charts {
    /** More bars than that nobody reads. */
    private static final int MOST_BARS = 36;

    private final Turn turn;
    private final String name;

    Charts(Turn turn, String name) {
        this.turn = turn;
        this.name = name;
    }

    void attach(Report report) {
        var drawn = report.series().stream()
                .filter(series -> !series.bars().isEmpty())
                .map(series -> new Report.Series(
                        series.title(), series.bars().stream().limit(MOST_BARS).toList()))
                .toList();
        for (int i = 0; i < drawn.size(); i++) {
            attach(drawn.get(i), drawn.size() == 1 ? name : name + "-" + (i + 1));
        }
        if (drawn.isEmpty()) {
            turn.say(ReportsText.NO_CHART);
        }
    }

    private void attach(Report.Series series, String file) {
        var figures = series.bars().stream()
                .map(bar -> bar.label() + " " + bar.shown())
                .collect(Collectors.joining("; "));
        var words = turn.written(
                Text.of(ReportsText.CHART).with("title", series.title()).with("figures", figures));
        // Two pictures of a letter are told apart by what they show.
        var id = file + "-" + Integer.toHexString(words.hashCode());
        turn.attach(new Attachment(
                file + ".png",
                "image/png",
                Buffer.buffer(new BarChart(series).png()),
                Optional.of(new Attachment.Inline(id, words))));
    }
}
