package org.otklik.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.cli.Installation;
import org.otklik.config.Configuration;
import org.otklik.config.SettingsReader;
import org.otklik.fixtures.Fixture;
import org.otklik.host.Channels;
import org.otklik.organization.Organization;

/**
 * The organisation that a fixture describes, under the names that its settings have, and its rows.
 *
 * @param addresses the organisation's own accounts by channel
 * @param authservId the name under which its mail server vouches for senders (RFC 8601)
 */
record Fund(
        Fixture fixture,
        Organization organization,
        Configuration configuration,
        Map<String, String> addresses,
        Optional<String> authservId) {
    private static final String SETTING = "OTKLIK_ORGANIZATION_";
    private static final String MAIL_ADDRESS = "OTKLIK_CHANNELS_EMAIL_ADDRESS";
    private static final String MAIL_VOUCHER = "OTKLIK_CHANNELS_EMAIL_AUTHSERV_ID";

    /** @throws BadScript with a sentence for its author */
    static Fund read(Path file) {
        try {
            return of(Fixture.parse(Files.readString(file)));
        } catch (IOException | RuntimeException e) {
            throw new BadScript(file + ": " + e.getMessage(), e);
        }
    }

    private static Fund of(Fixture fixture) {
        var reader = new SettingsReader(Map.of(), Path.of(""), Channels.settings());
        var variables = new HashMap<String, String>();
        var addresses = new HashMap<String, String>();
        fixture.organization().forEach((key, value) -> {
            switch (key) {
                case "addresses" -> each(value).forEach((channel, address) -> addresses.put(channel, address));
                case "authserv_id" -> put(reader, variables, MAIL_VOUCHER, value);
                default -> setting(reader, variables, key, value);
            }
        });
        put(reader, variables, MAIL_ADDRESS, addresses.getOrDefault("email", ""));
        var configuration = new SettingsReader(variables, Path.of(""), Channels.settings()).read();
        return new Fund(
                fixture,
                Installation.organization(configuration.settings())
                        .writingFrom(Optional.ofNullable(addresses.get("email"))),
                configuration,
                Map.copyOf(addresses),
                Optional.ofNullable(fixture.organization().get("authserv_id")).map(String::valueOf));
    }

    private static Map<String, String> each(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> String.valueOf(entry.getKey()), entry -> String.valueOf(entry.getValue())));
        }
        throw new BadScript("org: expected keys with values instead of " + value);
    }

    private static void setting(SettingsReader reader, Map<String, String> variables, String key, Object value) {
        var variable = SETTING + key.toUpperCase(Locale.ROOT);
        if (value instanceof Map<?, ?>) {
            each(value)
                    .forEach((language, text) ->
                            known(reader, variables, key, variable + '_' + language.toUpperCase(Locale.ROOT), text));
        } else {
            known(
                    reader,
                    variables,
                    key,
                    variable,
                    value instanceof List<?> list
                            ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                            : String.valueOf(value));
        }
    }

    private static void known(
            SettingsReader reader, Map<String, String> variables, String key, String variable, String text) {
        if (!reader.isSetting(variable)) {
            throw new BadScript("org: there is no key " + key);
        }
        variables.put(variable, text);
    }

    /** A channel that is not there has no settings. */
    private static void put(SettingsReader reader, Map<String, String> variables, String variable, Object value) {
        if (reader.isSetting(variable)) {
            variables.put(variable, String.valueOf(value));
        }
    }

    /** The organisation's account on a channel. */
    String account(Medium medium) {
        return addresses.getOrDefault(medium.code(), "main");
    }
}
