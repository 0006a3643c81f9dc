package org.otklik.files;

import java.util.List;
import java.util.Set;
import org.otklik.channels.Table;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;

/**
 * A list as letters show it: its first rows in a table, and all of it as a file where it is long, or where that is wanted.
 *
 * @param name of the file, without its ending
 * @param numbers the positions of the columns that hold numbers, from 0
 * @param shown the rows as people read them
 * @param kept the rows as programs read them, the names of the columns first; empty where nothing may be taken out
 */
public record LongList(
        String name,
        String caption,
        List<String> titles,
        Set<Integer> numbers,
        List<List<String>> shown,
        List<List<String>> kept) {
    /** So many rows are read in a letter. */
    public static final int ROWS = 20;

    public LongList {
        titles = List.copyOf(titles);
        numbers = Set.copyOf(numbers);
        shown = List.copyOf(shown);
        kept = List.copyOf(kept);
    }

    /** Whether not all of it is shown. */
    public boolean isLong() {
        return shown.size() > ROWS;
    }

    /** Shows it, in a medium that has tables. */
    public void show(Turn turn) {
        var rows = shown.stream().limit(ROWS).toList();
        turn.show(new Table(caption, titles, rows, numbers), "");
        if (isLong()) {
            turn.say(Text.of(FilesText.AND_MORE)
                    .with("count", shown.size() - ROWS)
                    .with("isFile", kept.isEmpty() ? "no" : "yes"));
            if (!kept.isEmpty()) {
                turn.attach(Csv.file(name + ".csv", kept));
            }
        }
    }
}
