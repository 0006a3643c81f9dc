package org.otklik.channels.email;

import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;
import org.otklik.channels.email.connection.Security;

/**
 * How the values of the settings of e-mail are read; public, since the library creates the converters. What a value is not is said in
 * words that continue "it …".
 */
public final class SettingValues {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._:-]*[\\p{L}\\p{N}])?|::1");

    private SettingValues() {}

    /** One address, without a name. */
    public static final class MailAddress implements Converter<String> {
        @Override
        public String convert(String text) {
            return matching(ADDRESS, text, "is not a mail address");
        }
    }

    /** A server's name or number, without a port. */
    public static final class HostName implements Converter<String> {
        @Override
        public String convert(String text) {
            return matching(HOST, text, "is not the name of a server");
        }
    }

    /** A port that can be connected to. */
    public static final class Port extends WholeNumber {
        public Port() {
            super(1, 65_535);
        }
    }

    /** A size that fits into an array. */
    public static final class Megabytes extends WholeNumber {
        public Megabytes() {
            super(1, 500);
        }
    }

    /** A number of mails. */
    public static final class Rate extends WholeNumber {
        public Rate() {
            super(1, 100_000);
        }
    }

    /** The kind of encryption. */
    public static final class SecurityWord implements Converter<Security> {
        @Override
        public Security convert(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "tls", "ssl" -> Security.TLS;
                case "starttls" -> Security.STARTTLS;
                case "none" -> Security.NONE;
                default -> throw new IllegalArgumentException("is none of tls, starttls and none");
            };
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

    private static String matching(Pattern form, String text, String otherwise) {
        var value = text.strip();
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(otherwise);
        }
        return value;
    }
}
