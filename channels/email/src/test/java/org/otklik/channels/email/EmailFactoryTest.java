package org.otklik.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.channels.email.connection.Credential;
import org.otklik.channels.email.connection.Security;

class EmailFactoryTest {
    private static final Map<String, String> WHOLE = Map.of(
            "address", "hello@example.org",
            "imap.host", "imap.example.org",
            "imap.user", "hello@example.org",
            "imap.password", "тайна 🔑",
            "smtp.host", "smtp.example.org",
            "smtp.user", "hello@example.org",
            "smtp.password", "тайна 🔑");

    private final EmailFactory factory = new EmailFactory();

    @TempDir
    private Path folder;

    private static EmailSettings changed(Map<String, String> changes) {
        var values = new HashMap<>(WHOLE);
        changes.forEach((key, value) -> {
            if (value.isEmpty()) {
                values.remove(key);
            } else {
                values.put(key, value);
            }
        });
        return TestSettings.with(values);
    }

    @Test
    void withoutServersTheChannelIsOffAndStillReads() {
        var settings = TestSettings.with(Map.of("address", "hello@example.org"));

        assertThat(factory.off(settings)).contains("no mailbox is configured; see channels.email.imap");
        assertThat(factory.wrong(settings)).isEmpty();
        assertThat(factory.sender(settings)).isEmpty();
        assertThat(factory.reader(settings)).isPresent();
    }

    @Test
    void wholeSettingsHaveNothingWrong() {
        var settings = changed(Map.of());

        assertThat(factory.off(settings)).isEmpty();
        assertThat(factory.wrong(settings)).isEmpty();
        assertThat(factory.sender(settings)).contains("hello@example.org");
        assertThat(factory.wrong(changed(Map.of("smtp.user", "", "smtp.password", ""))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            address       |  '' | channels.email.address: has no value; for example: channels.email.address: hello@example.org
            imap.host     |  '' | channels.email.imap.host: has no value; for example: channels.email.imap.host: imap.example.org
            smtp.host     |  '' | channels.email.smtp.host: has no value; for example: channels.email.smtp.host: smtp.example.org
            imap.user     |  '' | channels.email.imap.user: has no value; for example: channels.email.imap.user: hello@example.org
            smtp.user     |  '' | channels.email.smtp.user: has no value; for example: channels.email.smtp.user: hello@example.org
            imap.password |  '' | channels.email.imap.password: has no value, and there is no token either; for example: channels.email.imap.password: a long random text
            imap.token    |  x  | channels.email.imap.password: is given beside a token; keep one of the two; for example: channels.email.imap.password: a long random text
            """)
    void whatDoesNotFitTogetherIsSaidInOneLine(String key, String value, String line) {
        assertThat(factory.wrong(changed(Map.of(key, value)))).contains(line);
    }

    @Test
    void aTokenIsReadAnewForEachLogin() throws IOException {
        var file = folder.resolve("токен");
        Files.writeString(file, "первый\n");
        var settings = changed(Map.of("imap.password", "", "imap.token-file", file.toString()));
        assertThat(factory.wrong(settings)).isEmpty();

        var credential = Account.of(settings.imap()).server().credential();

        assertThat(credential).isInstanceOfSatisfying(Credential.Token.class, token -> {
            assertThat(token.current().get()).isEqualTo("первый");
            write(file, "второй\n");
            assertThat(token.current().get()).isEqualTo("второй");
        });
        Files.delete(file);
        assertThat(factory.wrong(settings).orElseThrow())
                .isEqualTo("channels.email.imap.token-file: is not a file that can be read;"
                        + " for example: channels.email.imap.token-file: /run/otklik/token");
    }

    @Test
    void aFileOfAuthoritiesThatHoldsNoneIsSaidAtTheStart() throws IOException {
        var file = folder.resolve("ца.pem");
        Files.writeString(file, "это не сертификат");
        var line = "channels.email.imap.ca-file: is not a file of certificates (PEM);"
                + " for example: channels.email.imap.ca-file: /etc/otklik/ca.pem";

        assertThat(factory.wrong(changed(Map.of("imap.ca-file", file.toString()))))
                .contains(line);
        Files.delete(file);
        assertThat(factory.wrong(changed(Map.of("imap.ca-file", file.toString()))))
                .contains(line);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void portsFollowFromTheEncryption() {
        assertThat(imapPort("tls", Optional.empty())).isEqualTo(993);
        assertThat(imapPort("starttls", Optional.empty())).isEqualTo(143);
        assertThat(imapPort("none", Optional.of("3143"))).isEqualTo(3143);
        assertThat(Account.of(changed(Map.of("smtp.security", "starttls")).smtp())
                        .server()
                        .port())
                .isEqualTo(587);
        assertThat(Account.of(changed(Map.of()).smtp()).server().security()).isEqualTo(Security.TLS);
    }

    private static int imapPort(String security, Optional<String> port) {
        var changes = new HashMap<>(Map.of("imap.security", security));
        port.ifPresent(number -> changes.put("imap.port", number));
        return Account.of(changed(changes).imap()).server().port();
    }

    @Test
    void secretsAreNotPrinted() {
        var settings = changed(Map.of());

        assertThat(Account.of(settings.imap()).toString()
                        + Account.of(settings.imap()).server())
                .doesNotContain("тайна");
    }
}
