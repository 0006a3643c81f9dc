package org.otklik.channels.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * How the values of the settings of Telegram are read; public, since the library creates the converters. What a value is not is said in
 * words that continue "it …".
 */
public final class SettingValues {
    private static final Pattern TOKEN = Pattern.compile("[\\w:-]{3,100}");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(50);

    private SettingValues() {}

    /** What BotFather gives out for a bot. */
    public static final class BotToken implements Converter<String> {
        @Override
        public String convert(String text) {
            var token = text.strip();
            if (!TOKEN.matcher(token).matches()) {
                throw new IllegalArgumentException("is not the token of a bot");
            }
            return token;
        }
    }

    /** A server's address without a path. */
    public static final class Server implements Converter<URI> {
        @Override
        public URI convert(String text) {
            var address = address(text);
            var path = address.getPath();
            if (path != null && !path.isEmpty() && !path.equals("/")) {
                throw new IllegalArgumentException("has a path behind the server's name");
            }
            return address;
        }
    }

    /** The address of a page. */
    public static final class Page implements Converter<URI> {
        @Override
        public URI convert(String text) {
            var address = address(text);
            if (address.getPath() == null || address.getPath().length() < 2) {
                throw new IllegalArgumentException("has no path behind the server's name");
            }
            return address;
        }
    }

    private static URI address(String text) {
        try {
            var address = new URI(text.strip());
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (!Set.of("http", "https").contains(scheme) || address.getHost() == null) {
                throw new IllegalArgumentException("is not a web address");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not a web address", e);
        }
    }

    /** How long a call may wait at the server. */
    public static final class Wait implements Converter<Duration> {
        @Override
        public Duration convert(String text) {
            Duration wait;
            try {
                wait = Duration.parse(text.strip());
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("is not a duration", e);
            }
            if (wait.compareTo(Duration.ofSeconds(1)) < 0 || wait.compareTo(LONGEST_WAIT) > 0) {
                throw new IllegalArgumentException("is not between PT1S and " + LONGEST_WAIT);
            }
            return wait;
        }
    }

    /** A number of messages. */
    public static final class Rate extends WholeNumber {
        public Rate() {
            super(1, 1_000);
        }
    }

    /** A size of which several fit into memory. */
    public static final class Megabytes extends WholeNumber {
        public Megabytes() {
            super(1, 100);
        }
    }

    static class WholeNumber implements Converter<Integer> {
        private final int least;
        private final int most;

        WholeNumber(int least, int most) {
            this.least = least;
            this.most = most;
        }

        @Override
        public Integer convert(String text) {
            int number;
            try {
                number = Integer.parseInt(text.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("is not a number", e);
            }
            if (number < least || number > most) {
                throw new IllegalArgumentException("is not between " + least + " and " + most);
            }
            return number;
        }
    }
}
