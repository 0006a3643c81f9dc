package org.otklik.config;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.i18n.Language;
import org.otklik.time.WeeklyHours;

/**
 * Reads the settings: defaults, over them the file, over it the environment. The library maps and converts; which keys exist,
 * how sources are laid over each other (a shorter list has to replace a longer one) and how an error reads is decided here.
 */
public final class SettingsReader {
    private static final String FILE_VARIABLE = "OTKLIK_CONFIG";
    private static final String VARIABLES = "OTKLIK_";
    /** Read by the launcher. */
    private static final Set<String> OTHER_VARIABLES = Set.of(FILE_VARIABLE, "OTKLIK_JAVA_OPTIONS");

    private static final Pattern SECRET = Pattern.compile("(password|token|secret)$");
    private static final String SECRET_FILE = "-file";
    private static final String TOKEN_FILE = "token-file";
    private static final Pattern KEY_OF_PROBLEM = Pattern.compile("(?:property|SRCFG00050:) ([\\w.-]+)(?:\\[(\\d+)])?");
    private static final Pattern REASON = Pattern.compile("(?s).*whilst being converted[: ]*(.*)");

    private final Documented documented = Documented.load();
    private final Map<String, String> environment;
    private final Path workingFolder;
    private final List<Class<?>> channels;

    /**
     * @param workingFolder where {@code otklik.yaml} is looked for
     * @param channels the mappings of the channels' settings
     */
    public SettingsReader(Map<String, String> environment, Path workingFolder, List<Class<?>> channels) {
        this.environment = environment;
        this.workingFolder = workingFolder;
        this.channels = List.copyOf(channels);
    }

    /** Where a value was written, as its reader would name the place, and the value. */
    private record Written(String place, String key, List<String> texts) {}

    /**
     * The settings of otklik.yaml, if there is one.
     *
     * @throws BadConfiguration for the first thing that is wrong
     */
    public Configuration read() {
        var file = environment.get(FILE_VARIABLE);
        if (file != null) {
            return read(Path.of(file));
        }
        var usual = workingFolder.resolve("otklik.yaml");
        return configuration(Files.exists(usual) ? fromFile(usual) : Map.of());
    }

    /** @throws BadConfiguration for the first thing that is wrong, beginning with a file that is not there */
    public Configuration read(Path file) {
        return configuration(fromFile(workingFolder.resolve(file)));
    }

    /** Whether there is a setting of that variable. */
    public boolean isSetting(String variable) {
        return documented.keys().stream().anyMatch(key -> variable(key).equals(variable));
    }

    private Configuration configuration(Map<String, Written> fromFile) {
        var written = new LinkedHashMap<>(fromFile);
        written.putAll(fromEnvironment());
        readSecretFiles(written);
        return map(written);
    }

    private Map<String, Written> fromFile(Path path) {
        var file = path.getFileName().toString();
        var written = new LinkedHashMap<String, Written>();
        SettingsText.parse(file, text(file, path)).values().forEach((key, value) -> {
            var place = file + ": " + key;
            if (!documented.keys().contains(key)) {
                throw documented.isSection(key)
                        ? new BadConfiguration(
                                place + ": is a section with settings of its own: " + documented.neighbours(key + "."))
                        : unknown(place, key);
            }
            if (value.isList() && !documented.isList(key)) {
                throw wrong(new Written(place, key, value.texts()), "is a list, and one value is needed");
            }
            // A key without a value is one that was not filled in.
            if (value.isList() || !value.texts().isEmpty()) {
                written.put(key, new Written(place, key, value.texts()));
            }
        });
        return written;
    }

    private static String text(String file, Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new BadConfiguration(
                    file + ": can't be read: " + (Files.exists(path) ? e : "there is no such file at " + path));
        }
    }

    private Map<String, Written> fromEnvironment() {
        var keys = new HashMap<String, String>();
        documented.keys().forEach(key -> keys.put(variable(key), key));
        var written = new LinkedHashMap<String, Written>();
        environment.forEach((variable, value) -> {
            var key = keys.get(variable);
            if (key != null && !value.isEmpty()) {
                var texts = documented.isList(key) ? List.of(value.split("\\s*,\\s*")) : List.of(value);
                written.put(key, new Written(variable, key, texts));
            } else if (key == null && variable.startsWith(VARIABLES) && !OTHER_VARIABLES.contains(variable)) {
                throw new BadConfiguration(variable + ": there is no such setting; for example: OTKLIK_HTTP_PORT=8080");
            }
        });
        return written;
    }

    private void readSecretFiles(Map<String, Written> written) {
        for (var key : documented.keys()) {
            var file = isSecretFile(key) ? written.remove(key) : null;
            if (file != null) {
                var secret = key.substring(0, key.length() - SECRET_FILE.length());
                var path = workingFolder.resolve(file.texts().getFirst());
                if (written.containsKey(secret)) {
                    throw new BadConfiguration(
                            file.place() + ": the same secret is also given by " + secret + "; keep one of the two");
                }
                try {
                    written.put(
                            secret,
                            new Written(
                                    file.place(),
                                    secret,
                                    List.of(Files.readString(path).strip())));
                } catch (IOException e) {
                    throw wrong(file, "is not a file that can be read");
                }
            }
        }
    }

    /** A token is renewed while Otklik runs, so its file stays one. */
    private static boolean isSecretFile(String key) {
        return key.endsWith(SECRET_FILE) && !key.endsWith(TOKEN_FILE);
    }

    private Configuration map(Map<String, Written> written) {
        var properties = new HashMap<String, String>();
        documented.defaults().forEach((key, value) -> {
            if (!isSecretFile(key) && !written.containsKey(key)) {
                put(properties, key, value.texts());
            }
        });
        written.forEach((key, value) -> put(properties, key, value.texts()));
        try {
            var builder = new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(properties, "settings", 100))
                    .withConverter(Boolean.class, 1000, Parsers::yesOrNo)
                    .withConverter(Integer.class, 1000, new Parsers.AnyCount())
                    .withConverter(Language.class, 1000, Parsers::language)
                    .withConverter(Currency.class, 1000, Parsers::currency)
                    .withConverter(ZoneId.class, 1000, Parsers::zone)
                    .withConverter(LocalDate.class, 1000, Parsers::date)
                    .withConverter(Duration.class, 1000, Parsers::duration)
                    .withConverter(WeeklyHours.class, 1000, Parsers::weeklyHours)
                    .withConverter(URI.class, 1000, Parsers::webAddress)
                    .withConverter(Path.class, 1000, Parsers::path)
                    .withMapping(Settings.class);
            channels.forEach(builder::withMapping);
            return new Configuration(builder.build());
        } catch (ConfigValidationException e) {
            throw explained(e.getProblem(0).getMessage(), written);
        }
    }

    private void put(Map<String, String> properties, String key, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            properties.put(key + (documented.isList(key) ? "[" + i + "]" : ""), texts.get(i));
        }
    }

    private BadConfiguration explained(String problem, Map<String, Written> written) {
        var named = KEY_OF_PROBLEM.matcher(problem);
        var reason = REASON.matcher(problem);
        var value = named.find() ? written.get(named.group(1)) : null;
        if (value == null || !reason.matches()) {
            return new BadConfiguration(problem);
        }
        var element =
                named.group(2) == null ? value.texts() : List.of(value.texts().get(Integer.parseInt(named.group(2))));
        return wrong(new Written(value.place(), value.key(), element), reason.group(1));
    }

    private BadConfiguration wrong(Written value, String what) {
        var isVariable = value.place().startsWith(VARIABLES);
        var quoted = SECRET.matcher(value.key()).find() ? "the value" : '"' + String.join(", ", value.texts()) + '"';
        return new BadConfiguration("%s: %s %s; for example: %s%s%s"
                .formatted(
                        value.place(),
                        quoted,
                        what,
                        isVariable ? value.place() : value.key(),
                        isVariable ? "=" : ": ",
                        documented.example(value.key())));
    }

    private BadConfiguration unknown(String place, String key) {
        return new BadConfiguration(place + ": there is no such setting; here are: " + documented.neighbours(key));
    }

    private static String variable(String key) {
        return VARIABLES + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
