package org.otklik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.fixtures.Demo;
import org.otklik.store.TestPrograms;

/** The measurement itself, with a few mails. */
class MailBenchTest {
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @Test
    void allMailsAreFiledAndMarkedAndTheirAnswersSent() throws IOException {
        try (var scratch = new Scratch();
                var server = new Dovecot(scratch.openFolder("mail"));
                var sink = new LetterSink();
                var bot = new Bot(scratch.folder(), QUICK_START, MailBench.settings(server, sink))) {
            TestPrograms.lendTo(bot.data());
            var postbag = new Postbag(1, Demo.addresses(), Instant.now());
            Path mails = scratch.openFolder("mails");

            var found = new MailBench(bot, server, sink, postbag, mails, new MailBench.Plan(60, 2), _ -> {}).run();

            assertThat(found).extracting(Measure::name).hasSize(5);
            assertThat(found).allSatisfy(measure -> assertThat(measure.ours()).isPositive());
            assertThat(found.subList(1, 4))
                    .allSatisfy(measure -> assertThat(measure.ratio()).isEqualTo(1));
        }
    }
}
