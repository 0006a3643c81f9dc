package org.otklik;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.otklik.i18n.Language;
import org.otklik.i18n.TextKey;

/** Texts and the code that says them: no key without a text, no text that nobody says, no argument that nobody fills in. */
class TextKeysTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\.with\\(\\s*\"(\\w+)\"");

    private static final List<Source> SOURCES = Source.all("src/main/java");

    /** The enums of keys of all modules, also of channels, whose classes the bot can't name. */
    private static final List<Class<?>> AREAS = Product.CLASSES.stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(TextKey.class))
            .<Class<?>>map(JavaClass::reflect)
            .toList();

    static List<Class<?>> areas() {
        return AREAS;
    }

    private static List<TextKey> keys(Class<?> area) {
        return Arrays.stream(area.getEnumConstants()).map(TextKey.class::cast).toList();
    }

    private static String area(Class<?> keys) {
        return keys(keys).getFirst().area();
    }

    private static Map<String, String> catalogue(Language language, String area) {
        var path = "/messages/" + language.code() + "/" + area + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(TextKey.class.getResourceAsStream(path), path), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts.stringPropertyNames().stream().collect(toMap(key -> key, texts::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void everyKeyHasATextInEveryLanguageAndEveryTextAKey(Class<?> area) {
        var keys = keys(area).stream().map(TextKey::key).toList();
        for (var language : Language.values()) {
            assertThat(catalogue(language, area(area)).keySet())
                    .as(language + " " + area(area))
                    .containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    @Test
    void everyCatalogueHasOneEnumOfItsOwn() throws IOException {
        for (var language : Language.values()) {
            try (var files = Files.list(Path.of("../i18n/src/main/resources/messages", language.code()))) {
                var catalogues = files.map(file -> file.getFileName().toString().replace(".properties", ""));
                assertThat(catalogues)
                        .containsExactlyInAnyOrderElementsOf(
                                areas().stream().map(TextKeysTest::area).toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void everyTextIsSaidSomewhere(Class<?> area) {
        assertThat(keys(area))
                .allSatisfy(key -> assertThat(sayers(area, key))
                        .as(area.getSimpleName() + "." + key.name())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("areas")
    void everyArgumentIsFilledInWhereTheTextIsSaid(Class<?> area) {
        var texts = catalogue(Language.EN, area(area));
        for (var key : keys(area)) {
            var sayers = sayers(area, key);
            var filledIn = sayers.stream()
                    .flatMap(source -> ARGUMENT.matcher(source.code()).results())
                    .map(found -> found.group(1))
                    .collect(toCollection(TreeSet::new));
            // Texts that are handed over as a whole are filled in by the widget, in the browser.
            if (sayers.stream().noneMatch(source -> handsOver(source, area))) {
                assertThat(filledIn)
                        .as(area.getSimpleName() + "." + key.name())
                        .containsAll(arguments(texts.getOrDefault(key.key(), "")));
            }
        }
    }

    private static boolean handsOver(Source source, Class<?> area) {
        return source.code().contains(area.getSimpleName() + ".values()");
    }

    /** The sources that name a constant, besides the enum itself. */
    private static List<Source> sayers(Class<?> area, TextKey key) {
        var name = Pattern.compile("\\b" + area.getSimpleName() + "\\." + key.name() + "\\b");
        var imported = "import static " + area.getName() + "." + key.name() + ";";
        return SOURCES.stream()
                .filter(source -> source.code().contains(area.getSimpleName())
                        && !source.path().endsWith(area.getSimpleName() + ".java"))
                .filter(source -> source.code().contains(imported)
                        || handsOver(source, area)
                        || name.matcher(source.code()).find())
                .toList();
    }

    private static Set<String> arguments(String text) {
        var parsed = new MessagePattern(text);
        return Stream.iterate(0, part -> part < parsed.countParts(), part -> part + 1)
                .map(parsed::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
                .map(parsed::getSubstring)
                .collect(toCollection(TreeSet::new));
    }
}
