package org.otklik.channels.email.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@x.example",
                "a@",
                "a@x.test>\r\nRCPT TO:<thief@attack.test",
                "a@x.test\r\nDATA",
                "a@x.test\n",
                "<a@x.test>",
                "a@x.test>",
                "a b@x.test",
                "a@x.test,b@x.test",
                "a@x.test b@x.test",
                "\"a\"@x.test",
                "\"a@attack.test\"@x.test",
                "a@x.test@attack.test",
                "a..b@x.test",
                ".a@x.test",
                "a.@x.test",
                "a@x..test",
                "a@-x.test",
                "a@x.test.",
                "a@localhost",
                "a@[127.0.0.1]",
                "a@x.test NOTIFY=NEVER",
                "a@x.test\u0000",
                "a\u200b@x.test",
                "a@x\u2028.test",
                "Anna <a@x.test>",
                "a@x.test (Anna)",
                "a:b@x.test",
                "a@10.0.0.1"
            })
    void whatIsNoSingleAddressIsRefused(String written) {
        assertThat(Recipient.of(written)).isEmpty();
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(Recipient.of("a".repeat(65) + "@x.example")).isEmpty();
        assertThat(Recipient.of("я".repeat(33) + "@x.example")).isEmpty();
        assertThat(Recipient.of("a@" + "b".repeat(64) + ".example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "anna@donor.example, anna@donor.example, false",
        "o'brien+news=1@donor.example, o'brien+news=1@donor.example, false",
        "a_b-c.d@sub.donor.example, a_b-c.d@sub.donor.example, false",
        "anna@причал.рф, anna@xn--80apknf7b.xn--p1ai, false",
        "анна@причал.рф, анна@xn--80apknf7b.xn--p1ai, true",
        "Anna@DONOR.Example, Anna@donor.example, false"
    })
    void anAddressIsWrittenAsServersKnowIt(String written, String address, boolean needsUtf8) {
        assertThat(Recipient.of(written)).hasValueSatisfying(recipient -> {
            assertThat(recipient.address()).isEqualTo(address);
            assertThat(recipient.needsUtf8()).isEqualTo(needsUtf8);
        });
    }
}
