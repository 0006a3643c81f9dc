package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.CORRECT;
import static org.otklik.schema.Tables.MESSAGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Mood;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understander;
import org.otklik.nlu.Understanding;

/**
 * "And for 2024?", "and 300 on Friday", "when was the last one?": the same as before, with another day or sum. Only words that ask for nothing else are
 * taken so, and only after what can be asked for again like this.
 */
final class FollowUpPolicy implements Policy {
    private static final String HISTORY = "giving.history";
    private static final Set<Class<? extends Entity>> TIMES = Set.of(Entity.Date.class, Entity.DateTime.class);
    private static final Set<Class<? extends Entity>> SUMS = Set.of(Entity.Money.class);

    /** What can be asked for again, by what is another then. */
    private static final Map<String, Set<Class<? extends Entity>>> AGAIN = Map.of(
            "giving.donate",
            SUMS,
            "giving.report_payment",
            SUMS,
            "giving.receipt",
            TIMES,
            HISTORY,
            TIMES,
            "volunteering.my_hours",
            TIMES);

    private static final int MOST_WORDS = 12;
    /** So far back it is looked. */
    private static final int BACK = 3;

    private static final String DONATE = "giving.donate";
    private static final String PAID = "giving.report_payment";

    private final Understander understander;
    private final IntentPolicy skills;
    private final Phrases openings = new Phrases("follow-ups");
    private final Phrases more = new Phrases("more");
    private final Phrases lastTime = new Phrases("last-time");

    FollowUpPolicy(Understander understander, IntentPolicy skills) {
        this.understander = understander;
        this.skills = skills;
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean isOpened = openings.opening(text).isPresent() || more.isIn(text) || lastTime.isIn(text);
        // "Sorry, I meant 2025": what was only asked is asked anew.
        boolean isPutRight = understanding.main().filter(act -> act.is(CORRECT)).isPresent();
        if ((!isOpened && !isPutRight) || text.strip().split("\\s+").length > MOST_WORDS) {
            return false;
        }
        var before = before(turn)
                .filter(intent -> isOpened || TIMES.equals(AGAIN.get(intent)))
                .filter(intent -> isAgain(turn, intent, understanding));
        before.ifPresent(intent -> again(turn, understanding, meant(turn, intent, understanding)));
        return before.isPresent();
    }

    /** "I sent 500 today, and 300 on Friday": what has a day to come is promised, and what has one that is over was paid. */
    private String meant(Turn turn, String before, Understanding understanding) {
        if (!SUMS.equals(AGAIN.get(before))) {
            return before;
        }
        return switch (understander.looks(understanding, turn.message().sentAt())) {
            case FUTURE -> DONATE;
            case PAST -> PAID;
            // "I want to give 500 more" after a payment is no payment.
            case OPEN, NEAREST ->
                understanding
                                .main()
                                .filter(act -> act.is(DONATE) && act.mood() == Mood.PROMISED)
                                .isPresent()
                        ? DONATE
                        : before;
        };
    }

    private boolean isAgain(Turn turn, String intent, Understanding understanding) {
        var kinds = AGAIN.getOrDefault(intent, Set.of());
        boolean saysAnother = understanding.entities().stream().anyMatch(entity -> kinds.contains(entity.getClass()))
                || (SUMS.equals(kinds)
                        && understander.sum(understanding, turn.language()).isPresent())
                || (intent.equals(HISTORY) && lastTime.isIn(understanding.text()));
        // "Thank you! In December I will send 900 more": nobody asks for a receipt of a sum.
        boolean isOfGiving = kinds.equals(TIMES)
                && understanding.all(Entity.Money.class).findAny().isPresent();
        boolean wantsSomethingElse = understanding
                .main()
                .filter(act -> act.isSure() && !act.is(intent))
                .filter(act -> AGAIN.containsKey(act.intent()) || (kinds.equals(TIMES) && skills.opensForm(act)))
                .filter(act -> !SUMS.equals(AGAIN.get(intent)) || act.mood() == Mood.DONE)
                .isPresent();
        return saysAnother && !isOfGiving && !wantsSomethingElse;
    }

    /** What was asked for before this message, and was not followed by something else; answers to a question come between. */
    private static Optional<String> before(Turn turn) {
        var understood = turn.sql()
                .select(MESSAGE.UNDERSTANDING)
                .from(MESSAGE)
                .where(turn.conversation().talk().has())
                .and(MESSAGE.DIRECTION.eq("in"))
                .and(MESSAGE.ID.lt(turn.message().id()))
                .and(MESSAGE.UNDERSTANDING.isNotNull())
                .orderBy(MESSAGE.ID.desc())
                .limit(BACK)
                .fetch(row -> Json.read(row.value1(), JsonNode.class));
        return understood.stream()
                .filter(said -> said.path("text").asText().codePoints().anyMatch(Character::isLetter))
                .map(said -> said.at("/acts/0"))
                .filter(act -> AGAIN.containsKey(act.path("intent").asText())
                        || act.path("confidence").asDouble() >= Act.SURE)
                .findFirst()
                .map(act -> act.path("intent").asText());
    }

    private void again(Turn turn, Understanding understanding, String intent) {
        var act = new Act(intent, 1, 1, understanding.text(), understanding.entities(), false);
        var meant = new Understanding(
                understanding.text(),
                understanding.language(),
                understanding.ranked(),
                List.of(act),
                understanding.entities());
        turn.understood(Json.write(meant));
        skills.run(turn, meant, act);
    }
}
