package org.otklik.check;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of a script: searched, in any case of any alphabet. May hold {@code ${name}} of what was captured before. */
record Expression(String source) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    /** @throws BadScript when it is no regular expression */
    static Expression of(Written written) {
        var expression = new Expression(written.text());
        try {
            expression.filled(Map.of());
        } catch (PatternSyntaxException e) {
            throw new BadScript(
                    written.file() + ":" + written.line() + ": no regular expression: " + e.getMessage(), e);
        }
        return expression;
    }

    Pattern filled(Map<String, String> captured) {
        var regex = VARIABLE.matcher(source)
                .replaceAll(name -> Matcher.quoteReplacement(Pattern.quote(captured.getOrDefault(name.group(1), ""))));
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** A text with the captured values in it. */
    static String fill(String text, Map<String, String> captured) {
        return VARIABLE.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(captured.getOrDefault(name.group(1), name.group())));
    }

    @Override
    public String toString() {
        return "/" + source + "/";
    }
}
