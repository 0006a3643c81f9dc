package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.MEANT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Misreading;
import org.otklik.conversation.Misreadings;
import org.otklik.conversation.Speaker;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.nlp.Ranked;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understander;
import org.otklik.nlu.Understanding;

/**
 * Asks which of two things is meant where both are nearly as likely: nothing is written on a guess. What only shows something is
 * shown, since that does no harm.
 */
final class DoubtPolicy implements Policy {
    /**
     * So likely beside the likeliest the other has to be. Of held-out messages one in ninety is asked about, and in two of five of those the
     * likeliest would have been wrong.
     */
    private static final double CLOSE = 0.6;

    private static final String CONVERSATION = "conversation.";
    private static final String INTENT = "intent";
    private static final String WORDS = "words";
    private static final String AT = "at";

    /** What only tells or shows. */
    private static final Set<String> HARMLESS = Set.of(
            "cases.list",
            "cases.status",
            "contacts.duplicates",
            "contacts.find",
            "contacts.timeline",
            "deals.pipeline",
            "events.list",
            "giving.history",
            "knowledge.ask",
            "reports.show",
            "segments.query",
            "tasks.list",
            "volunteering.my_hours");

    private final Understander understander;
    private final AccessRules access;
    private final IntentPolicy skills;

    DoubtPolicy(Understander understander, IntentPolicy skills, AccessRules access) {
        this.understander = understander;
        this.access = access;
        this.skills = skills;
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        var rival = understanding.acts().size() == 1
                ? rival(turn, understanding, understanding.acts().getFirst())
                : Optional.<String>empty();
        rival.ifPresent(other -> ask(turn, understanding, understanding.acts().getFirst(), other));
        return rival.isPresent();
    }

    private Optional<String> rival(Turn turn, Understanding understanding, Act act) {
        var likeliest = understanding.ranked().stream().findFirst();
        boolean isGuess = likeliest
                        .filter(best -> best.label().equals(act.intent()) && best.confidence() == act.confidence())
                        .isPresent()
                && isChange(act.intent())
                && act.mood().isReal()
                // "Not 900 but 500 a month" speaks of something that is there.
                && act.rejected().isEmpty()
                && !understander.tells(understanding, act.intent());
        if (!isGuess) {
            return Optional.empty();
        }
        var role = turn.speaker().staff().map(Speaker.Staff::role);
        return understanding.ranked().stream()
                .skip(1)
                .filter(other -> other.confidence() >= CLOSE * act.confidence())
                .map(Ranked::label)
                .filter(other -> !other.startsWith(CONVERSATION)
                        && skills.serves(other)
                        && !skills.isSame(act.intent(), other)
                        && access.mayUse(other, role))
                .findFirst();
    }

    private static boolean isChange(String intent) {
        return !intent.startsWith(CONVERSATION) && !HARMLESS.contains(intent);
    }

    private static void ask(Turn turn, Understanding understanding, Act act, String other) {
        Misreadings.note(turn, Misreading.DOUBTED);
        turn.say(Text.of(DialogueText.WHICH_WISH)
                .with("first", turn.written(wish(act.intent())))
                .with("second", turn.written(wish(other))));
        offer(turn, understanding, act.intent());
        offer(turn, understanding, other);
    }

    private static Text wish(String intent) {
        return Text.of(DialogueText.WISH).with("wish", intent.replace('.', '_'));
    }

    private static void offer(Turn turn, Understanding understanding, String intent) {
        var sentAt = turn.message().sentAt().toString();
        turn.offer(
                wish(intent),
                new Action(MEANT, Map.of(INTENT, intent, WORDS, understanding.text(), AT, sentAt)),
                Answer.NEITHER);
    }

    /** Does what was chosen with the words that were said before, as of when they were said. */
    void settle(Turn turn, Heard heard) {
        var intent = heard.argument(INTENT).orElseThrow();
        var said = understander.understand(
                heard.argument(WORDS).orElseThrow(),
                heard.argument(AT).map(Instant::parse).orElseThrow(),
                turn.language(),
                turn.speaker().isStaff());
        var act = said.main().map(main -> main.meant(intent)).orElseGet(() -> said.whole(intent));
        skills.run(turn, said.with(List.of(act)), act);
    }
}
