package org.otklik.channels;

import java.util.List;
import java.util.Set;

/**
 * Rows under column titles, for a medium that can show them. The text of the message has the same in its {@link #plain} form, in the
 * place where it belongs.
 *
 * @param caption what the table is about; may be empty
 * @param titles of the columns
 * @param rows the cells of each row as text, as many as there are titles
 * @param numbers the positions of the columns that hold numbers, from 0
 */
public record Table(String caption, List<String> titles, List<List<String>> rows, Set<Integer> numbers) {
    /** @throws IllegalArgumentException for a row that has more or fewer cells than there are titles */
    public Table {
        titles = List.copyOf(titles);
        rows = rows.stream().map(List::copyOf).toList();
        numbers = Set.copyOf(numbers);
        for (var row : rows) {
            if (row.size() != titles.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + titles.size() + " titles");
            }
        }
    }

    /** The same as text, in which columns stand side by side where all letters are of one width. */
    public String plain() {
        return new PlainTable(this).text();
    }
}
