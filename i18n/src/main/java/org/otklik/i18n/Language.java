package org.otklik.i18n;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that the product reads and writes. A new one is a constant here, and data folders: every gap fails a test. */
public enum Language {
    EN(Locale.ENGLISH),
    RU(Locale.of("ru"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The ISO 639-1 code, as the database and the data folders write it. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language of an ISO 639-1 code or a BCP 47 tag that starts with one; empty for one that the product does not speak. */
    public static Optional<Language> of(String tag) {
        var code = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
