package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.AMEND;
import static org.otklik.dialogue.DialogueIntents.CORRECT;
import static org.otklik.dialogue.DialogueIntents.DENY;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Written;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understander;
import org.otklik.nlu.Understanding;

/** "No, 500 not 5000", "and it was yesterday": puts right what the last turns have written. */
final class CorrectionPolicy implements Policy {
    /** So sure is what leaves what was written before alone, though the words would fit it. */
    private static final double CERTAIN = 0.7;
    /** So sure is only what telling words call a correction. */
    private static final double BY_ITS_WORDS = 0.95;

    private static final Pattern CLAUSE = Pattern.compile("[,.;!\u2013\u2014](?=\\s|$)");

    private final Entries entries;
    private final Understander understander;
    private final Cues refusals = new Cues("refusals");
    private final Phrases additions = new Phrases("additions");

    CorrectionPolicy(Entries entries, Understander understander) {
        this.entries = entries;
        this.understander = understander;
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        boolean wasAsked = turn.state().fixing();
        boolean putsRight = putsRight(turn, understanding);
        boolean corrects = corrects(turn, understanding) || putsRight;
        boolean contrasts = Contrast.in(understanding.text()).isPresent() || rejects(understanding);
        turn.state(turn.state().fixing(false));
        if (!wasAsked && !corrects && !contrasts) {
            return false;
        }
        boolean isSure = wasAsked || corrects;
        boolean done = turn.earlier().written().stream()
                .anyMatch(past -> correct(
                        turn, putsRight ? onlyPutRight(turn, past, understanding) : past, understanding, isSure));
        boolean isOpen =
                turn.state().written().stream().anyMatch(past -> !past.entries().isEmpty());
        if (!done && corrects && isOpen) {
            turn.state(turn.state().fixing(true));
            turn.say(DialogueText.FIX_WHAT);
        }
        return done || (corrects && isOpen);
    }

    /** Whether words speak of what was written lately, and of nothing else that is sure. */
    private boolean putsRight(Turn turn, Understanding understanding) {
        return turn.state().written().stream()
                .flatMap(past -> past.entries().stream())
                .map(entry -> entries.form(entry.form()))
                .filter(form -> understanding
                        .main()
                        .filter(act ->
                                act.confidence() >= CERTAIN && !form.intents().contains(act.intent()))
                        .isEmpty())
                .anyMatch(form -> form.isPutRight(turn, understanding));
    }

    /** "And remind me on Thursday, not Wednesday": what is called wrong without a name may be a value of what was written. */
    private static boolean rejects(Understanding understanding) {
        return !understanding.wrong().entities().isEmpty()
                && understanding.all(Entity.Person.class).findAny().isEmpty();
    }

    /** Of what one turn has written, what words without any sign of a correction speak of. */
    private Written onlyPutRight(Turn turn, Written past, Understanding understanding) {
        return new Written(
                past.turnId(),
                past.at(),
                past.entries().stream()
                        .filter(entry -> entries.form(entry.form()).isPutRight(turn, understanding))
                        .toList());
    }

    /** A no that says what is right instead is a correction, whatever else the classifier takes it for. */
    private boolean corrects(Turn turn, Understanding understanding) {
        boolean isSaid = understanding.acts().stream()
                .anyMatch(act -> act.is(CORRECT) && (act.confidence() >= BY_ITS_WORDS || !addsSum(understanding)));
        boolean isDenied = understanding.acts().stream().anyMatch(act -> act.is(DENY)) || isNo(understanding);
        return isSaid || (isDenied && understander.namesValue(understanding, turn.language()));
    }

    /** "Plus 30 on Saturday": one more sum leaves the one before as it is. */
    private boolean addsSum(Understanding understanding) {
        return additions.opening(understanding.text()).isPresent()
                && understanding.all(Entity.Money.class).findAny().isPresent();
    }

    /** Whether nothing is said but no, and values; why may follow: "nah, six, I came earlier". */
    private boolean isNo(Understanding understanding) {
        var rest = new StringBuilder(understanding.text());
        var clauses = CLAUSE.matcher(rest).results().map(MatchResult::start).toList();
        if (clauses.size() > 1) {
            rest.setLength(clauses.get(1));
        }
        int end = rest.length();
        Stream.concat(
                        understanding.entities().stream().map(Entity::span),
                        refusals.in(understanding.text()).stream().map(Cues.Found::span))
                .filter(span -> span.end() <= end)
                .forEach(span -> span.blank(rest));
        return rest.chars().noneMatch(Character::isLetter)
                && !refusals.in(understanding.text()).isEmpty();
    }

    /**
     * Finds the records of one turn that the words can be about; where it may be one of several, asks which.
     *
     * @param isSure whether it is a correction for sure; if not, it is one only of what it calls wrong
     */
    private boolean correct(Turn turn, Written past, Understanding understanding, boolean isSure) {
        var meant = Correction.meant(past.entries().stream()
                .map(entry -> Correction.of(turn, entry, entries.form(entry.form()), understanding))
                .filter(correction -> isSure || correction.isNamed())
                .toList());
        int wrong = understanding.wrong().entities().size();
        if (meant.size() == 1 || Correction.areOne(meant) || Correction.areApart(meant, wrong)) {
            meant.forEach(correction -> correction.apply(turn, past.turnId()));
        } else if (!meant.isEmpty()) {
            turn.say(DialogueText.FIX_WHICH);
            for (var correction : meant) {
                var arguments = Map.of(
                        "turn", String.valueOf(past.turnId()),
                        "row", String.valueOf(correction.entry().row()),
                        "form", correction.entry().form(),
                        "answers", Json.write(correction.answers()).data());
                turn.offer(correction.told(turn), new Action(AMEND, arguments), Choice.Answer.NEITHER);
            }
        }
        return !meant.isEmpty();
    }

    /** A pressed choice of the record that was meant. */
    void amend(Turn turn, Heard heard) {
        long turnId = heard.number("turn").orElseThrow();
        turn.state().written().stream()
                .filter(past -> past.turnId() == turnId)
                .forEach(past -> past.entries().stream()
                        .filter(entry -> heard.number("row")
                                .filter(row -> row == entry.row())
                                .isPresent())
                        .filter(entry -> heard.argument("form")
                                .filter(entry.form()::equals)
                                .isPresent())
                        .forEach(entry -> Correction.chosen(
                                        entry,
                                        entries.form(entry.form()),
                                        heard.argument("answers").orElseThrow())
                                .apply(turn, past.turnId())));
    }
}
