package org.otklik.segments;

import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.nlu.Cues;

/** How a list is wanted: as a file, and how much of it. */
public final class ListWords {
    private static final Pattern FIGURE = Pattern.compile("(?<!\\d)\\d{1,3}(?!\\d)");
    private static final Pattern AMOUNT = Pattern.compile("\\s*([-\\u2212]?\\d+(?:[.,]\\d+)?(?:e\\d+)?)");
    private static final Pattern POSSIBLE = Pattern.compile("0*[1-9]\\d{0,2}");
    private static final String NUMBER = "number-";
    /** So near behind its word stands the number that belongs to it. */
    private static final int NEAR = 12;

    private final Cues words = new Cues("reports");

    public boolean isFile(String text) {
        return words.has(text, "file");
    }

    public boolean isChart(String text) {
        return words.has(text, "chart");
    }

    /** "Top 5", "top five"; 0 where all are wanted. */
    public int top(String text) {
        return words.in(text).stream()
                .filter(found -> found.name().equals("top"))
                .map(found -> text.substring(found.span().start()))
                .flatMap(rest -> figure(rest).stream())
                .findFirst()
                .orElse(0);
    }

    /** "Top 0", "top -5": a number of lines that no list has. */
    public Optional<String> impossibleTop(String text) {
        return words.in(text).stream()
                .filter(found -> found.name().equals("top"))
                .map(found -> AMOUNT.matcher(text)
                        .region(
                                found.span().end(),
                                Math.min(text.length(), found.span().end() + NEAR)))
                .filter(amount -> amount.lookingAt())
                .map(amount -> amount.group(1))
                .filter(amount -> !POSSIBLE.matcher(amount).matches())
                .findFirst();
    }

    private Optional<Integer> figure(String text) {
        var figure = FIGURE.matcher(text);
        return figure.find() && figure.start() < NEAR
                ? Optional.of(Integer.parseInt(figure.group()))
                : words.in(text).stream()
                        .map(Cues.Found::name)
                        .filter(name -> name.startsWith(NUMBER))
                        .map(name -> Integer.parseInt(name.substring(NUMBER.length())))
                        .findFirst();
    }
}
