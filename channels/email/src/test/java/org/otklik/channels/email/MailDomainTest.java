package org.otklik.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailDomainTest {
    @ParameterizedTest
    @CsvSource({
        "dom.example, dom.example",
        "Mail.Dom.Example, dom.example",
        "mail.otklik.org.ru, lists.otklik.org.ru",
        "mx.dom.co.uk, dom.co.uk",
        "xn--d1acpjx3f.xn--p1ai, mail.xn--d1acpjx3f.xn--p1ai"
    })
    void domainsOfOneOrganisationAreAligned(String one, String other) {
        assertThat(new MailDomain(one).isAlignedWith(new MailDomain(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "dom.example, dom.example.attack.example",
        "dom.co.uk, attack.co.uk",
        "dom.co.uk, co.uk",
        "dom.github.io, attack.github.io",
        "dom.org.ru, attack.org.ru",
        "dom.example, example",
        "dom.example, attackdom.example",
        "localhost, mail.localhost"
    })
    void strangersAreNot(String one, String other) {
        assertThat(new MailDomain(one).isAlignedWith(new MailDomain(other))).isFalse();
    }
}
