package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.otklik.nlu.Piece.Join;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Marks;
import org.otklik.nlu.grammar.Node;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Symbol;
import org.otklik.nlu.grammar.Token;
import org.otklik.nlu.grammar.Tokens;
import org.otklik.nlu.time.Clauses;

/**
 * Cuts a message where one act may end and the next begin: at the ends of sentences, and between clauses that both have a verb or
 * a word of their own to say what they are about. Names and numbers, quotations and brackets are never cut.
 */
final class Pieces {
    private static final String ENDS = ".!?\u2026";
    private static final Map<String, String> BRACKETS =
            Map.of("\u00ab", "\u00bb", "\u201c", "\u201d", "\u201e", "\u201c", "(", ")");

    private static final int SHORT = 4;

    private final String text;
    private final Chart chart;
    private final Tokens tokens;
    private final List<Entity> entities;

    /** @param chart the text with all words of the tables */
    Pieces(String text, Chart chart, List<Entity> entities) {
        this.text = text;
        this.chart = chart;
        this.tokens = chart.tokens();
        this.entities = entities;
    }

    List<Piece> all() {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        var join = Join.SENTENCE;
        int quotedUntil = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            quotedUntil = Math.max(quotedUntil, closing(i - 1));
            var next = i == tokens.size() ? Optional.of(Join.SENTENCE) : i < quotedUntil ? linesOnly(i) : join(i);
            if (next.isPresent()) {
                boolean isAdded = add(pieces, from, i, join);
                from = i;
                join = isAdded || join.compareTo(next.get()) > 0 ? next.get() : join;
            }
        }
        return pieces;
    }

    /** Whether the part says something by itself: has a verb that stands on its own, a telling word, a donor with a sum, a question. */
    boolean isClause(Piece piece) {
        for (int i = piece.from(); i < piece.to(); i++) {
            boolean isFinite =
                    Clauses.isVerb(chart, i) && !chart.has(i, ActWords.INFINITIVE) && !chart.has(i, Numbers.CURRENCY);
            if (chart.has(i, ActWords.HEAD) || isFinite || tokens.at(i).is("?")) {
                return true;
            }
        }
        return piece.names(entities, Entity.Money.class)
                && (piece.names(entities, Entity.Person.class) || piece.names(entities, Entity.Organization.class));
    }

    boolean isTagging(Piece piece) {
        return IntStream.range(piece.from(), piece.to()).anyMatch(i -> chart.has(i, ActWords.TAGGING));
    }

    /** Adds a part, unless it has no words but those that join. */
    private boolean add(List<Piece> pieces, int from, int to, Join join) {
        int first = pieces.isEmpty() ? from : skipJoint(from, to);
        if (first >= to || !hasWords(first, to)) {
            return false;
        }
        var piece = piece(first, to, join);
        boolean isPart = !pieces.isEmpty()
                && (leavesOut(piece) || (join != Join.SENTENCE && (!isClause(piece) || !isClause(pieces.getLast()))));
        if (isPart) {
            pieces.add(pieces.removeLast().through(piece, text));
        } else {
            pieces.add(piece);
        }
        return true;
    }

    /** "Don't log it": speaks of what was said before. */
    private boolean leavesOut(Piece piece) {
        return chart.has(piece.from(), ActWords.LEAVE_OUT) && piece.to() - piece.from() <= SHORT;
    }

    private Piece piece(int from, int to, Join join) {
        int last = to;
        while (last > from + 1 && isPause(tokens.at(last - 1))) {
            last--;
        }
        int start = tokens.at(from).start();
        return new Piece(text.substring(start, tokens.at(last - 1).end()), start, from, last, join);
    }

    private boolean hasWords(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.at(i).isWord() || tokens.at(i).isDigits()) {
                return true;
            }
        }
        return false;
    }

    /** The place behind the marks and words that join a part to the one before. */
    private int skipJoint(int from, int to) {
        int at = from;
        while (at < to) {
            int here = at;
            at = longest(at, ActWords.ADDING)
                    .or(() -> longest(here, ActWords.BORDER))
                    .map(Node::to)
                    .orElse(isPause(tokens.at(at)) ? at + 1 : at);
            if (at == here) {
                break;
            }
        }
        return at;
    }

    private Optional<Node<String>> longest(int at, Symbol<String> symbol) {
        return chart.longest(at, symbol);
    }

    private static boolean isPause(Token token) {
        return token.is(",") || token.is(";") || Marks.isDash(token);
    }

    private Optional<Join> linesOnly(int index) {
        return Optional.of(Join.SENTENCE).filter(_ -> isNewLine(index));
    }

    private Optional<Join> join(int index) {
        var before = tokens.at(index - 1);
        var here = tokens.at(index);
        if (isInsideEntity(index)) {
            return Optional.empty();
        }
        boolean isEnd = ENDS.contains(before.text()) && here.spaced() && !isAbbreviation(index - 2);
        if (isNewLine(index) || isEnd) {
            return Optional.of(Join.SENTENCE);
        }
        boolean isComma =
                before.is(",") || before.is(";") || (Marks.isDash(before) && before.spaced() && here.spaced());
        if (isComma && chart.has(index, ActWords.BOUND)) {
            return Optional.empty();
        }
        if (chart.has(index, ActWords.ADDING)) {
            return Optional.of(Join.ADDED);
        }
        boolean isBorder = isComma || (chart.has(index, ActWords.BORDER) && !isGoverned(index));
        return Optional.of(Join.CLAUSE).filter(_ -> isBorder);
    }

    /** "Tel. 5": a short word before a stop and a number. */
    private boolean isAbbreviation(int index) {
        boolean isShort = tokens.has(index)
                && tokens.at(index).isWord()
                && tokens.at(index).text().length() <= SHORT;
        boolean isBeforeNumber =
                tokens.at(index + 2).isDigits() || tokens.at(index + 2).is("+");
        return isShort && isBeforeNumber && tokens.at(index + 1).is(".");
    }

    /** "Remind me to call Anna and thank her": the second verb hangs on the same word as the first. */
    private boolean isGoverned(int index) {
        if (!chart.has(index + 1, Clauses.LIVE_VERB) || chart.has(index + 1, ActWords.HEAD)) {
            return false;
        }
        for (int i = index - 1; i >= 0 && !ENDS.contains(tokens.at(i).text()); i--) {
            if (chart.has(i, ActWords.INFINITIVE_MARK) && Clauses.isVerb(chart, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInsideEntity(int index) {
        int place = tokens.at(index).start();
        return entities.stream()
                .anyMatch(entity ->
                        entity.span().start() < place && place < entity.span().end());
    }

    private boolean isNewLine(int index) {
        var between =
                text.substring(tokens.at(index - 1).end(), tokens.at(index).start());
        return between.indexOf('\n') >= 0;
    }

    /** The token behind a quotation or bracket that opens here; 0 where none does, or it is never closed. */
    private int closing(int index) {
        var close = BRACKETS.get(tokens.at(index).text());
        if (close == null) {
            return 0;
        }
        for (int i = index + 1; i < tokens.size() && !isNewLine(i); i++) {
            if (tokens.at(i).is(close)) {
                return i + 1;
            }
        }
        return 0;
    }
}
