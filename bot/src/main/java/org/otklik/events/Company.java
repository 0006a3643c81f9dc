package org.otklik.events;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.otklik.nlu.Cues;

/**
 * How many people come with somebody, as they say it: "me and my wife", "three of us", "28 pupils with me", "alone". Empty where
 * nothing is said of it.
 */
final class Company {
    private static final Cues CUES = new Cues("company");
    private static final Pattern WORD = Pattern.compile("\\+?\\d{1,5}|[\\p{L}]+");
    /** How far a number may stand before the people whom it counts. */
    private static final int REACH = 3;

    private static final int MOST = 10_000;

    private enum Kind {
        NUMBER,
        ALONE,
        TOGETHER,
        ALL,
        OTHERS,
        ONE,
        MANY,
        WITH,
        WITHOUT,
        NOT,
        LINK,
        WORD
    }

    private record Token(Kind kind, int number) {}

    /** What words say of it: so many others, or others whom nobody has counted. */
    record Said(OptionalInt others, boolean isUncounted) {
        private static final Said NOTHING = new Said(OptionalInt.empty(), false);

        static Said others(int number) {
            return new Said(OptionalInt.of(number), false);
        }
    }

    private final List<Token> tokens = new ArrayList<>();

    private Company(String text) {
        var cues = CUES.in(text);
        var words = WORD.matcher(text);
        int next = 0;
        while (words.find()) {
            int start = words.start();
            while (next < cues.size() && cues.get(next).span().end() <= start) {
                next++;
            }
            if (next < cues.size()
                    && cues.get(next).span().start() <= start
                    && start < cues.get(next).span().end()) {
                if (cues.get(next).span().start() == start) {
                    tokens.add(token(cues.get(next).name()));
                }
            } else {
                tokens.add(plain(words.group()));
            }
        }
        dropDenied();
    }

    /** "Three, not two": the number that is denied counts nobody. */
    private void dropDenied() {
        for (int i = tokens.size() - 2; i >= 0; i--) {
            boolean isCount = isNumber(i + 1) || isTogether(i + 1);
            if (tokens.get(i).kind() == Kind.NOT && isCount) {
                tokens.subList(i, i + 2).clear();
            }
        }
    }

    private static Token token(String name) {
        int colon = name.indexOf('-');
        var kind = Kind.valueOf(UCharacter.toUpperCase(colon < 0 ? name : name.substring(0, colon)));
        return new Token(kind, colon < 0 ? 0 : Integer.parseInt(name.substring(colon + 1)));
    }

    private static Token plain(String word) {
        if (!Character.isDigit(word.charAt(word.length() - 1))) {
            return new Token(Kind.WORD, 0);
        }
        boolean isMore = word.startsWith("+");
        return new Token(isMore ? Kind.OTHERS : Kind.NUMBER, Integer.parseInt(isMore ? word.substring(1) : word));
    }

    static Said in(String text) {
        return new Company(text).said();
    }

    /** The bare number that a text is. */
    static OptionalInt number(String text) {
        var tokens = new Company(text).tokens;
        return tokens.size() == 1 && tokens.getFirst().kind() == Kind.NUMBER
                ? OptionalInt.of(tokens.getFirst().number())
                : OptionalInt.empty();
    }

    private Said said() {
        var together = all();
        if (together.isPresent()) {
            return Said.others(Math.max(0, together.get() - 1));
        }
        var others = others();
        boolean isAlone = tokens.stream().anyMatch(token -> token.kind() == Kind.ALONE);
        if (tokens.stream().anyMatch(token -> token.kind() == Kind.WITHOUT)) {
            // Of those who are named somebody does not come: how many are left is sure of one alone.
            return isAlone ? Said.others(0) : Said.NOTHING;
        }
        return others.others().isEmpty() && isAlone && !others.isUncounted() ? Said.others(0) : others;
    }

    /** "We two", "three of us", "for four". */
    private Optional<Integer> all() {
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.kind() == Kind.TOGETHER) {
                return Optional.of(token.number());
            }
            var number = token.kind() == Kind.ALL ? beside(i) : OptionalInt.empty();
            if (number.isPresent() && !isFollowedByOthers(number.getAsInt())) {
                return Optional.of(tokens.get(number.getAsInt()).number());
            }
        }
        return Optional.empty();
    }

    /** The place of the number that a word counts by: "us three", "we will be three", "three of us". */
    private OptionalInt beside(int index) {
        if (isNumber(index + 1) || isNumber(index - 1)) {
            return OptionalInt.of(isNumber(index + 1) ? index + 1 : index - 1);
        }
        boolean isBehindAWord = index + 2 < tokens.size() && isPlain(tokens.get(index + 1)) && isNumber(index + 2);
        return isBehindAWord ? OptionalInt.of(index + 2) : OptionalInt.empty();
    }

    private boolean isFollowedByOthers(int number) {
        return number + 1 < tokens.size()
                && (tokens.get(number + 1).kind() == Kind.MANY
                        || tokens.get(number + 1).kind() == Kind.ONE);
    }

    private boolean isTogether(int index) {
        return index < tokens.size() && tokens.get(index).kind() == Kind.TOGETHER;
    }

    private static boolean isPlain(Token token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.LINK || token.kind() == Kind.NOT;
    }

    private boolean isNumber(int index) {
        return index >= 0 && index < tokens.size() && tokens.get(index).kind() == Kind.NUMBER;
    }

    /** Those who are named beside the speaker. */
    private Said others() {
        int others = 0;
        // "Two more guests" has two words for the same two.
        var counted = new HashSet<Integer>();
        boolean isUncounted = false;
        boolean isWith = false;
        boolean isAny = false;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            switch (token.kind()) {
                case WITH -> isWith = true;
                case OTHERS -> {
                    isWith = true;
                    var near = numberNear(i);
                    var count = token.number() > 0
                            ? OptionalInt.of(token.number())
                            : near.isPresent() && counted.add(near.getAsInt())
                                    ? OptionalInt.of(tokens.get(near.getAsInt()).number())
                                    : OptionalInt.empty();
                    if (count.isPresent() && !hasPeopleNear(i)) {
                        others += count.getAsInt();
                        isAny = true;
                    }
                }
                case ONE, MANY -> {
                    var before = numberBefore(i);
                    var count = before.isPresent() ? before : numberBehind(i);
                    if (count.isPresent()) {
                        others += count.getAsInt();
                        isAny = true;
                    } else if (isWith || hasOthers() || (token.kind() == Kind.ONE && hasWith())) {
                        isAny = true;
                        isUncounted |= token.kind() == Kind.MANY;
                        others += token.kind() == Kind.ONE ? 1 : 0;
                    }
                }
                default -> {
                    // Everything else says nothing of it.
                }
            }
        }
        return isUncounted
                ? new Said(OptionalInt.empty(), true)
                : isAny ? Said.others(Math.min(others, MOST)) : Said.NOTHING;
    }

    private boolean hasWith() {
        return tokens.stream().anyMatch(token -> token.kind() == Kind.WITH);
    }

    private boolean hasOthers() {
        return tokens.stream().anyMatch(token -> token.kind() == Kind.OTHERS);
    }

    private boolean hasPeopleNear(int index) {
        return tokens.subList(Math.max(0, index - REACH - 1), Math.min(tokens.size(), index + REACH + 2)).stream()
                .anyMatch(token -> token.kind() == Kind.ONE || token.kind() == Kind.MANY);
    }

    private OptionalInt numberBefore(int index) {
        for (int i = index - 1; i >= Math.max(0, index - REACH); i--) {
            var kind = tokens.get(i).kind();
            if (kind == Kind.NUMBER) {
                return OptionalInt.of(tokens.get(i).number());
            }
            if (!isPlain(tokens.get(i))) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** "There will be three grandchildren" in the other order, as it is said in Russian: "of pupils there will be 15". */
    private OptionalInt numberBehind(int index) {
        int at = index + 1;
        while (at < tokens.size() && tokens.get(at).kind() == Kind.LINK) {
            at++;
        }
        return at > index + 1 && isNumber(at) ? OptionalInt.of(tokens.get(at).number()) : OptionalInt.empty();
    }

    /** The place of the number right beside a word. */
    private OptionalInt numberNear(int index) {
        return isNumber(index + 1)
                ? OptionalInt.of(index + 1)
                : isNumber(index - 1) ? OptionalInt.of(index - 1) : behindAWord(index);
    }

    /** "Two more guests". */
    private OptionalInt behindAWord(int index) {
        boolean isWord = index >= 2 && tokens.get(index - 1).kind() == Kind.WORD;
        return isWord && isNumber(index - 2) ? OptionalInt.of(index - 2) : OptionalInt.empty();
    }
}
