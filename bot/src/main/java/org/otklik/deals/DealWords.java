package org.otklik.deals;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.deals.Deals.Pipeline;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;

/** The words by which deals are spoken of: their pipelines, stages and ends, and names in quotation marks. Safe for threads. */
final class DealWords {
    private static final Pattern QUOTED = Pattern.compile("[«„“\"]([^«»„“”\"]{2,120})[»“”\"]");

    /** Stands for each letter of what is no part of a title. */
    static final char NAMED = '|';

    private static final Pattern END = Pattern.compile("[,.;:\\n|]");

    private static final Pattern COLON = Pattern.compile("(?<=\\S):\\s+");

    /** A small word and what a deal is for. */
    private static final Pattern FOR =
            Pattern.compile("\\s+(?:for|towards|\\p{IsCyrillic}{2,3})\\s+\\p{L}.*", Pattern.DOTALL);

    private static final Pattern PURPOSE = Pattern.compile("\\p{L}+\\s+\\p{L}.*", Pattern.DOTALL);

    private final Cues destinations = new Cues("destinations");
    private final Cues small = new Cues("function");
    private final Cues pipelines = new Cues("pipelines");
    private final Cues moves = new Cues("deal-moves");
    private final Cues views = new Cues("deal-views");

    /** A name in quotation marks, with where it stands, marks and all. */
    record Quoted(String name, Span span) {}

    /** The word behind the one that says where something goes. */
    Optional<String> destination(String text) {
        return destinations.in(text).stream()
                .map(found -> text.substring(found.span().end()).strip())
                .filter(rest -> !rest.isEmpty())
                .reduce((first, last) -> last);
    }

    List<Quoted> quoted(String text) {
        return QUOTED.matcher(text)
                .results()
                .map(found -> new Quoted(found.group(1).strip(), new Span(found.start(), found.end())))
                .toList();
    }

    /** The text with blanks for what stands in quotation marks: a title is no stage and no reason. */
    String withoutQuoted(String text) {
        return QUOTED.matcher(text)
                .replaceAll(found -> isStage(text, found)
                        ? Matcher.quoteReplacement(found.group())
                        : " ".repeat(found.group().length()));
    }

    /** "To the stage “agreed”": what is quoted behind that word is no title. */
    private boolean isStage(String text, MatchResult quoted) {
        var before = text.substring(0, quoted.start()).stripTrailing();
        return views.in(before).stream()
                .anyMatch(found -> found.name().equals("stage") && found.span().end() == before.length());
    }

    Optional<Pipeline> pipeline(String text) {
        return pipelines(text).findFirst();
    }

    Stream<Pipeline> pipelines(String text) {
        return pipelines.in(text).stream()
                .filter(found -> !found.name().equals("title"))
                .map(found -> Pipeline.of(found.name()))
                .distinct();
    }

    /**
     * What follows the word for the pipeline: "a grant for the reading room", "a grant of the Tilia Fund for the reading room".
     *
     * @param text with {@link #NAMED} for whoever is named
     */
    Optional<String> matter(String text) {
        var start = pipelines.in(text).stream()
                .filter(found -> !found.name().equals("title"))
                .findFirst();
        return start.map(found -> text.substring(found.span().end()))
                .flatMap(rest -> purpose(rest)
                        .or(() -> Optional.of(rest)
                                .filter(words -> FOR.matcher(words).lookingAt())))
                .map(this::matterOnly);
    }

    /** Up to a mark, without what leads to whoever is named behind it: "the reading room with". */
    private String matterOnly(String words) {
        var matter = END.split(words, 2)[0];
        boolean isBeforeName = matter.length() < words.length() && words.charAt(matter.length()) == NAMED;
        return matter.substring(0, isBeforeName ? leadsFrom(matter) : matter.length())
                .strip();
    }

    /** Where the last small word stands behind the first word; the end where there is none. */
    private int leadsFrom(String matter) {
        return small.in(matter).stream()
                .filter(found -> found.name().equals("function"))
                .mapToInt(found -> found.span().start())
                .filter(start -> !matter.substring(0, start).isBlank())
                .filter(start -> !isArticle(matter.substring(0, start)))
                .max()
                .orElse(matter.length());
    }

    /** Whether nothing stands there but small words: "for the". */
    private boolean isArticle(String words) {
        return small.in(words).size() == words.strip().split("\\s+").length;
    }

    /** What begins with a word that says what for, behind other words. */
    private Optional<String> purpose(String text) {
        return views.in(text).stream()
                .filter(found -> found.name().equals("purpose"))
                .map(found -> text.substring(found.span().start()))
                .filter(rest -> PURPOSE.matcher(rest).lookingAt())
                .findFirst();
    }

    /** A title without quotation marks, after a word that announces it. */
    Optional<String> announced(String text) {
        return pipelines.in(text).stream()
                .filter(found -> found.name().equals("title"))
                .map(found -> text.substring(found.span().end()).split("[,.;\\n]", 2)[0])
                .map(title -> title.replaceAll("^[\\s:]+", "").strip())
                .filter(title -> !title.isEmpty())
                .findFirst();
    }

    /**
     * What stands behind the colon that follows the other side, or the word for the pipeline: "a deal with Baltic Ferry: Winter Fish, 4000".
     *
     * @param text with {@link #NAMED} for whoever it is with, for sums and days
     */
    Optional<String> behindColon(String text) {
        return COLON.matcher(text)
                .results()
                .filter(colon -> endsDeal(text.substring(0, colon.start())))
                .map(colon -> matterOnly(text.substring(colon.end())))
                .filter(title -> title.codePoints().anyMatch(Character::isLetter))
                .filter(title -> pipelines.in(title).isEmpty())
                .findFirst();
    }

    private boolean endsDeal(String before) {
        return before.charAt(before.length() - 1) == NAMED
                || pipelines.in(before).stream().anyMatch(found -> found.span().end() == before.length());
    }

    /** Where a deal is said to go: the name of a stage, won, lost, next or back, with where the word stands. */
    List<Cues.Found> moves(String text) {
        return moves.in(withoutQuoted(text));
    }

    /** What follows a word that gives a reason: "because they have no money". */
    Optional<String> because(String text) {
        return views.in(text).stream()
                .filter(found -> found.name().equals("because"))
                .map(found -> text.substring(found.span().start()))
                .findFirst();
    }

    Optional<String> stage(String text, List<String> stages) {
        return moves(text).stream()
                .map(Cues.Found::name)
                .filter(stages::contains)
                .findFirst();
    }

    boolean asks(String text, String what) {
        return views.has(withoutQuoted(text), what);
    }

    /** An understanding without some of its words: a title is nobody's name. */
    static Understanding without(Understanding understanding, List<Span> spans) {
        var text = new StringBuilder(understanding.text());
        spans.forEach(span -> {
            for (int at = span.start(); at < span.end(); at++) {
                text.setCharAt(at, ' ');
            }
        });
        var entities = understanding.entities().stream()
                .filter(entity -> spans.stream().noneMatch(span -> span.overlaps(entity.span())))
                .toList();
        return new Understanding(
                text.toString(), understanding.language(), understanding.ranked(), List.of(), entities);
    }
}
