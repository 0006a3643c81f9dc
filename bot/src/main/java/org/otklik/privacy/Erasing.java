package org.otklik.privacy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;

/** Who is to be taken out of the records, by the words of the wish. */
final class Erasing {
    private static final Cues WORDS = new Cues("erasing");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'\u2019-]+");
    /** A name has no more words. */
    private static final int LONGEST_NAME = 3;

    private static final int FEW_WORDS = 5;

    private final Understanding understanding;

    Erasing(Understanding understanding) {
        this.understanding = understanding;
    }

    /** Whether it speaks of who wrote it. */
    boolean isOfSelf() {
        return WORDS.has(understanding.text(), "self");
    }

    /** Whether nothing is said but that somebody whom we know is to go: "forget Anna Petrova". */
    boolean isOfOneWeKnow(Turn turn) {
        return opens()
                && !isOfSelf()
                && name().filter(name -> !new Contacts(turn.sql()).named(name).isEmpty())
                        .isPresent();
    }

    /** Whether a name that is no word of such wishes stands behind the verb: nobody is looked up for it. */
    boolean isOfAnother() {
        boolean isShort = understanding.text().strip().split("\\s+").length <= FEW_WORDS;
        return isShort && opens() && !isOfSelf() && name().isPresent();
    }

    private boolean opens() {
        return WORDS.in(understanding.text()).stream()
                .findFirst()
                .filter(found -> found.name().equals("verb") && found.span().start() == 0)
                .isPresent();
    }

    /** What is left besides the words of the wish, if it may be a name. */
    private Optional<String> name() {
        var rest = new StringBuilder(understanding.text());
        WORDS.in(understanding.text()).stream().map(Cues.Found::span).forEach(span -> span.blank(rest));
        var persons = understanding.all(Entity.Person.class).map(Entity::span).toList();
        var others = new StringBuilder(rest);
        persons.forEach(span -> span.blank(others));
        var strange = words(others.toString());
        var named = persons.isEmpty()
                ? strange.stream()
                : strange.isEmpty() ? persons.stream().limit(1) : Stream.<Span>empty();
        var spans = named.toList();
        return spans.isEmpty() || spans.size() > LONGEST_NAME
                ? Optional.empty()
                : Optional.of(
                        rest.substring(spans.getFirst().start(), spans.getLast().end()));
    }

    private static List<Span> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> new Span(word.start(), word.end()))
                .toList();
    }
}
