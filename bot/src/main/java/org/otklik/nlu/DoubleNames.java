package org.otklik.nlu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.otklik.nlu.PersonName.Kind;

/** Names of two parts with a hyphen, each of which is declined: Anna-Maria, Rimsky-Korsakov. */
final class DoubleNames {
    private static final char HYPHEN = '-';
    private static final int MOST_READINGS = 24;

    private DoubleNames() {}

    static boolean isDouble(String typed) {
        int hyphen = typed.indexOf(HYPHEN);
        return hyphen > 1 && hyphen < typed.length() - 2 && typed.indexOf(HYPHEN, hyphen + 1) < 0;
    }

    /** The readings in which both parts agree, the surest first: one part that shows what it is vouches for the other. */
    static List<NameReading> readings(String typed, Function<String, List<NameReading>> of) {
        int hyphen = typed.indexOf(HYPHEN);
        var both = new ArrayList<NameReading>();
        var second = of.apply(typed.substring(hyphen + 1));
        for (var first : of.apply(typed.substring(0, hyphen))) {
            for (var last : second) {
                var genders = common(first.genders(), last.genders(), Gender.class);
                var cases = common(first.cases(), last.cases(), GrammaticalCase.class);
                if (first.kind() == last.kind()
                        && first.kind() != Kind.PATRONYMIC
                        && !genders.isEmpty()
                        && !cases.isEmpty()) {
                    int rank = Math.min(first.rank(), last.rank());
                    var base = first.base() + HYPHEN + last.base();
                    both.add(new NameReading(first.kind(), base, genders, cases, rank));
                }
            }
        }
        return both.stream()
                .sorted(Comparator.comparingInt(NameReading::rank))
                .limit(MOST_READINGS)
                .toList();
    }

    private static <E extends Enum<E>> Set<E> common(Set<E> one, Set<E> other, Class<E> type) {
        var common = EnumSet.noneOf(type);
        common.addAll(one);
        common.retainAll(other);
        return common;
    }
}
