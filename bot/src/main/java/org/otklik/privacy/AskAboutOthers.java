package org.otklik.privacy;

import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Mood;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;

/**
 * "How much did Vera give?", "what is his number?", asked by somebody who is no member of staff. The answer is the same whether
 * there is such a person or not, and nobody is looked up for it.
 */
public final class AskAboutOthers implements Attentive {
    private static final String PRIVACY = "privacy.";
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?\n])");

    private final WordPatterns words = new WordPatterns("about-others");
    private final WordPatterns introductions = new WordPatterns("introductions");

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        boolean isAsked = !turn.speaker().isStaff()
                && understanding.acts().stream().noneMatch(act -> act.intent().startsWith(PRIVACY))
                && asks(understanding)
                && !introducesThemself(understanding)
                && new SomebodyElse(turn, understanding).isNamed();
        if (isAsked) {
            turn.say(PrivacyText.NOTHING_OF_OTHERS);
        }
        return isAsked;
    }

    /** Whether one sentence asks, says what about, and names whom. */
    private boolean asks(Understanding understanding) {
        var text = understanding.text();
        boolean isQuestion = understanding.acts().stream().anyMatch(act -> act.mood() == Mood.ASKED);
        return SENTENCE.splitAsStream(text).anyMatch(sentence -> {
            int start = text.indexOf(sentence);
            var whole = new Span(start, start + sentence.length());
            var found = words.find(sentence);
            return found.stream().anyMatch(match -> match.name().equals("asked"))
                    && (isQuestion
                            || sentence.strip().endsWith("?")
                            || found.stream().anyMatch(match -> match.name().equals("demand")))
                    && understanding.entities().stream()
                            .anyMatch(entity -> isOfAnother(entity) && whole.overlaps(entity.span()));
        });
    }

    static boolean isOfAnother(Entity entity) {
        return entity instanceof Entity.Person || entity instanceof Entity.Phone || entity instanceof Entity.Email;
    }

    /** "I am Vera Osipova, what is your address?" */
    private boolean introducesThemself(Understanding understanding) {
        var text = understanding.text();
        return introductions.find(text).stream()
                .anyMatch(found -> understanding
                        .all(Entity.Person.class)
                        .anyMatch(person -> found.span().end() <= person.span().start()
                                && text.substring(
                                                found.span().end(),
                                                person.span().start())
                                        .chars()
                                        .noneMatch(Character::isLetterOrDigit)));
    }
}
