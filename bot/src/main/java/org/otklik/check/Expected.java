package org.otklik.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What must be true after a turn.
 *
 * @param to whose replies are looked at, if not the speaker's
 * @param silent whether that person must receive nothing
 * @param added how many rows the turn adds, by table
 * @param attached the files that come with the reply; an empty list: none
 * @param headers of the letter that answers
 * @param captures what later turns may write as {@code ${name}}
 */
record Expected(
        Optional<String> to,
        boolean silent,
        List<Expression> reply,
        List<Expression> never,
        List<Expression> buttons,
        List<RowPattern> rows,
        List<RowPattern> none,
        Map<String, Integer> added,
        Optional<List<FilePattern>> attached,
        Map<String, Expression> headers,
        Map<String, Expression> captures) {

    /** A file by its name, by what stands in it, and by the number of its lines. */
    record FilePattern(Expression name, List<Expression> contains, OptionalInt lines) {}
}
