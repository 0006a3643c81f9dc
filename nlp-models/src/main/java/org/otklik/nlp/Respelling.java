package org.otklik.nlp;

import java.util.HashMap;
import java.util.Map;

/** Rewrites a word by a table of letters, the longest match first. A caret in the table stands for the start of the word, a dollar sign for its end. */
final class Respelling {
    private static final char START = '^';
    private static final char END = '$';

    private final Map<String, String> table = new HashMap<>();
    private final int longest;

    Respelling(String resource) {
        int length = 0;
        for (var row : Resource.rows(resource)) {
            table.put(row[0], row[1]);
            length = Math.max(length, row[0].length());
        }
        longest = length;
    }

    /** The lower-case word with what the table knows replaced. */
    String of(String word) {
        var rest = START + word + END;
        var respelt = new StringBuilder(rest.length());
        int at = 0;
        while (at < rest.length()) {
            int length = match(rest, at);
            if (length > 0) {
                respelt.append(table.get(rest.substring(at, at + length)));
            } else if (at > 0 && at < rest.length() - 1) {
                respelt.append(rest.charAt(at));
            }
            at += Math.max(1, length);
        }
        return respelt.toString();
    }

    private int match(String word, int at) {
        int length = Math.min(longest, word.length() - at);
        while (length > 0 && !table.containsKey(word.substring(at, at + length))) {
            length--;
        }
        return length;
    }
}
