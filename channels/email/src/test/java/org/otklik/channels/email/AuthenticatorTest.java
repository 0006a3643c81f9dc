package org.otklik.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.channels.Letter.Authentication;

class AuthenticatorTest {
    private static final String PASS = "Authentication-Results: mx.dom.example; dmarc=pass header.from=dom.example";

    private static TestMail from(String sender) {
        return TestMail.empty().with(PASS).with("From: " + sender).with("Subject: Отчёт");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.dom.example; dmarc=pass (p=reject) header.from=dom.example",
                "mx.dom.example 1; spf=none; dkim=pass header.d=dom.example",
                "MX.dom.example; spf=pass smtp.mailfrom=bounce@dom.example; dkim=none",
                "mx.dom.example; dkim=pass header.d=mail.dom.example",
                "mx.dom.example; spf=pass smtp.mailfrom=x@bounces.mail.dom.example"
            })
    void theOwnServerVouchesForASender(String results) {
        var letter = TestMail.empty()
                .with("Authentication-Results: " + results)
                .with("From: Ольга <olga@dom.example>")
                .letter();

        assertThat(letter.authentication()).isEqualTo(Authentication.PASSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.dom.example; dmarc=fail header.from=dom.example",
                "mx.dom.example; dkim=pass header.d=attack.example",
                "mx.dom.example; dmarc=pass header.from=mail.dom.example",
                "mx.dom.example; spf=pass smtp.mailfrom=thief@attack.example",
                "mx.dom.example; dkim=pass header.d=dom.example.attack.example",
                "mx.dom.example; spf=fail (dmarc=pass header.from=dom.example) smtp.mailfrom=dom.example",
                "mx.dom.example; none"
            })
    void whatIsNotVouchedForFails(String results) {
        var letter = TestMail.empty()
                .with("Authentication-Results: " + results)
                .with("From: olga@dom.example")
                .letter();

        assertThat(letter.authentication()).isEqualTo(Authentication.FAILED);
    }

    @Test
    void resultsOfAnotherServerCountForNothing() {
        var foreign = TestMail.empty()
                .with("Authentication-Results: mx.attack.example; dmarc=pass header.from=dom.example")
                .with(PASS)
                .with("From: olga@dom.example")
                .letter();

        assertThat(foreign.authentication()).isEqualTo(Authentication.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from a.example (a.example [192.0.2.1]) by mx.dom.example (Postfix) with ESMTPS id 4X for <b@dom.example>",
                "from a.example by mail.dom.example with Microsoft SMTP Server (version=TLS1_2) id 15.20",
                "from mx.dom.example by localhost with LMTP id 7",
                "by mail.dom.example (Dovecot, from userid 8)"
            })
    void resultsThatStandBelowTheOwnServersMarkCount(String received) {
        assertThat(TestMail.empty()
                        .with("Received: " + received)
                        .with(PASS)
                        .with("Received: from attack.example by x.example with SMTP")
                        .with("From: olga@dom.example")
                        .letter()
                        .authentication())
                .isEqualTo(Authentication.PASSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from a.example (a.example [192.0.2.1]) by vm (Postfix) with ESMTP id 4X for <b@dom.example>",
                "from by.mx.dom.example by mail.other.example with ESMTP",
                "from a.example (by mx.dom.example with SMTP) by mail.other.example with SMTP"
            })
    void resultsThatCameInOverAnotherServerAreTheSenders(String received) {
        assertThat(TestMail.empty()
                        .with("Received: from mail.dom.example by localhost with LMTP id 7")
                        .with("Received: " + received)
                        .with(PASS)
                        .with("Received: from attack.example by mx.dom.example with SMTP")
                        .with("From: olga@dom.example")
                        .letter()
                        .authentication())
                .isEqualTo(Authentication.NONE);
    }

    @Test
    void withoutAConfiguredServerNobodyIsBelieved() {
        var read = TestMail.read(from("olga@dom.example").bytes(), Optional.empty());

        assertThat(read.letter().orElseThrow().authentication()).isEqualTo(Authentication.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: thief@attack.example",
                "Subject: Другое",
                "Sender: a@dom.example\nSender: b@dom.example",
                "Content-Type: text/plain\nContent-Type: text/html",
                "Date: Mon, 18 May 2026 12:00:00 +0300\nDate: Tue, 19 May 2026 12:00:00 +0300"
            })
    void aHeaderThatStandsTwiceFails(String second) {
        assertThat(from("olga@dom.example").with(second).letter().authentication())
                .isEqualTo(Authentication.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<olga@dom.example>thief@attack.example",
                "thief@attack.example <olga@dom.example>",
                "\"olga@dom.example\" <thief@attack.example>, x@dom.example",
                "olga@dom.example, thief@attack.example",
                "olga@dom.example (thief@attack.example)",
                "staff: olga@dom.example;",
                "olga@[127.0.0.1]",
                "\"olga\"@dom.example",
                "olga@dom.example\u0000@attack.example",
                "<a@attack.example> <olga@dom.example>",
                "",
                "оlga@dom.example"
            })
    void anAddressThatCanBeReadInTwoWaysFails(String sender) {
        assertThat(from(sender).letter().authentication()).isEqualTo(Authentication.FAILED);
    }

    @Test
    void anAddressInTheNameIsNoIdentity() {
        var message = TestMail.empty()
                .with("From: \"olga@dom.example\" <thief@attack.example>")
                .read();

        assertThat(message.from().value()).isEqualTo("thief@attack.example");
    }
}
