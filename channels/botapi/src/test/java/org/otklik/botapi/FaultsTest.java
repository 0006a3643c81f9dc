package org.otklik.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.otklik.botapi.Caller.text;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.botapi.faults.Fault;
import org.otklik.botapi.people.Person;

/** What goes wrong when it is told to. */
class FaultsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Caller caller = new Caller(BotApiOptions.of(Caller.NOON).withTicker(nanos::get));
    private final Person anna = caller.api.person("Анна", "ru");

    @BeforeEach
    void start() {
        anna.says("/start");
    }

    @AfterEach
    void stop() {
        caller.close();
    }

    @Test
    void aCallIsPutOffAndThenTaken() throws IOException, InterruptedException {
        caller.api.faults().next("sendMessage", new Fault.TooMany(7));

        var first = caller.call("sendMessage", text(anna.id(), "раз"));
        var second = caller.call("sendmessage", text(anna.id(), "раз"));

        assertThat(first.getJsonObject("parameters").getInteger("retry_after")).isEqualTo(7);
        assertThat(second.getBoolean("ok")).isTrue();
        assertThat(anna.chat().fromBot()).hasSize(1);
    }

    @Test
    void whoDoesNotWaitAsToldIsSeen() throws IOException, InterruptedException {
        caller.api.faults().next("sendMessage", 2, new Fault.TooMany(7));

        caller.call("sendMessage", text(anna.id(), "раз"));
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        caller.call("sendMessage", text(anna.id(), "раз"));
        nanos.addAndGet(Duration.ofSeconds(7).toNanos());
        caller.call("sendMessage", text(anna.id(), "раз"));

        assertThat(caller.api.faults().impatient()).containsExactly("sendmessage " + anna.id());
    }

    @Test
    void errorsComeInTheEnvelopeOrAsAPage() throws IOException, InterruptedException {
        caller.api.faults().next("sendMessage", Fault.internalError());
        caller.api.faults().next("sendMessage", Fault.badGateway());

        var error = caller.send(caller.post("sendMessage", text(anna.id(), "раз")));
        var page = caller.send(caller.post("sendMessage", text(anna.id(), "раз")));

        assertThat(error.statusCode()).isEqualTo(500);
        assertThat(error.body()).contains("\"error_code\":500");
        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(page.body()).contains("<h1>502 Bad Gateway</h1>");
        assertThat(anna.chat().fromBot()).isEmpty();
    }

    @Test
    void aResetConnectionHasDoneNothingAndALostAnswerHas() {
        caller.api.faults().next("sendMessage", new Fault.Reset());
        assertThatThrownBy(() -> caller.call("sendMessage", text(anna.id(), "раз")))
                .isInstanceOf(IOException.class);
        assertThat(anna.chat().fromBot()).isEmpty();

        caller.api.faults().next("sendMessage", new Fault.Lost());
        assertThatThrownBy(() -> caller.call("sendMessage", text(anna.id(), "раз")))
                .isInstanceOf(IOException.class);
        assertThat(anna.chat().fromBot()).hasSize(1);
    }

    @Test
    void whoHangsIsNeverAnswered() {
        caller.api.faults().next(1, new Fault.Hang());
        var patient = HttpRequest.newBuilder(caller.post("getMe", new JsonObject()), (name, value) -> true)
                .timeout(Duration.ofMillis(300))
                .build();

        assertThatThrownBy(() -> caller.send(patient)).isInstanceOf(HttpTimeoutException.class);
        assertThat(caller.api.faults().left()).isZero();
    }

    @Test
    void anAnswerLostOnTheWayLeavesItsUpdatesToBeDeliveredAgain() throws IOException, InterruptedException {
        caller.api.faults().next("getUpdates", new Fault.Lost());

        assertThatThrownBy(() -> caller.updates(0)).isInstanceOf(IOException.class);

        assertThat(caller.updates(0)).hasSize(1);
    }
}
