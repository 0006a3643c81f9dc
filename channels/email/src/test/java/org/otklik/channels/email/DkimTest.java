package org.otklik.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.channels.Letter.Authentication;

class DkimTest {
    private static final KeyPair KEYS = keys(2048);
    private static final String MAIL = TestMail.empty()
            .with("From: Ольга <olga@mail.dom.example>")
            .with("Subject: =?utf-8?B?0J/RgNC40LLQtdGC?=")
            .with("Date: Mon, 18 May 2026 12:00:00 +0300")
            .saying("Найди Щербакову 🙂\n")
            .text();

    private static final String SIGNED_FIELDS = "from:subject:date";

    private final List<String> asked = new ArrayList<>();

    @Test
    void aMailThatItsDomainSignedIsProven() {
        assertThat(judged(signed("mail.dom.example"))).isEqualTo(Authentication.PASSED);
    }

    @Test
    void aMailThatLostItsCarriageReturnsIsProven() {
        assertThat(judged(signed("mail.dom.example").replace("\r\n", "\n"))).isEqualTo(Authentication.PASSED);
    }

    @Test
    void theOrganisationMaySignForItsSubdomain() {
        assertThat(judged(signed("dom.example"))).isEqualTo(Authentication.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attack.example", "mail.dom.example.attack.example", "example"})
    void anotherDomainProvesNothingAndIsNotAsked(String domain) {
        assertThat(judged(signed(domain))).isEqualTo(Authentication.NONE);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Щербакову, Иванову", "0J/RgNC40LLQtdGC, 0J/QvtC60LA", "olga, anna"})
    void whatWasChangedOnTheWayProvesNothing(String written, String changed) {
        assertThat(judged(signed("dom.example").replace(written, changed))).isEqualTo(Authentication.NONE);
    }

    @Test
    void aSecondSenderAddedOnTopFails() {
        assertThat(judged("From: thief@attack.example\r\n" + signed("dom.example")))
                .isEqualTo(Authentication.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no field\r\n", "\r\r\n", "\u00A0\r\n", ":\r\n", "From \r\n"})
    void aHeaderWithinAHeaderIsNotSigned(String between) {
        var signed = signed("dom.example");
        var signature = signed.substring(0, signed.indexOf("From:"));
        var another = signature + "From: olga@mail.dom.example\r\nSubject: delete all\r\n";

        assertThat(judged(another + between.repeat(30) + signed)).isNotEqualTo(Authentication.PASSED);
    }

    @Test
    void aSignatureOfThePartOfATextProvesNothing() {
        var part = signed(
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=dom.example; s=may; l=5; h=from:subject; bh=; b=;", MAIL);

        assertThat(judged(part)).isEqualTo(Authentication.NONE);
    }

    @ParameterizedTest
    @CsvSource({"rsa-sha256, from:date", "rsa-sha1, from:subject"})
    void aSignatureThatLeavesSomethingOpenProvesNothing(String algorithm, String fields) {
        var weak = signed(
                "v=1; a=%s; c=relaxed/relaxed; d=dom.example; s=may; h=%s; bh=; b=;".formatted(algorithm, fields),
                MAIL);

        assertThat(judged(weak)).isEqualTo(Authentication.NONE);
    }

    @Test
    void aKeyForTryingOutProvesNothing() {
        assertThat(judged(signed("dom.example"), published(KEYS) + "; t=y")).isEqualTo(Authentication.NONE);
    }

    @Test
    void aKeyThatCanBeGuessedProvesNothing() {
        var weak = keys(768);

        assertThat(judged(signed(template("dom.example"), MAIL, weak), published(weak)))
                .isEqualTo(Authentication.NONE);
    }

    @Test
    void nameServersThatAreAwayProveNothing() {
        var away = new Dkim((methods, selector, domain) -> {
            throw new TempFailException("no answer");
        });

        assertThat(judged(signed("dom.example"), away, Optional.empty())).isEqualTo(Authentication.NONE);
    }

    @Test
    void manySignaturesAskFewQuestions() {
        var signature = "DKIM-Signature: "
                + template("dom.example").replace("bh=;", "bh=AAAA;").replace("b=;", "b=AAAA;");

        judged((signature + "\r\n").repeat(200) + MAIL);

        assertThat(asked.size()).isLessThanOrEqualTo(4);
    }

    @Test
    void theOwnServersWordAndTheSignatureAreEachEnough() {
        var refused = "Authentication-Results: mx.dom.example; spf=fail; dkim=none\r\n" + signed("dom.example");

        assertThat(judged(refused, resolver(published(KEYS)), Optional.of("mx.dom.example")))
                .isEqualTo(Authentication.PASSED);
    }

    private Authentication judged(String mail) {
        return judged(mail, published(KEYS));
    }

    private Authentication judged(String mail, String key) {
        return judged(mail, resolver(key), Optional.empty());
    }

    private static Authentication judged(String mail, Dkim dkim, Optional<String> server) {
        var reader = new MailReader(new OwnMailbox("bot@dom.example", Set.of("bot@dom.example"), server), dkim);
        var read = reader.read(Buffer.buffer(mail.getBytes(StandardCharsets.UTF_8)), TestMail.RECEIVED);
        return read.letter().orElseThrow().authentication();
    }

    private Dkim resolver(String key) {
        return new Dkim((methods, selector, domain) -> {
            asked.add(selector + "._domainkey." + domain);
            return List.of(key);
        });
    }

    private static String signed(String domain) {
        return signed(template(domain), MAIL);
    }

    private static String template(String domain) {
        return "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=may; h=%s; bh=; b=;".formatted(domain, SIGNED_FIELDS);
    }

    private static String signed(String template, String mail) {
        return signed(template, mail, KEYS);
    }

    private static String signed(String template, String mail, KeyPair keys) {
        try {
            var signer = new DKIMSigner(template, keys.getPrivate());
            return signer.sign(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))) + "\r\n" + mail;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String published(KeyPair keys) {
        return "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private static KeyPair keys(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
