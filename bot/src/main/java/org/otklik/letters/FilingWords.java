package org.otklik.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.nlu.Cues;

/** Leaves out of what stands above a letter that it is to be filed: that is done by then, and the rest may ask for more. */
final class FilingWords {
    private static final String VERB = "verb";
    private static final String JOINT = "joint";

    private final Cues table = new Cues("filing");

    /** A part of a line between two pauses or joining words, with how much of it speaks of filing. */
    private record Clause(String text, boolean isFiling, boolean asks) {}

    /** What else is asked for; blank where nothing is. */
    String rest(String words) {
        return words.lines()
                .map(this::restOfLine)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private String restOfLine(String line) {
        var kept = new StringBuilder();
        var request = new ArrayList<Clause>();
        for (var clause : clauses(line)) {
            if (clause.isFiling()) {
                request.add(clause);
            } else {
                kept.append(unlessAsked(request)).append(clause.text());
                request.clear();
            }
        }
        return kept.append(unlessAsked(request)).toString().strip();
    }

    /** "Please": words that may go with the request, and are kept where there is none. */
    private static String unlessAsked(List<Clause> request) {
        return request.stream().anyMatch(Clause::asks)
                ? ""
                : request.stream().map(Clause::text).collect(Collectors.joining());
    }

    private List<Clause> clauses(String line) {
        var clauses = new ArrayList<Clause>();
        int from = 0;
        for (int at = 1; at <= line.length(); at++) {
            if (at == line.length() || isPause(line.charAt(at - 1)) || isJoint(line, at)) {
                clauses.add(clause(line.substring(from, at)));
                from = at;
            }
        }
        return clauses;
    }

    private static boolean isPause(char mark) {
        return ".!?;,".indexOf(mark) >= 0;
    }

    private boolean isJoint(String line, int at) {
        return line.charAt(at) == ' '
                && table.in(line.substring(at)).stream()
                        .findFirst()
                        .filter(found -> found.name().equals(JOINT))
                        .filter(found ->
                                line.substring(at, at + found.span().start()).isBlank())
                        .isPresent();
    }

    private Clause clause(String text) {
        var found = table.in(text);
        var rest = new StringBuilder(text);
        found.forEach(cue -> cue.span().blank(rest));
        boolean isFiling = rest.chars().noneMatch(Character::isLetterOrDigit);
        return new Clause(
                text, isFiling, found.stream().anyMatch(cue -> cue.name().equals(VERB)));
    }
}
