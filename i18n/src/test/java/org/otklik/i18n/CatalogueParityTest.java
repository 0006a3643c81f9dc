package org.otklik.i18n;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text exists in every language, with the same arguments and all plural branches that the language needs. */
class CatalogueParityTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    static Set<String> areas() throws IOException {
        var areas = new TreeSet<String>();
        for (var language : Language.values()) {
            areas.addAll(areasOf(language));
        }
        return areas;
    }

    private static Set<String> areasOf(Language language) throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES.resolve(language.code()))) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryArea(Language language) throws IOException {
        assertThat(areasOf(language)).isEqualTo(areas());
    }

    @ParameterizedTest
    @MethodSource("areas")
    void everyLanguageHasTheSameKeysWithTheSameArguments(String area) {
        var english = Catalogue.load(Language.EN, area).patterns();
        for (var language : Language.values()) {
            var patterns = Catalogue.load(language, area).patterns();

            assertThat(patterns.keySet()).as(language + " " + area).isEqualTo(english.keySet());
            patterns.forEach((key, pattern) -> {
                assertThat(pattern).as(language + " " + area + "." + key).isNotBlank();
                assertThat(arguments(pattern))
                        .as(language + " " + area + "." + key)
                        .isEqualTo(arguments(requireNonNull(english.get(key))));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void everyPluralHasTheBranchesOfItsLanguage(String area) {
        for (var language : Language.values()) {
            Catalogue.load(language, area)
                    .patterns()
                    .forEach((key, pattern) -> assertThat(missingBranches(pattern, language))
                            .as(language + " " + area + "." + key)
                            .isEmpty());
        }
    }

    @Test
    void aMissingBranchIsFound() {
        assertThat(missingBranches("{n, plural, one {# дар} other {# дара}}", Language.RU))
                .containsExactlyInAnyOrder("few", "many");
    }

    private static Set<String> arguments(String pattern) {
        var parsed = new MessagePattern(pattern);
        var names = new TreeSet<String>();
        for (int i = 0; i < parsed.countParts(); i++) {
            var part = parsed.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                names.add(parsed.getSubstring(part));
            }
        }
        return names;
    }

    /** The plural categories of the language that some plural of the pattern leaves out. */
    private static Set<String> missingBranches(String pattern, Language language) {
        var parsed = new MessagePattern(pattern);
        var missing = new TreeSet<String>();
        for (int i = 0; i < parsed.countParts(); i++) {
            var part = parsed.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START
                    && part.getArgType().hasPluralStyle()) {
                var needed =
                        new HashSet<>(PluralRules.forLocale(language.locale()).getKeywords());
                needed.removeAll(selectors(parsed, i));
                missing.addAll(needed);
            }
        }
        return missing;
    }

    private static Set<String> selectors(MessagePattern parsed, int start) {
        var selectors = new HashSet<String>();
        int end = parsed.getLimitPartIndex(start);
        for (int i = start; i < end; i++) {
            if (parsed.getPart(i).getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                selectors.add(parsed.getSubstring(parsed.getPart(i)));
                i = parsed.getLimitPartIndex(i + 1);
            }
        }
        return selectors;
    }
}
