package org.otklik.directory;

import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;

/**
 * A name that nothing but the word before it shows to be one of an organisation: "the organisation green fork".
 *
 * @param name without the common nouns before it
 */
record NamedOrganization(String name, Span span) {
    private static final WordPatterns WORDS = new WordPatterns("contact-words");
    private static final Pattern QUOTED =
            Pattern.compile("[\u00ab\u201c\u201e\"]([^\u00bb\u201d\u201c\"]{1,60})[\u00bb\u201d\u201c\"]");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}\u2019'.&-]*.*");
    private static final Pattern END = Pattern.compile("[,.;!?\\n(]|\\s[-\u2013\u2014]\\s");
    /** What joins the name to somebody who is named behind it. */
    private static final Pattern JOINT = Pattern.compile("\\s(?:and|with|\u0438|\u0441)(?:\\s+(?:\\p{L}+\\s*){0,2})?$");

    private static final Pattern LEAD = Pattern.compile("^[\\s:]+");
    private static final int MOST_WORDS = 5;

    static Optional<NamedOrganization> in(Understanding understanding) {
        var text = understanding.text();
        return WORDS.find(text).stream()
                .filter(found -> found.name().equals("organization"))
                .findFirst()
                .flatMap(noun -> behind(understanding, noun.span().end()));
    }

    private static Optional<NamedOrganization> behind(Understanding understanding, int from) {
        var text = understanding.text();
        int to = understanding.entities().stream()
                .filter(entity -> !(entity instanceof Entity.Organization))
                .mapToInt(entity -> entity.span().start())
                .filter(start -> start >= from)
                .min()
                .orElse(text.length());
        var quoted = QUOTED.matcher(text).region(from, to);
        if (quoted.find()) {
            return Optional.of(new NamedOrganization(quoted.group(1).strip(), new Span(quoted.start(), quoted.end())));
        }
        var end = END.matcher(text).region(from, to);
        int last = end.find() ? end.start() : to;
        var words = LEAD.matcher(text.substring(from, last)).replaceFirst("").strip();
        words = last == to && to < text.length() ? JOINT.matcher(words).replaceFirst("") : words;
        var capitalised = CAPITALISED.matcher(words);
        var name = capitalised.find() ? capitalised.group() : words;
        return name.isBlank() || name.split("\\s+").length > MOST_WORDS
                ? Optional.empty()
                : Optional.of(new NamedOrganization(name, new Span(from, last)));
    }
}
