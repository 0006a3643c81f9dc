package org.otklik.basics;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;

/** Speaks another language from now on. */
public final class SwitchLanguage implements Skill {
    private static final String LANGUAGE = "conversation.language";

    /** How many letters of a language's name may change with the case. */
    private static final int ENDING = 2;

    @Override
    public Set<String> intents() {
        return Set.of(LANGUAGE);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        chosen(heard)
                .ifPresentOrElse(
                        language -> {
                            turn.state(turn.state().asking(language));
                            turn.speak(language);
                            turn.speaker()
                                    .contactId()
                                    .filter(contact -> turn.speaker().isKnown())
                                    .ifPresent(contact -> new Contacts(turn.sql()).speaks(contact, language));
                            turn.say(BasicsText.LANGUAGE_SET);
                        },
                        () -> ask(turn));
    }

    private Optional<Language> chosen(Heard heard) {
        return heard.argument("language").flatMap(SwitchLanguage::named).or(() -> named(heard.text()));
    }

    /** The language whose code, or name in any of the languages and whatever its ending, is among the words. */
    private static Optional<Language> named(String text) {
        var words = UCharacter.foldCase(text, true).split("[^\\p{L}]+");
        return Language.of(words[0])
                .filter(_ -> words.length == 1)
                .or(() -> Arrays.stream(Language.values())
                        .filter(language -> Arrays.stream(Language.values())
                                .map(speaker -> stem(language.locale().getDisplayLanguage(speaker.locale())))
                                .anyMatch(stem -> Arrays.stream(words).anyMatch(word -> word.startsWith(stem))))
                        .findFirst());
    }

    private static String stem(String name) {
        return UCharacter.foldCase(name.substring(0, name.length() - ENDING), true);
    }

    private static void ask(Turn turn) {
        turn.say(BasicsText.WHICH_LANGUAGE);
        Arrays.stream(Language.values())
                .forEach(language -> turn.offer(
                        Text.of(BasicsText.LANGUAGE_NAME).with("code", language.code()),
                        Action.of(LANGUAGE, "language", language.code()),
                        Choice.Answer.NEITHER));
    }
}
