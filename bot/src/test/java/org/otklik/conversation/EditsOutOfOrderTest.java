package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.schema.Tables.MESSAGE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditsOutOfOrderTest {
    private final TestNode node = new TestNode();
    private final ScriptedHandler handler = new ScriptedHandler();
    private final TurnRunner runner = node.runner(handler);
    private final Visitor anna = Visitor.named("anna");

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aMessageThatComesAfterItsEditIsKeptAndNotAnswered() {
        node.inbox().accept(anna.says("7/2", "Лукин перевёл 700").editing("7"));
        node.inbox().accept(anna.says("7", "Лукин перевёл 70"));
        node.inbox().accept(anna.says("8", "спасибо"));

        answerAll();

        assertThat(handler.begun()).containsExactly("Лукин перевёл 700", "спасибо");
        assertThat(node.messages("in"))
                .extracting(MESSAGE.STATUS::get)
                .containsExactly("handled", "handled", "handled");
    }

    @Test
    void aMessageThatComesBeforeItsEditIsAnsweredAsEver() {
        node.inbox().accept(anna.says("7", "Лукин перевёл 70"));
        node.inbox().accept(anna.says("7/2", "Лукин перевёл 700").editing("7"));

        answerAll();

        assertThat(handler.begun()).containsExactly("Лукин перевёл 70", "Лукин перевёл 700");
    }

    @Test
    void theEditOfSomebodyElseOutdatesNothing() {
        node.inbox().accept(Visitor.named("boris").says("7/2", "чужое").editing("7"));
        node.inbox().accept(anna.says("7", "своё"));

        answerAll();

        assertThat(handler.begun()).containsExactly("чужое", "своё");
    }

    private void answerAll() {
        while (runner.runOne()) {
            // Until nothing is due.
        }
    }
}
