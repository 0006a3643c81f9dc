package org.otklik.conversation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Does what a test says in each turn, answers with the words of the message, and remembers which messages it saw. */
final class ScriptedHandler implements TurnHandler {
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();
    private volatile Consumer<Turn> script = turn -> {};
    private volatile Consumer<Turn> apology = turn -> turn.quote("sorry");

    void onHandle(Consumer<Turn> next) {
        script = next;
    }

    void onGiveUp(Consumer<Turn> next) {
        apology = next;
    }

    /** The words of each turn that began, whether or not it was committed. */
    List<String> begun() {
        return List.copyOf(begun);
    }

    List<String> givenUp() {
        return List.copyOf(givenUp);
    }

    @Override
    public void handle(Turn turn) {
        begun.add(turn.message().text());
        script.accept(turn);
        turn.quote("re: " + turn.message().text());
    }

    @Override
    public void giveUp(Turn turn) {
        givenUp.add(turn.message().text());
        apology.accept(turn);
    }
}
