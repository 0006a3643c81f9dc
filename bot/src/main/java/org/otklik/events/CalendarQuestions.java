package org.otklik.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** "What a lovely letter! And when is the fair?": praise does not hide the question beside it, which the calendar answers. */
public final class CalendarQuestions implements Preparation {
    /** What is said beside a question without asking for anything. */
    private static final Set<String> ASIDES = Set.of("feedback.give", "conversation.thanks", "conversation.greet");

    /** What is shorter goes on with what was said before. */
    private static final int FEWEST_WORDS = 4;

    private static final Pattern END = Pattern.compile("(?<=[.!?\\n])\\s+");

    private final EventWords words;
    private final Phrases questions = new Phrases("event-questions");
    private final Phrases events = new Phrases("event-nouns");

    public CalendarQuestions(Organization organization) {
        this.words = new EventWords(organization);
    }

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        var acts = understanding.acts();
        if (mayBeAboutOthers(turn, understanding)) {
            return understanding.with(acts.stream().map(Act::wondered).toList());
        }
        boolean isAside = !acts.isEmpty() && acts.stream().allMatch(act -> ASIDES.contains(act.intent()));
        return isAside && !turn.speaker().isStaff() && understanding.text().contains("?")
                ? asking(turn, understanding)
                : understanding;
    }

    /** "When can one see the seals?" sounds like the calendar, and names nothing of it: an article may know better. */
    private boolean mayBeAboutOthers(Turn turn, Understanding understanding) {
        return understanding.acts().size() == 1
                && understanding.acts().getFirst().is(ListEvents.LIST)
                && understanding.text().strip().split("\\s+").length >= FEWEST_WORDS
                && turn.state().form().isEmpty()
                && !turn.speaker().isStaff()
                && understanding.entities().isEmpty()
                && events.firstStem(understanding.text()).isEmpty()
                && words.spokenOf(understanding, new Events(turn.sql()).upcoming(turn.at()))
                        .isEmpty();
    }

    private Understanding asking(Turn turn, Understanding understanding) {
        return END.splitAsStream(understanding.text().strip())
                .filter(sentence -> sentence.endsWith("?") && questions.isIn(sentence))
                .map(sentence -> new Act(ListEvents.LIST, 1, 1, sentence, List.of(), true))
                .filter(act -> !words.spokenOf(understanding.only(act), new Events(turn.sql()).upcoming(turn.at()))
                        .isEmpty())
                .findFirst()
                .map(act -> with(understanding, act))
                .orElse(understanding);
    }

    private static Understanding with(Understanding understanding, Act question) {
        var acts = new ArrayList<Act>();
        understanding.acts().stream()
                .filter(act -> !question.text().contains(act.text().strip()))
                .forEach(acts::add);
        acts.add(question);
        return understanding.with(acts);
    }
}
