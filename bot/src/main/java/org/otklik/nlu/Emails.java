package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.nlu.grammar.Tokens;

/**
 * Finds e-mail addresses, internationalised ones too, and web addresses, whose parts are nothing else. Looks out from each @,
 * so time is linear however the text is made.
 */
final class Emails {
    /** RFC 5321 §4.5.3.1. */
    private static final int MAX_LOCAL = 64;

    private static final int MAX_DOMAIN = 255;
    private static final String LOCAL_MARKS = ".!#$%&*+-/=?^_`{|}~'";

    private final Tokens tokens;
    private final String text;

    Emails(Tokens tokens) {
        this.tokens = tokens;
        this.text = tokens.text();
    }

    List<Candidate> candidates() {
        var found = new ArrayList<Candidate>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = localStart(at);
            int end = domainEnd(at);
            if (start < at && end == at) {
                found.add(mistyped(start, at));
            } else if (start < at) {
                var span = new Span(start, end);
                var address = span.in(text).toLowerCase(Locale.ROOT);
                found.add(new Candidate(
                        new Entity.Email(span, address),
                        firstToken(start),
                        tokens.indexAt(end),
                        Candidate.Strength.FORM));
            }
        }
        return found;
    }

    /** "anna@example": no address, and nobody's name either. */
    private Candidate mistyped(int start, int at) {
        int end = at + 1;
        while (end < text.length() && isDomain(text.charAt(end))) {
            end++;
        }
        return new Candidate(Optional.empty(), firstToken(start), tokens.indexAt(end), Candidate.Strength.FORM);
    }

    private int firstToken(int offset) {
        int index = tokens.indexAt(offset);
        return index > 0 && tokens.at(index - 1).end() > offset ? index - 1 : index;
    }

    private int localStart(int at) {
        int start = at;
        while (start > 0 && at - start < MAX_LOCAL && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && !Character.isLetterOrDigit(text.charAt(start)) && text.charAt(start) != '_') {
            start++;
        }
        return start;
    }

    private int domainEnd(int at) {
        int end = at + 1;
        int lastDot = -1;
        while (end < text.length() && end - at <= MAX_DOMAIN && isDomain(text.charAt(end))) {
            if (text.charAt(end) == '.') {
                if (text.charAt(end - 1) == '.' || end == at + 1) {
                    break;
                }
                lastDot = end;
            }
            end++;
        }
        while (end > at + 1 && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            if (text.charAt(end - 1) == '.') {
                lastDot = text.lastIndexOf('.', end - 2);
            }
            end--;
        }
        boolean hasTopLevel = lastDot > at + 1 && end - lastDot > 2 && Character.isLetter(text.charAt(end - 1));
        return hasTopLevel ? end : at;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || LOCAL_MARKS.indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
