package org.otklik.nlu;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;

/** The countries of the world and the cities that time zones are called by, in all languages and all cases, for the lexicon. */
final class Gazetteer {
    private static final String ENDINGS = "town-endings";
    private static final int SHORTEST_STEM = 3;
    /** Names in words; the rest are remarks such as "SAR China" in brackets. */
    private static final Predicate<String> IS_PLAIN =
            Pattern.compile("[\\p{L}'\u2019 -]{4,}").asMatchPredicate();

    private Gazetteer() {}

    static String line() {
        return NameWords.PLACE.name() + ": "
                + Arrays.stream(Language.values()).flatMap(Gazetteer::places).collect(Collectors.joining(", "));
    }

    private static Stream<String> places(Language language) {
        var locale = new ULocale(language.code());
        var cities = TimeZoneNames.getInstance(locale);
        var countries = LocaleDisplayNames.getInstance(locale);
        return Stream.concat(
                        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                                .map(cities::getExemplarLocationName),
                        Arrays.stream(ULocale.getISOCountries()).map(countries::regionDisplayName))
                .filter(IS_PLAIN)
                .distinct()
                .flatMap(Gazetteer::forms);
    }

    private static Stream<String> forms(String place) {
        if (!Declension.isCyrillic(place)) {
            return Stream.of(place);
        }
        var endings = WordTables.lines(Language.RU.code(), ENDINGS).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        var stem = endings.stream()
                .filter(ending -> place.endsWith(ending) && place.length() - ending.length() >= SHORTEST_STEM)
                .max(Comparator.comparingInt(String::length))
                .map(ending -> place.substring(0, place.length() - ending.length()))
                .orElse(place);
        return Stream.concat(Stream.of(place, stem), endings.stream().map(stem::concat))
                .distinct();
    }
}
