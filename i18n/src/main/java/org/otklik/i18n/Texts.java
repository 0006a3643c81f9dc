package org.otklik.i18n;

import com.ibm.icu.text.MessageFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Says texts in a language. Safe for threads. */
public final class Texts {
    private final Map<Language, Formats> formats = new EnumMap<>(Language.class);
    private final Map<CatalogueName, Catalogue> catalogues = new ConcurrentHashMap<>();

    private record CatalogueName(Language language, String area) {}

    public Texts() {
        for (var language : Language.values()) {
            formats.put(language, new Formats(language));
        }
    }

    public Formats formats(Language language) {
        return Objects.requireNonNull(formats.get(language));
    }

    /** @throws IllegalArgumentException for a key that the catalogues don't hold, which the build rules out */
    public String say(Language language, TextKey key) {
        return say(language, Text.of(key));
    }

    /** @throws IllegalArgumentException for a key that the catalogues don't hold, which the build rules out */
    public String say(Language language, Text text) {
        MessageFormat format = catalogues
                .computeIfAbsent(
                        new CatalogueName(language, text.key().area()),
                        name -> Catalogue.load(name.language(), name.area()))
                .format(text.key().key());
        var arguments = new HashMap<String, Object>();
        text.arguments().forEach((name, value) -> arguments.put(name, written(language, value)));
        return format.format(arguments);
    }

    private Object written(Language language, Object value) {
        var written = formats(language);
        return switch (value) {
            case Money money -> written.money(money);
            case LocalDate day -> written.date(day);
            case PlainDay day -> written.plainDay(day.day());
            case YearMonth month -> written.month(month);
            case LocalTime time -> written.time(time);
            case LocalDateTime moment -> written.dateTime(moment);
            case BigDecimal number -> written.number(number);
            case Text text -> say(language, text);
            case List<?> parts ->
                written.list(parts.stream()
                        .map(part -> String.valueOf(written(language, part)))
                        .toList());
            default -> value;
        };
    }
}
