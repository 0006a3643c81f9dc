package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.ANSWER;
import static org.otklik.schema.Tables.MESSAGE;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.channels.Press;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Json;
import org.otklik.conversation.Payload;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.PersonName;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.grammar.Folding;

/** Finds out which of the choices that were offered is meant, by a press or in words. */
public final class Choices {
    private static final Phrases ORDINALS = new Phrases("ordinals");
    /** The argument of an action that is about somebody who was named. */
    public static final String WHO = "who";
    /** The same, as far as it is no family name: that may be said with the choice. */
    public static final String GIVEN = "given";

    private static final Set<String> CARD = Set.of(DialogueIntents.RIGHT, DialogueIntents.FIX, DialogueIntents.UNDO);

    private static final Cues IMPLIED = new Cues("implied-choices");
    private static final Cues INTERROGATIVES = new Cues("interrogatives");
    /** Who is content and writes more has something else to say. */
    private static final int MOST_OF_A_YES = 12;
    /** Who writes more has something else to say. */
    private static final int MOST_WORDS = 6;

    /** "The second one, please"; "move the second to Friday" asks for more than the choice. */
    private static final int MOST_OF_A_NUMBER = 4;

    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_ENDING = 3;

    private Choices() {}

    /** The choice that a button stands for; empty when the message was not said in this conversation. */
    static Optional<Choice> pressed(Turn turn, Press press) {
        return turn.sql()
                .select(MESSAGE.PAYLOAD)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(press.messageId()))
                .and(MESSAGE.CONVERSATION_ID.eq(turn.conversation().id()))
                .and(MESSAGE.DIRECTION.eq("out"))
                .fetchOptional(
                        row -> Json.read(row.value1(), Payload.Said.class).choices())
                .flatMap(choices -> at(choices, press.button()));
    }

    private static Optional<Choice> at(List<Choice> choices, int position) {
        return position >= 0 && position < choices.size() ? Optional.of(choices.get(position)) : Optional.empty();
    }

    /** The choice of the last reply that is meant by its label, by its number, or by words that only its label has. */
    static Optional<Choice> typed(Turn turn, String text) {
        var offered = turn.state().offered();
        var words = fold(text);
        return offered.stream()
                .filter(choice -> fold(choice.label()).equals(words) && !isOfLaterCard(turn, choice))
                .findFirst()
                .or(() -> numbered(turn, offered, words))
                .or(() -> asks(text)
                        ? Optional.empty()
                        : described(
                                offered,
                                Contrast.in(text)
                                        .map(contrast -> fold(contrast.right().in(text)))
                                        .orElse(words)));
    }

    /** "And what is Petrova's number?" is no answer to which of several is meant. */
    private static boolean asks(String text) {
        return text.strip().endsWith("?") && !INTERROGATIVES.in(text).isEmpty();
    }

    /** Who wrote before a card was told did not mean its buttons. */
    private static boolean isOfLaterCard(Turn turn, Choice choice) {
        return CARD.contains(choice.action().intent())
                && !turn.earlier().written().equals(turn.state().written());
    }

    /** "2", "the second": a bare figure is no number of a choice where the choices are figures, or a form waits for one. */
    private static Optional<Choice> numbered(Turn turn, List<Choice> offered, String words) {
        boolean isFigure = words.matches("[1-9]");
        boolean canBeAnAnswer =
                offered.stream().anyMatch(choice -> fold(choice.label()).matches("\\d+"));
        if (offered.size() < 2 || (isFigure && canBeAnAnswer)) {
            return Optional.empty();
        }
        if (isFigure) {
            boolean isOpen = turn.state().form().isPresent();
            return isOpen
                            && offered.stream()
                                    .noneMatch(
                                            choice -> choice.action().intent().equals(ANSWER))
                    ? Optional.empty()
                    : at(offered, Integer.parseInt(words) - 1);
        }
        boolean isAnswer =
                offered.stream().anyMatch(choice -> choice.action().intent().equals(ANSWER));
        // "The first and the third are done" speaks of both.
        boolean isOfSeveral = Arrays.stream(words.split(" "))
                        .filter(word -> ORDINALS.meaning(word).isPresent())
                        .count()
                > 1;
        // Beside a card the first is the first of what was listed before.
        boolean isCard = offered.stream()
                .allMatch(choice -> CARD.contains(choice.action().intent()));
        return !isOfSeveral && !isCard && (isAnswer || words.split(" ").length <= MOST_OF_A_NUMBER)
                ? ORDINALS.opening(words).flatMap(number -> at(offered, Integer.parseInt(number) - 1))
                : Optional.empty();
    }

    /** «Которая из библиотеки»: every word that is on some label is on the label of one choice only. */
    private static Optional<Choice> described(List<Choice> offered, String words) {
        var said = List.of(words.split(" "));
        if (said.size() > MOST_WORDS
                || offered.stream().noneMatch(choice -> choice.action().intent().equals(ANSWER))) {
            return Optional.empty();
        }
        long most =
                offered.stream().mapToLong(choice -> common(choice, said)).max().orElse(0);
        var best =
                offered.stream().filter(choice -> common(choice, said) == most).toList();
        return most > 0 && best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    private static long common(Choice choice, List<String> said) {
        return said.stream().filter(word -> isOn(fold(choice.label()), word)).count();
    }

    /** Endings don't count: they are what differs between the cases of a word. */
    private static boolean isOn(String label, String word) {
        int stem = Math.max(SHORTEST_STEM, word.length() - LONGEST_ENDING);
        return word.length() >= SHORTEST_STEM
                && Arrays.stream(label.split(" "))
                        .anyMatch(other -> other.startsWith(word.substring(0, Math.min(stem, word.length())))
                                && other.length() - word.length() <= LONGEST_ENDING);
    }

    /** The choice that is meant by what it would say: "thanks, got it" after "did this help?". A no is heard before a yes. */
    static Optional<Choice> implied(Turn turn, Understanding understanding) {
        var text = understanding.text();
        var said = IMPLIED.in(text).stream().map(Cues.Found::name).toList();
        boolean goesOn = text.contains("?") || text.strip().split("\\s+").length > MOST_OF_A_YES;
        return turn.state().offered().stream()
                .filter(choice -> said.contains(choice.action().intent()))
                .filter(choice -> choice.answer() == Choice.Answer.NO || !goesOn)
                .max(Comparator.comparing(choice -> choice.answer() == Choice.Answer.NO))
                .map(choice -> naming(choice, understanding));
    }

    /** "Neither, it's Anna Petrova": a choice that is about a name is about the one that was said with it. */
    private static Choice naming(Choice choice, Understanding understanding) {
        var action = choice.action();
        return understanding
                .all(Entity.Person.class)
                .filter(person -> action.arguments().containsKey(WHO))
                .reduce((first, last) -> last)
                .map(person -> new Action(action.intent(), Map.of(WHO, whole(action, person.name()))))
                .map(named -> new Choice(choice.label(), named, choice.answer()))
                .orElse(choice);
    }

    /** "Neither, it's Petrova": the given name is the one that several have. */
    private static String whole(Action action, PersonName said) {
        boolean isFamilyOnly = said.parts().stream().allMatch(part -> part.kind() == PersonName.Kind.FAMILY);
        return Optional.ofNullable(action.arguments().get(GIVEN))
                .filter(_ -> isFamilyOnly)
                .map(given -> given + " " + said.base())
                .orElseGet(said::base);
    }

    /** What was said besides a choice: a name that the choice is about is a part of it. */
    static Understanding besides(Choice choice, Understanding understanding) {
        if (!choice.action().arguments().containsKey(WHO)) {
            return understanding;
        }
        var rest = understanding;
        for (var person : understanding.all(Entity.Person.class).toList()) {
            rest = rest.without(person.span());
        }
        return rest;
    }

    /** The choice that stands for yes, or for no. */
    static Optional<Choice> standingFor(Turn turn, Answer answer) {
        return turn.state().offered().stream()
                .filter(choice -> choice.answer() == answer)
                .findFirst();
    }

    private static String fold(String text) {
        return Folding.fold(text).replaceAll("[\\p{P}\\p{S}\\s]+", " ").strip();
    }
}
