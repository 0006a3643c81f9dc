package org.otklik.i18n;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The texts of one area in one language: ICU MessageFormat patterns by key, read from a UTF-8 properties file. */
final class Catalogue {
    private final Language language;
    private final String area;
    private final Map<String, String> patterns;

    private Catalogue(Language language, String area, Map<String, String> patterns) {
        this.language = language;
        this.area = area;
        this.patterns = patterns;
    }

    static Catalogue load(Language language, String area) {
        var path = "/messages/" + language.code() + "/" + area + ".properties";
        try (var stream = Catalogue.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("no catalogue " + path);
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            var patterns = new TreeMap<String, String>();
            properties.forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
            return new Catalogue(language, area, patterns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> patterns() {
        return patterns;
    }

    /** A format of its own for each call: ICU's are not safe for threads. */
    MessageFormat format(String key) {
        var pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException(
                    "no text '" + key + "' in messages/" + language.code() + "/" + area + ".properties");
        }
        return new MessageFormat(pattern, language.locale());
    }
}
