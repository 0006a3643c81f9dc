package org.otklik.learning;

import static org.otklik.dialogue.DialogueIntents.CANCEL;
import static org.otklik.dialogue.DialogueIntents.REVIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Speaker;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.DialogueText;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Offered;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.knowledge.Articles;
import org.otklik.learning.Reviews.Review;
import org.otklik.nlp.Corpus;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.Ranked;
import org.otklik.nlu.Act;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.staff.StaffMembers;

/** Shows administrators what was not understood, one message after the other, and takes what they say that it means. */
public final class ReviewMessages implements Attentive {
    private static final String TEACH = "learning.teach";
    private static final String NAME = "learning.name";
    private static final String NAMES = "learning.names";
    private static final String DROP = "learning.drop";
    private static final String LATER = "learning.later";

    private static final String MESSAGE = "review";
    private static final String INTENT = "intent";
    private static final int LIKELIEST = 3;
    /** Less likely ones are shown only beside nothing better. */
    private static final double LIKELY = 0.05;

    private final AccessRules access;
    private final Phrases words = new Phrases("review-words");
    private final IntentNames names = new IntentNames(new Texts());

    public ReviewMessages(AccessRules access) {
        this.access = access;
    }

    @Override
    public Set<String> intents() {
        return Set.of(REVIEW, TEACH, NAME, NAMES, DROP, LATER);
    }

    /** "Review what you did not understand", or the name of what a message means, where that was asked for. */
    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        if (!turn.speaker().isStaff()) {
            return false;
        }
        if (words.meaning(understanding.text()).isPresent()) {
            review(turn);
            return true;
        }
        var asked = Offered.justNow(turn, NAMES)
                .filter(_ -> understanding.main().filter(act -> act.is(CANCEL)).isEmpty());
        asked.ifPresent(action -> name(turn, number(action), understanding));
        return asked.isPresent();
    }

    private static long number(Action action) {
        return Long.parseLong(action.arguments().getOrDefault(MESSAGE, "0"));
    }

    @Override
    public void run(Turn turn, Heard heard) {
        long id = heard.number(MESSAGE).orElse(0L);
        if (!mayReview(turn)) {
            refuse(turn);
            return;
        }
        switch (heard.act().intent()) {
            case TEACH -> teach(turn, id, heard.argument(INTENT).orElseThrow());
            case NAME -> ask(turn, id, LearningText.NAME_IT);
            case NAMES -> tellNames(turn, id);
            case DROP -> drop(turn, id);
            case LATER -> passOver(turn, id);
            default -> review(turn);
        }
    }

    private boolean mayReview(Turn turn) {
        return turn.speaker()
                .staff()
                .map(Speaker.Staff::role)
                .filter(access::mayAdminister)
                .isPresent();
    }

    private static void refuse(Turn turn) {
        if (turn.speaker().isStaff()) {
            var admins = new StaffMembers(turn.sql())
                    .admins().stream().map(StaffMembers.Member::name).toList();
            turn.say(Text.of(LearningText.ONLY_ADMINS).with("admins", admins));
        } else {
            turn.say(DialogueText.STAFF_ONLY);
        }
    }

    private void review(Turn turn) {
        if (mayReview(turn)) {
            next(turn);
        } else {
            refuse(turn);
        }
    }

    private void next(Turn turn) {
        new Reviews(turn.sql())
                .waiting(1).stream()
                        .findFirst()
                        .ifPresentOrElse(review -> show(turn, review), () -> turn.say(LearningText.NOTHING_WAITS));
    }

    private void show(Turn turn, Review review) {
        var guess = review.guess()
                .map(best -> turn.written(Text.of(LearningText.GUESS)
                        .with("intent", IntentNames.label(best.label()))
                        .with("percent", Math.round(100 * best.confidence()))))
                .orElse("");
        turn.say(Text.of(LearningText.SHOWN)
                .with("count", new Reviews(turn.sql()).count())
                .with("number", String.valueOf(review.id()))
                .with("staff", String.valueOf(review.isByStaff()))
                .with("reason", Text.of(LearningText.REASON).with("reason", review.reason()))
                .with("words", review.text())
                .with("guess", guess));
        offer(turn, review.id(), review.ranked());
        turn.offer(LearningText.SOMETHING_ELSE, Action.of(NAME, MESSAGE, review.id()));
        offerTheRest(turn, review.id());
    }

    private static void offer(Turn turn, long id, List<Ranked> ranked) {
        ranked.stream()
                .limit(LIKELIEST)
                .filter(one -> one.confidence() >= LIKELY || one.equals(ranked.getFirst()))
                .map(Ranked::label)
                .forEach(intent -> turn.offer(
                        IntentNames.label(intent),
                        new Action(TEACH, Map.of(MESSAGE, String.valueOf(id), INTENT, intent)),
                        Answer.NEITHER));
    }

    private static void offerTheRest(Turn turn, long id) {
        turn.offer(
                LearningText.NOTHING_OF_THESE,
                new Action(TEACH, Map.of(MESSAGE, String.valueOf(id), INTENT, Corpus.OUT_OF_SCOPE)));
        turn.offer(LearningText.LATER, Action.of(LATER, MESSAGE, id));
        turn.offer(LearningText.NOT_TO_LEARN, Action.of(DROP, MESSAGE, id));
    }

    /** Asks what a message means; that the names are offered says that it was asked. */
    private static void ask(Turn turn, long id, LearningText question) {
        turn.say(question);
        turn.offer(LearningText.ALL_NAMES, Action.of(NAMES, MESSAGE, id));
        offerTheRest(turn, id);
    }

    private void tellNames(Turn turn, long id) {
        var lines = names.all().stream()
                .map(name -> name + ": " + turn.written(IntentNames.label(name)))
                .collect(Collectors.joining("\n"));
        turn.quote(lines);
        ask(turn, id, LearningText.NAME_IT);
    }

    /** Where words say no name, the bot makes of them what it can: the reviewer tells in other words what was meant. */
    private void name(Turn turn, long id, Understanding understanding) {
        if (!mayReview(turn)) {
            refuse(turn);
            return;
        }
        var sure = names.named(understanding.text())
                .or(() -> understanding
                        .main()
                        .filter(Act::isSure)
                        .map(Act::intent)
                        .filter(Reviews::isIntent));
        if (sure.isPresent()) {
            teach(turn, id, sure.get());
        } else {
            var near = new ArrayList<>(understanding.ranked());
            if (near.isEmpty()) {
                names.nearest(understanding.text()).forEach(name -> near.add(new Ranked(name, 1)));
            }
            turn.say(LearningText.WHICH);
            offer(turn, id, near);
            turn.offer(LearningText.ALL_NAMES, Action.of(NAMES, MESSAGE, id));
            offerTheRest(turn, id);
        }
    }

    private void teach(Turn turn, long id, String intent) {
        if (new Reviews(turn.sql()).decide(id, intent, staff(turn), turn.at())) {
            turn.say(Text.of(LearningText.TAUGHT).with("intent", IntentNames.label(intent)));
            hintAtArticle(turn, intent);
        } else {
            turn.say(LearningText.GONE);
        }
        next(turn);
    }

    private static Optional<Long> staff(Turn turn) {
        return turn.speaker().staff().map(Speaker.Staff::id);
    }

    private static void hintAtArticle(Turn turn, String intent) {
        var slug = intent.startsWith(IntentCatalogue.OWN) ? intent.substring(IntentCatalogue.OWN.length()) : "";
        if (!slug.isEmpty() && !new Articles(turn.sql()).isPublished(slug)) {
            turn.say(Text.of(LearningText.NO_ARTICLE).with("slug", slug));
        }
    }

    private void drop(Turn turn, long id) {
        turn.say(new Reviews(turn.sql()).drop(id, staff(turn), turn.at()) ? LearningText.DROPPED : LearningText.GONE);
        next(turn);
    }

    private void passOver(Turn turn, long id) {
        new Reviews(turn.sql()).passOver(id, turn.at());
        turn.say(LearningText.PASSED_OVER);
        next(turn);
    }
}
