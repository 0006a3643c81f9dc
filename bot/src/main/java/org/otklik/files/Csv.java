package org.otklik.files;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.otklik.channels.Attachment;

/** A table as a file that spreadsheets open: RFC 4180, UTF-8 with a mark. A cell that could be a formula begins with an apostrophe. */
public final class Csv {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final String MARK = "\ufeff";

    private Csv() {}

    /** @param rows the names of the columns first */
    public static Attachment file(String name, List<List<String>> rows) {
        var text = rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", MARK, "\r\n"));
        return new Attachment(name, "text/csv", Buffer.buffer(text));
    }

    private static String cell(String value) {
        boolean isFormula =
                FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches();
        var safe = isFormula ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
