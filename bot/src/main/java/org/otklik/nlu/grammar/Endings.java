package org.otklik.nlu.grammar;

import java.util.ArrayList;
import java.util.List;

/** Writes out lists of forms with endings in braces: {@code cat{-,s}, dog} is cat, cats, dog. */
public final class Endings {
    private Endings() {}

    public static List<String> forms(String list) {
        var forms = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i < list.length() ? list.charAt(i) : ',';
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                expand(list.substring(start, i).strip(), forms);
                start = i + 1;
            }
        }
        return forms;
    }

    private static void expand(String form, List<String> forms) {
        int open = form.indexOf('{');
        if (open < 0) {
            if (!form.isEmpty()) {
                forms.add(form);
            }
            return;
        }
        int close = form.indexOf('}', open);
        for (var ending : form.substring(open + 1, close).split(",")) {
            var letters = ending.strip();
            expand(form.substring(0, open) + (letters.equals("-") ? "" : letters) + form.substring(close + 1), forms);
        }
    }
}
