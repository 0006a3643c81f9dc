package org.otklik.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.channels.ChannelFactory;
import org.otklik.i18n.Language;

class SettingsReaderTest {
    @TempDir
    private Path folder;

    @Test
    void noFileAtAllIsAValidConfiguration() {
        var settings = read(Map.of());

        assertThat(settings.organization().currency().getCurrencyCode()).isEqualTo("RUB");
        assertThat(settings.organization().timezone().getId()).isEqualTo("Europe/Moscow");
        assertThat(settings.organization().languages()).containsExactly(Language.RU, Language.EN);
        assertThat(settings.organization().firstReplyTarget()).isEqualTo(Duration.ofHours(4));
        assertThat(settings.organization().name().in(Language.RU)).isEmpty();
        assertThat(settings.organization().emergency().in(Language.RU))
                .hasValueSatisfying(text -> assertThat(text).contains("112"));
        assertThat(settings.organization().officeHours().open(Instant.parse("2026-11-23T07:00:00Z")))
                .isTrue();
        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.database().url()).isEmpty();
        assertThat(settings.database().password()).isEmpty();
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.http().publicUrl()).isEmpty();
        assertThat(settings.backup().keepDays()).isEqualTo(7);
    }

    @Test
    void theFileIsStrongerThanTheDefaultsAndTheEnvironmentIsStrongerThanTheFile() throws IOException {
        write("""
                organization:
                  name: {ru: Приют «Тёплые лапы» 🐈}
                  languages: [en]
                  office-hours: Mon-Thu 9:00-18:00, Fri 9:00-16:00
                  holidays: [2026-12-31]
                http: {port: 0, public-url: https://chat.example.org/}
                backup: # not filled in
                  hour:
                """);

        var settings = read(Map.of(
                "OTKLIK_HTTP_PORT", "81",
                "OTKLIK_ORGANIZATION_NAME_EN", "Warm Paws",
                "HOME", "/home/anna"));

        assertThat(settings.organization().name().in(Language.RU)).contains("Приют «Тёплые лапы» 🐈");
        assertThat(settings.organization().name().in(Language.EN)).contains("Warm Paws");
        assertThat(settings.organization().languages()).containsExactly(Language.EN);
        assertThat(settings.organization().officeHours().open(Instant.parse("2026-12-31T09:00:00Z")))
                .isFalse();
        assertThat(settings.http().port()).isEqualTo(81);
        assertThat(settings.http().publicUrl()).contains(URI.create("https://chat.example.org"));
        assertThat(settings.backup().hour()).isEqualTo(3);
    }

    @Test
    void oneLanguageOfATextIsEnough() {
        var settings = read(Map.of("OTKLIK_ORGANIZATION_NAME_RU", "Тёплые руки"));

        assertThat(settings.organization().name().in(Language.EN)).contains("Тёплые руки");
    }

    @Test
    void aFileMayBeNamedByTheCommandOrTheEnvironment() throws IOException {
        var other = Files.writeString(folder.resolve("other.yaml"), "http: {port: 82}");
        write("http: {port: 81}");

        assertThat(read(Map.of("OTKLIK_CONFIG", other.toString())).http().port())
                .isEqualTo(82);
        assertThat(reader(Map.of())
                        .read(Path.of("other.yaml"))
                        .settings()
                        .http()
                        .port())
                .isEqualTo(82);
    }

    @Test
    void aPasswordMayStayInAFileOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("password"), "s3cret 🐈\n");

        assertThat(read(Map.of("OTKLIK_DATABASE_PASSWORD_FILE", "password"))
                        .database()
                        .password())
                .contains("s3cret 🐈");
        assertRefused(
                "",
                Map.of("OTKLIK_DATABASE_PASSWORD_FILE", "password", "OTKLIK_DATABASE_PASSWORD", "other"),
                "OTKLIK_DATABASE_PASSWORD_FILE: the same secret is also given by database.password; keep one of the two");
        assertRefused(
                "database: {password-file: nowhere}",
                Map.of(),
                "otklik.yaml: database.password-file: \"nowhere\" is not a file that can be read; "
                        + "for example: database.password-file: /etc/otklik/database-password");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http: {port: 80a}                        | http.port: "80a" is not a number; for example: http.port: 8080
            http: {port: 70000}                      | http.port: "70000" is not between 0 and 65535; for example: http.port: 8080
            http: {prot: 80}                         | http.prot: there is no such setting; here are: host, port, public-url
            htpp: {port: 80}                         | htpp.port: there is no such setting; here are: organization, data, database, http, channels, backup, voice
            http: 8080                               | http: is a section with settings of its own: host, port, public-url
            http: {port: {a: 1}}                     | http.port.a: there is no such setting; here are: organization, data, database, http, channels, backup, voice
            http: {port: [1, 2]}                     | http.port: "1, 2" is a list, and one value is needed; for example: http.port: 8080
            http: {public-url: chat.example.org}     | http.public-url: "chat.example.org" is not a web address that begins with https:// or http://; for example: http.public-url: https://chat.example.org
            organization: {currency: rubles}         | organization.currency: "rubles" is not a currency of three capital letters (ISO 4217); for example: organization.currency: RUB
            organization: {timezone: Moscow}         | organization.timezone: "Moscow" is not a time zone; for example: organization.timezone: Europe/Moscow
            organization: {region: Russia}           | organization.region: "Russia" is not a country of two capital letters (ISO 3166); for example: organization.region: RU
            organization: {languages: [ru, de]}      | organization.languages: "de" is not a language that Otklik speaks; for example: organization.languages: [ru, en]
            organization: {name: {de: Hilfe}}        | organization.name.de: there is no such setting; here are: en, ru
            organization: {office-hours: always}     | organization.office-hours: "always" is not a list of days with hours; for example: organization.office-hours: Mon-Fri 10:00-18:00
            organization: {holidays: [31.12.2026]}   | organization.holidays: "31.12.2026" is not a date such as 2026-12-31; for example: organization.holidays: [2026-12-31, 2027-01-01]
            organization: {first-reply-target: 4}    | organization.first-reply-target: "4" is not a length of time (ISO 8601); for example: organization.first-reply-target: PT4H
            organization: {first-reply-target: PT0S} | organization.first-reply-target: "PT0S" is not longer than nothing; for example: organization.first-reply-target: PT4H
            database: {url: db.example.org}          | database.url: "db.example.org" is not the JDBC address of a PostgreSQL database; for example: database.url: jdbc:postgresql://db.example.org:5432/otklik
            database: {pool-size: 0}                 | database.pool-size: "0" is not between 1 and 1000000; for example: database.pool-size: 10
            backup: {enabled: treu}                  | backup.enabled: "treu" is neither true nor false; for example: backup.enabled: true
            channels: {webchat: {messages-per-minute: -1}} | channels.webchat.messages-per-minute: "-1" is not between 0 and 2147483647; for example: channels.webchat.messages-per-minute: 30
            channels: {email: {address: Anna}}       | channels.email.address: "Anna" is not a mail address; for example: channels.email.address: hello@example.org
            channels: {email: {aliases: [a@b, c]}}   | channels.email.aliases: "c" is not a mail address; for example: channels.email.aliases: [info@example.org]
            channels: {email: {imap: {host: "imap: 993"}}} | channels.email.imap.host: "imap: 993" is not the name of a server; for example: channels.email.imap.host: imap.example.org
            channels: {email: {imap: {port: 0}}}     | channels.email.imap.port: "0" is not between 1 and 65535; for example: channels.email.imap.port: 993
            channels: {email: {smtp: {security: yes}}} | channels.email.smtp.security: "yes" is none of tls, starttls and none; for example: channels.email.smtp.security: tls
            channels: {email: {imap: {poll: 30}}}    | channels.email.imap.poll: "30" is not a length of time (ISO 8601); for example: channels.email.imap.poll: PT30S
            channels: {email: {imap: {max-megabytes: 4000}}} | channels.email.imap.max-megabytes: "4000" is not between 1 and 500; for example: channels.email.imap.max-megabytes: 40
            channels: {email: {smtp: {rate-per-minute: x}}} | channels.email.smtp.rate-per-minute: "x" is not a number; for example: channels.email.smtp.rate-per-minute: 60
            backup: {hour: 24}                       | backup.hour: "24" is not between 0 and 23; for example: backup.hour: 3
            """)
    void aBadValueStopsTheStartWithOneLineThatNamesTheKey(String yaml, String message) throws IOException {
        assertRefused(yaml, Map.of(), "otklik.yaml: " + message);
    }

    @Test
    void whatIsNoYamlIsNamedByItsLine() throws IOException {
        assertRefused(
                "http:\n  port: 80\n host: x\n",
                Map.of(),
                "otklik.yaml: line 3 can't be read: expected <block end>, but found '<block mapping start>'; "
                        + "check the blanks before it and the quotes");
        assertRefused("just text", Map.of(), "otklik.yaml: is not a list of settings; for example: http.port: 8080");
        assertRefused("data: a\ndata: b", Map.of(), "otklik.yaml: data: is written twice; delete one of the two");
    }

    @Test
    void aBadVariableIsNamedAsItIsWritten() throws IOException {
        assertRefused(
                "",
                Map.of("OTKLIK_HTTP_PORT", "80a"),
                "OTKLIK_HTTP_PORT: \"80a\" is not a number; for example: OTKLIK_HTTP_PORT=8080");
        assertRefused(
                "",
                Map.of("OTKLIK_HTPP_PORT", "80"),
                "OTKLIK_HTPP_PORT: there is no such setting; for example: OTKLIK_HTTP_PORT=8080");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        var nowhere = folder.resolve("nowhere.yaml");

        assertThatExceptionOfType(BadConfiguration.class)
                .isThrownBy(() -> read(Map.of("OTKLIK_CONFIG", nowhere.toString())))
                .withMessage("nowhere.yaml: can't be read: there is no such file at " + nowhere);
    }

    @Test
    void theExampleDocumentsExactlyTheSettingsThatExist() {
        var example = Path.of("../otklik.example.yaml").toAbsolutePath();
        var documented = new TreeSet<>(Documented.load().keys());
        documented.removeIf(key -> key.endsWith("password-file"));
        var existing = keys("", Settings.class);
        channelMappings().forEach(mapping -> existing.addAll(keys(prefix(mapping) + ".", mapping)));

        assertThat(documented).isEqualTo(existing);
        assertThat(reader(Map.of()).read(example).settings().http().port()).isEqualTo(8080);
    }

    @Test
    void theExampleGivesTheDefaultsOfTheChannels() {
        var documented = Documented.load().defaults();
        for (var mapping : channelMappings()) {
            defaults(prefix(mapping) + ".", mapping)
                    .forEach((key, texts) -> assertThat(
                                    requireNonNull(documented.get(key)).texts())
                            .as(key)
                            .isEqualTo(texts));
        }
    }

    private static Map<String, List<String>> defaults(String prefix, Class<?> section) {
        var defaults = new TreeMap<String, List<String>>();
        for (var method : section.getDeclaredMethods()) {
            var key = prefix + name(method);
            var given = method.getAnnotation(WithDefault.class);
            if (isSection(method)) {
                defaults.putAll(defaults(key + ".", method.getReturnType()));
            } else {
                defaults.put(key, given == null ? List.of() : List.of(given.value()));
            }
        }
        return defaults;
    }

    @Test
    void aChannelGetsItsOwnSettings() throws IOException {
        write("channels: {webchat: {enabled: no, allowed-origins: [https://приют.example]}}");

        var configuration = reader(Map.of("OTKLIK_CHANNELS_WEBCHAT_MAX_MESSAGE_LENGTH", "100"))
                .read();

        var webchat = channelMappings().stream()
                .filter(mapping -> prefix(mapping).equals("channels.webchat"))
                .findFirst()
                .orElseThrow();
        assertThat(configuration.channel(webchat))
                .extracting("enabled", "allowedOrigins", "maxMessageLength")
                .containsExactly(false, Optional.of(List.of("https://приют.example")), 100);
    }

    @Test
    void whatIsNotWrittenIsAbsent() {
        for (var mapping : channelMappings()) {
            assertThat(values(mapping, reader(Map.of()).read().channel(mapping)))
                    .as(mapping.getSimpleName())
                    .noneMatch(value -> value instanceof Optional<?> optional && optional.isPresent());
        }
    }

    private static List<Object> values(Class<?> section, Object values) {
        return Arrays.stream(section.getDeclaredMethods())
                .flatMap(method -> {
                    try {
                        var value = method.invoke(values);
                        return isSection(method) ? values(method.getReturnType(), value).stream() : Stream.of(value);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(method.getName(), e);
                    }
                })
                .toList();
    }

    @Test
    void everyEmptySettingOfTheExampleShowsAValueThatIsValid() throws IOException {
        var documented = Documented.load();
        for (var key : documented.keys()) {
            if (!key.endsWith("-file")) {
                var steps = key.split("\\.");
                write("{" + String.join(": {", steps) + ": " + quotedUnlessAList(documented.example(key))
                        + "}".repeat(steps.length));

                assertThat(read(Map.of())).as(key).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"running.md", "webchat.md", "email.md"})
    void theSettingsInTheManualExist(String page) throws IOException {
        var examples = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs", page)))
                .results()
                .map(example -> example.group(1)
                        .stripIndent()
                        .replaceAll("(?m)^ *password-file.*$", "")
                        .replaceAll("password-file: [^,}]*", ""))
                .toList();

        assertThat(examples).isNotEmpty();
        for (var example : examples) {
            write(example);
            assertThat(read(Map.of())).as(example).isNotNull();
        }
    }

    private static String quotedUnlessAList(String value) {
        return value.startsWith("[") ? value : "'" + value + "'";
    }

    /** The keys that the mapping reads, by reflection. */
    private static Set<String> keys(String prefix, Class<?> section) {
        return Arrays.stream(section.getDeclaredMethods())
                .filter(method -> !method.isDefault())
                .flatMap(method -> keys(prefix + name(method), method).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String key, Method method) {
        if (method.getReturnType() == Map.class
                && ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0] == Language.class) {
            return Arrays.stream(Language.values())
                    .map(language -> key + "." + language.code())
                    .collect(Collectors.toSet());
        }
        return isSection(method) ? keys(key + ".", method.getReturnType()) : Set.of(key);
    }

    private static boolean isSection(Method method) {
        var type = method.getReturnType();
        return type.isInterface() && type.getEnclosingClass() != null;
    }

    private static String name(Method method) {
        var given = method.getAnnotation(WithName.class);
        return given == null ? method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) : given.value();
    }

    private static String prefix(Class<?> mapping) {
        return mapping.getAnnotation(ConfigMapping.class).prefix();
    }

    /** Of the channels that are on the class path, as in a running bot. */
    private static List<Class<?>> channelMappings() {
        var mappings = new ArrayList<Class<?>>();
        ServiceLoader.load(ChannelFactory.class).forEach(factory -> mappings.add(factory.settings()));
        return mappings;
    }

    private void assertRefused(String yaml, Map<String, String> environment, String message) throws IOException {
        write(yaml);

        assertThatExceptionOfType(BadConfiguration.class)
                .isThrownBy(() -> read(environment))
                .withMessage(message);
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("otklik.yaml"), yaml);
    }

    private Settings read(Map<String, String> environment) {
        return reader(environment).read().settings();
    }

    private SettingsReader reader(Map<String, String> environment) {
        return new SettingsReader(environment, folder, channelMappings());
    }
}
