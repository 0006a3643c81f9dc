package org.otklik.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.botapi.Caller.NOON;
import static org.otklik.botapi.Caller.text;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.otklik.botapi.limits.Rules;
import org.otklik.botapi.limits.Violation;
import org.otklik.botapi.limits.Violation.Limit;

/** How much a bot may send. */
class LimitsTest {
    private final AtomicLong nanos = new AtomicLong();

    private Caller caller(Rules rules) {
        return new Caller(BotApiOptions.of(NOON).withTicker(nanos::get).withRules(rules));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void onePersonGetsOneMessageASecond() throws IOException, InterruptedException {
        try (var caller = caller(Rules.strict())) {
            var anna = caller.api.person("Анна", "ru");
            anna.says("/start");

            assertThat(caller.call("sendMessage", text(anna.id(), "раз")).getBoolean("ok"))
                    .isTrue();
            var refused = caller.call("sendMessage", text(anna.id(), "два"));
            pass(Duration.ofSeconds(1));

            assertThat(refused.getInteger("error_code")).isEqualTo(429);
            assertThat(refused.getJsonObject("parameters").getInteger("retry_after"))
                    .isEqualTo(1);
            assertThat(caller.call("sendMessage", text(anna.id(), "два")).getBoolean("ok"))
                    .isTrue();
            assertThat(anna.chat().fromBot()).hasSize(2);
        }
    }

    @Test
    void aShortBurstCanBeAllowed() throws IOException, InterruptedException {
        try (var caller = caller(new Rules(30, 3, 20, true))) {
            var anna = caller.api.person("Анна", "ru");
            anna.says("/start");

            for (int i = 0; i < 3; i++) {
                assertThat(caller.call("sendMessage", text(anna.id(), "раз")).getBoolean("ok"))
                        .isTrue();
            }
            assertThat(caller.call("sendMessage", text(anna.id(), "раз")).getInteger("error_code"))
                    .isEqualTo(429);
        }
    }

    @Test
    void aGroupGetsTwentyAMinute() throws IOException, InterruptedException {
        try (var caller = caller(Rules.strict())) {
            var group = caller.api.group("Волонтёры");
            for (int i = 0; i < 20; i++) {
                assertThat(caller.call("sendMessage", text(group.id(), "раз")).getBoolean("ok"))
                        .isTrue();
                pass(Duration.ofMillis(100));
            }

            var refused = caller.call("sendMessage", text(group.id(), "раз"));

            assertThat(refused.getJsonObject("parameters").getInteger("retry_after"))
                    .isEqualTo(58);
        }
    }

    @Test
    void whatIsAboveIsWrittenDownThoughItIsLetThrough() throws IOException, InterruptedException {
        try (var caller = caller(Rules.watched())) {
            for (int i = 0; i < 31; i++) {
                var person = caller.api.person("Анна " + i, "ru");
                person.says("/start");
                assertThat(caller.call("sendMessage", text(person.id(), "раз")).getBoolean("ok"))
                        .isTrue();
            }

            assertThat(caller.api.violations())
                    .singleElement()
                    .extracting(Violation::limit)
                    .isEqualTo(Limit.ALL_CHATS);
        }
    }
}
