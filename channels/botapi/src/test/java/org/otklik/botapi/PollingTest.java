package org.otklik.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.botapi.Caller.SOON;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Updates by getUpdates. */
class PollingTest {
    private final Caller caller = new Caller();

    @AfterEach
    void stop() {
        caller.close();
    }

    @Test
    void anUpdateComesAgainUntilALaterOneIsAskedFor() throws IOException, InterruptedException {
        var anna = caller.api.person("Анна", "ru");
        anna.says("раз");
        anna.says("два");

        assertThat(texts(caller.updates(0))).containsExactly("раз", "два");
        assertThat(texts(caller.updates(0))).containsExactly("раз", "два");
        long first = caller.updates(0).getFirst().getLong("update_id");
        assertThat(texts(caller.updates(first + 1))).containsExactly("два");
        assertThat(texts(caller.updates(0))).containsExactly("два");
        assertThat(caller.updates(first + 2)).isEmpty();
        assertThat(caller.api.updates().unconfirmed()).isZero();
    }

    @Test
    void aNegativeOffsetForgetsAllButTheLast() throws IOException, InterruptedException {
        var anna = caller.api.person("Анна", "ru");
        List.of("раз", "два", "три").forEach(anna::says);

        assertThat(texts(caller.updates(-1))).containsExactly("три");
        assertThat(texts(caller.updates(0))).containsExactly("три");
    }

    @Test
    void atMostAHundredComeAtOnce() throws IOException, InterruptedException {
        var anna = caller.api.person("Анна", "ru");
        for (int i = 0; i < 130; i++) {
            anna.says("сообщение " + i);
        }

        assertThat(caller.updates(0)).hasSize(100);
        assertThat(Caller.list(caller.call("getUpdates", new JsonObject().put("limit", 7))))
                .hasSize(7);
    }

    @Test
    void whoWaitsIsAnsweredWhenSomethingComes() throws Exception {
        var poll = caller.calling("getUpdates", new JsonObject().put("timeout", 50));
        awaitPoll();

        caller.api.person("Анна", "ru").says("Здравствуйте");

        assertThat(texts(Caller.list(poll.get(10, TimeUnit.SECONDS)))).containsExactly("Здравствуйте");
    }

    @Test
    void whoWaitsInVainIsAnsweredWithNothing() throws IOException, InterruptedException {
        var answer = caller.call("getUpdates", new JsonObject().put("timeout", 1));

        assertThat(answer.getJsonArray("result")).isEmpty();
    }

    @Test
    void ofTwoWhoWaitTheFirstIsTurnedAway() throws Exception {
        var first = caller.calling("getUpdates", new JsonObject().put("timeout", 50));
        awaitPoll();
        var second = caller.calling("getUpdates", new JsonObject().put("timeout", 50));

        assertThat(first.get(10, TimeUnit.SECONDS).getString("description"))
                .startsWith("Conflict: terminated by other getUpdates request");
        caller.api.person("Анна", "ru").says("кому?");
        assertThat(texts(Caller.list(second.get(10, TimeUnit.SECONDS)))).containsExactly("кому?");
    }

    @Test
    void onlyTheKindsThatAreWantedCome() throws IOException, InterruptedException {
        caller.call("getUpdates", new JsonObject().put("allowed_updates", new JsonArray().add("edited_message")));
        var anna = caller.api.person("Анна", "ru");

        int message = anna.says("Ивнова");
        anna.edits(message, "Иванова");

        assertThat(caller.updates(0))
                .singleElement()
                .satisfies(update -> assertThat(
                                update.getJsonObject("edited_message").getString("text"))
                        .isEqualTo("Иванова"));
    }

    @Test
    void anUpdateCanComeTwiceAndLate() throws IOException, InterruptedException {
        var anna = caller.api.person("Анна", "ru");
        caller.api.updates().holdNext(1);
        anna.says("раз");
        anna.says("два");

        var early = caller.updates(0);
        long next = early.getLast().getLong("update_id") + 1;
        caller.api.updates().repeat(next - 1);
        caller.api.updates().release();
        var late = caller.updates(next);

        assertThat(texts(early)).containsExactly("два");
        assertThat(texts(late)).containsExactly("раз", "два");
        assertThat(late.getFirst().getLong("update_id")).isEqualTo(next);
        assertThat(late.getLast().getLong("update_id")).isEqualTo(next - 1);
        assertThat(texts(caller.updates(next))).containsExactly("раз");
    }

    @Test
    void anyUpdateCanBePutIn() throws IOException, InterruptedException {
        long id = caller.api.offer(new JsonObject().put("brand_new_kind", new JsonObject().put("x", 1)));

        assertThat(caller.updates(0)).singleElement().satisfies(update -> {
            assertThat(update.getLong("update_id")).isEqualTo(id);
            assertThat(update.getJsonObject("brand_new_kind").getInteger("x")).isEqualTo(1);
        });
    }

    private void awaitPoll() {
        caller.api.await(SOON, "a bot that waits", api -> api.updates().isPolled(), isPolled -> isPolled);
    }

    private static List<String> texts(List<JsonObject> updates) {
        return updates.stream()
                .map(update -> update.getJsonObject("message").getString("text"))
                .toList();
    }
}
