package org.otklik.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the database holds of a conversation, as numbers of its questions in the order in which it came to be.
 *
 * @param stored the questions
 * @param handled those of them that were dealt with
 * @param effects the rows that they led to
 * @param answered the replies, by the question that each answers
 * @param replies the same by their own numbers
 */
record Kept(
        List<Integer> stored,
        List<Integer> handled,
        List<Integer> effects,
        List<Integer> answered,
        List<Long> replies) {

    static Kept nothing() {
        return new Kept(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** How many of these questions were not dealt with. */
    int lost(List<Integer> said) {
        return without(said, handled);
    }

    int withoutEffect(List<Integer> said) {
        return without(said, effects);
    }

    /** How many rows are there more than once. */
    int tooMany() {
        return repeated(stored) + repeated(effects) + repeated(answered);
    }

    /** How many replies the visitor never got, and how many questions have none. */
    int repliesLost(List<Integer> said, List<Long> received) {
        return without(said, answered) + without(replies, received);
    }

    /** Whether all happened in the order in which it was said, and the replies came in the order in which they were given. */
    boolean isInOrder(List<Integer> said, List<Long> received) {
        return List.of(stored, effects, answered).stream().allMatch(order -> isOrdered(order, said))
                && isOrdered(received, replies);
    }

    private static int without(List<?> all, List<?> those) {
        var left = new HashSet<>(all);
        left.removeAll(new HashSet<>(those));
        return left.size();
    }

    private static int repeated(List<?> all) {
        return all.size() - new HashSet<>(all).size();
    }

    private static boolean isOrdered(List<?> some, List<?> order) {
        var places = some.stream().distinct().map(order::indexOf).toList();
        return IntStream.range(1, places.size()).allMatch(i -> places.get(i - 1) < places.get(i));
    }
}
