package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can only be seen in the sources, of all modules. */
class SourcesTest {
    private static final int LONGEST = 400;

    /** One escaped letter is orthography, two are a word. */
    private static final Pattern WORD = Pattern.compile("\\p{IsCyrillic}|(?:\\\\u04[0-9a-fA-F]{2}){2}");

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:abstract |final |sealed |non-sealed |strictfp )*(?:class|interface|@interface|enum|record) ");
    private static final Pattern FOR_LATER = Pattern.compile("\\b(?:TODO|FIXME|XXX)\\b");

    private static final List<Source> MAIN = Source.all("src/main/java");
    private static final List<Source> ALL =
            Stream.concat(MAIN.stream(), Source.all("src/test/java").stream()).toList();

    @Test
    void wordsOfALanguageAreData() {
        assertThat(pathsWhere(MAIN, source -> source.literals().anyMatch(WORD.asPredicate())))
                .isEmpty();
    }

    @Test
    void filesAreShort() {
        assertThat(pathsWhere(ALL, source -> source.code().lines().count() > LONGEST))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(pathsWhere(ALL, source -> source.comments().anyMatch(FOR_LATER.asPredicate())))
                .isEmpty();
    }

    @Test
    void everyPublicTypeSaysWhatItIsFor() {
        assertThat(pathsWhere(MAIN, SourcesTest::isBare)).isEmpty();
    }

    private static boolean isBare(Source source) {
        var type = PUBLIC_TYPE.matcher(source.code());
        return type.find()
                && !source.code()
                        .substring(0, type.start())
                        .replaceFirst("(?s).*\\n(?:package|import) [^\\n]*", "")
                        .contains("/**");
    }

    @Test
    void everyPackageIsNullMarked() {
        var packages = ALL.stream()
                .map(source -> source.path().getParent())
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")));
        var unmarked = ALL.stream()
                .filter(source -> source.path().endsWith("package-info.java"))
                .filter(source -> !source.code().contains("@NullMarked"))
                .map(Source::path);

        assertThat(Stream.concat(packages, unmarked)).isEmpty();
    }

    private static List<Path> pathsWhere(List<Source> sources, Predicate<Source> condition) {
        return sources.stream().filter(condition).map(Source::path).toList();
    }
}
