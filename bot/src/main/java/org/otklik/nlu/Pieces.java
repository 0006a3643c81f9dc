package org.otklik.nlu;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

    private static final String LOG = "interactions.log";
    /** The heading of a note is no longer than this, in words and marks. */
    private static final int LONGEST_HEADING = 8;
    /** How far words of one sentence, or the ends of a quotation, may be apart, in words and marks. */
    private static final int REACH = 120;
    /** How far behind its subject the verb of a clause may stand. */
    private static final int VERB_REACH = 3;

    private final String text;
    private final Chart chart;
    private final Tokens tokens;
    private final List<Entity> entities;
    /** Where a telling word stands. */
    private final BitSet heads = new BitSet();

    /** Filled when the parts are first asked for. */
    private final List<Piece> all = new ArrayList<>();

    /** @param chart the text with all words of the tables */
    Pieces(String text, Chart chart, List<Entity> entities) {
        this.text = text;
        this.chart = chart;
        this.tokens = chart.tokens();
        this.entities = entities;
        IntStream.range(0, tokens.size())
                .filter(i -> chart.has(i, ActWords.HEAD) && !isOfTime(i))
                .forEach(heads::set);
    }

    /** "In two hours": what says when tells of no work. */
    private boolean isOfTime(int index) {
        int place = tokens.at(index).start();
        return entities.stream()
                .filter(entity -> entity instanceof Entity.Date || entity instanceof Entity.DateTime)
                .map(Entity::span)
                .anyMatch(span -> span.start() < place && place < span.end());
    }

    List<Piece> all() {
        if (all.isEmpty()) {
            all.addAll(parted());
        }
        return List.copyOf(all);
    }

    private List<Piece> parted() {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        var join = Join.SENTENCE;
        int quotedUntil = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            quotedUntil = Math.max(quotedUntil, closing(i - 1));
            var next = i == tokens.size()
                    ? Optional.of(Join.SENTENCE)
                    : i < quotedUntil ? linesOnly(i) : join(i).or(unmarked(from, i));
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
            boolean isFinite = Clauses.isVerb(chart, i)
                    && !chart.has(i, ActWords.INFINITIVE)
                    && !chart.has(i, Numbers.CURRENCY)
                    && !isLabel(piece, i);
            if (heads.get(i) || isFinite || tokens.at(i).is("?")) {
                return true;
            }
        }
        return isPlan(piece)
                || (piece.names(entities, Entity.Money.class)
                        && (piece.names(entities, Entity.Person.class)
                                || piece.names(entities, Entity.Organization.class)));
    }

    /** Notes say what is to be done and when without a verb that is: "tomorrow at 10 to call her". */
    private boolean isPlan(Piece piece) {
        boolean isDated = piece.names(entities, Entity.Date.class) || piece.names(entities, Entity.DateTime.class);
        return isDated
                && !chart.has(piece.from(), ActWords.INFINITIVE)
                && IntStream.range(piece.from(), piece.to()).anyMatch(i -> chart.has(i, ActWords.INFINITIVE));
    }

    /** "E-mail" and "mail" before an address that ends the part say what it is, and not what is done. */
    private boolean isLabel(Piece piece, int index) {
        int next = tokens.has(index + 1) && (tokens.at(index + 1).is(":") || Marks.isDash(tokens.at(index + 1)))
                ? index + 2
                : index + 1;
        boolean isFirst = index == piece.from() || (tokens.isJoined(index) && Marks.isDash(tokens.at(index - 1)));
        return isFirst
                && tokens.has(next)
                && entities.stream()
                        .filter(Entity.Email.class::isInstance)
                        .map(Entity::span)
                        .anyMatch(span -> span.start() == tokens.at(next).start()
                                && span.end() >= tokens.at(piece.to() - 1).start());
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
        boolean isEnd =
                ENDS.contains(before.text()) && here.spaced() && !isAbbreviation(index - 2) && !isPartOfValue(index);
        if (isNewLine(index) || isEnd || isBehindGreeting(index)) {
            return Optional.of(Join.SENTENCE);
        }
        boolean isComma =
                before.is(",") || before.is(";") || (Marks.isDash(before) && before.spaced() && here.spaced());
        if (isComma && chart.has(index, ActWords.BOUND)) {
            return Optional.of(Join.CLAUSE).filter(_ -> asksOfItsOwn(index));
        }
        if (chart.has(index, ActWords.ADDING)) {
            return Optional.of(Join.ADDED);
        }
        boolean isBorder = isComma || (chart.has(index, ActWords.BORDER) && !isGoverned(index));
        return Optional.of(Join.CLAUSE).filter(_ -> isBorder);
    }

    /**
     * Where something new begins without any mark: behind the heading of a note ("log call: he will give 500"), before a request, and
     * before a new subject with a telling verb ("met Anna she gave 500").
     */
    private Supplier<Optional<Join>> unmarked(int from, int index) {
        return () -> isInsideEntity(index)
                ? Optional.empty()
                : Optional.of(Join.ADDED)
                        .filter(_ -> isHeading(from, index))
                        .or(() -> Optional.of(Join.CLAUSE).filter(_ -> tells(from, index) && isNewStart(from, index)));
    }

    private boolean isHeading(int from, int index) {
        return tokens.at(index - 1).is(":") && index - from <= LONGEST_HEADING && tells(from, index - 1, LOG);
    }

    private boolean tells(int from, int to) {
        int next = heads.nextSetBit(from);
        return next >= 0 && next < to;
    }

    private boolean tells(int from, int to, String intent) {
        return IntStream.range(from, to)
                .filter(heads::get)
                .anyMatch(i -> chart.at(i, ActWords.HEAD).stream()
                        .anyMatch(node -> node.to() <= to && node.value().contains(intent)));
    }

    private boolean isNewStart(int from, int index) {
        boolean isHeld = chart.has(index - 1, ActWords.BOUND)
                || chart.has(index - 1, ActWords.ASKS)
                || chart.has(index - 1, ActWords.NOT)
                || chart.has(index - 1, ActWords.INFINITIVE_MARK);
        boolean isNewSubject = chart.has(index, ActWords.SUBJECT)
                && IntStream.rangeClosed(index + 1, index + VERB_REACH)
                        .anyMatch(i -> chart.has(i, ActWords.HEAD) && Clauses.isVerb(chart, i));
        return !isHeld
                && (isNewSubject
                        || chart.has(index, ActWords.REQUEST)
                        || (isFurtherNews(index) && tells(from, index, LOG)));
    }

    /** "Met Anna Petrova gave 500": behind a name or a day a second verb, of what somebody gives. */
    private boolean isFurtherNews(int index) {
        boolean isBehindNoun = tokens.at(index - 1).isWord()
                && !chart.has(index - 1, Numbers.FUNCTION)
                && !chart.has(index - 1, ActWords.HEAD)
                && !Clauses.isVerb(chart, index - 1);
        return isBehindNoun
                && (chart.has(index, ActWords.HEREAFTER) || chart.has(index, ActWords.PAST_GIFT))
                && chart.has(index, ActWords.HEAD);
    }

    /** "5 thous. by May": the stop belongs to the value before it, and the sentence goes on. */
    private boolean isPartOfValue(int index) {
        var stop = tokens.at(index - 1);
        return stop.is(".")
                && !tokens.at(index).isCapitalised()
                && !chart.has(index, ActWords.HEAD)
                && entities.stream().anyMatch(entity -> entity.span().end() == stop.end());
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
        for (int i = index - 1;
                i >= Math.max(0, index - REACH) && !ENDS.contains(tokens.at(i).text());
                i--) {
            if (chart.has(i, ActWords.INFINITIVE_MARK) && Clauses.isVerb(chart, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** "Hello can I volunteer": a greeting needs no comma to be one. */
    private boolean isBehindGreeting(int index) {
        int greeted = chart.longest(0, ActWords.GREETING).map(Node::to).orElse(0);
        return greeted > 0 && index == (isPauseAt(greeted) ? greeted + 1 : greeted);
    }

    private boolean isPauseAt(int index) {
        return tokens.has(index) && isPause(tokens.at(index));
    }

    /** "I want to help, how do I pay?": what a clause wants is one thing, and what it does not ask for is another. */
    private boolean asksOfItsOwn(int index) {
        int end = index;
        while (end < index + REACH
                && tokens.has(end)
                && !ENDS.contains(tokens.at(end).text())) {
            end++;
        }
        boolean isQuestion = tokens.has(end) && tokens.at(end).is("?") && chart.has(index, ActWords.ASKS);
        int from = index - 1;
        boolean wantsSomething = false;
        while (isQuestion
                && from >= Math.max(0, index - REACH)
                && !ENDS.contains(tokens.at(from).text())) {
            if (chart.has(from, ActWords.TELL_ME) || chart.has(from, ActWords.ASKS)) {
                return false;
            }
            wantsSomething |= chart.has(from, ActWords.HEAD) || chart.has(from, ActWords.HEREAFTER);
            from--;
        }
        return wantsSomething;
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
        for (int i = index + 1; i < Math.min(tokens.size(), index + REACH) && !isNewLine(i); i++) {
            if (tokens.at(i).is(close)) {
                return i + 1;
            }
        }
        return 0;
    }
}
