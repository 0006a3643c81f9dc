package org.otklik.channels.email.mime;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes to text where the charset is declared, declared wrongly, unknown or not declared at all. A declaration is believed unless the
 * letters speak against it.
 */
final class Charsets {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final List<Charset> CYRILLIC = List.of(
            Charset.forName("windows-1251"),
            Charset.forName("KOI8-U"),
            Charset.forName("IBM866"),
            Charset.forName("ISO-8859-5"),
            Charset.forName("x-MacCyrillic"));

    /** Names that mail programs use and Java does not know. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("koi8", "KOI8-R"),
            Map.entry("koi-8", "KOI8-R"),
            Map.entry("koi8-ru", "KOI8-U"),
            Map.entry("win-1251", "windows-1251"),
            Map.entry("win1251", "windows-1251"),
            Map.entry("windows1251", "windows-1251"),
            Map.entry("cp-1251", "windows-1251"),
            Map.entry("ansi-1251", "windows-1251"),
            Map.entry("cp-866", "IBM866"),
            Map.entry("dos-866", "IBM866"),
            Map.entry("x-cp866", "IBM866"),
            Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
            Map.entry("mac-cyrillic", "x-MacCyrillic"),
            Map.entry("x-cp1251", "windows-1251"),
            Map.entry("x-cp1252", "windows-1252"),
            Map.entry("iso8859-5", "ISO-8859-5"),
            Map.entry("utf-8mb4", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            // What calls itself so holds the letters of Windows often, and its control characters never (WHATWG
            // Encoding).
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"));

    private static final int ENOUGH_LETTERS = 8;

    /** Enough to judge by, and few enough to be quick. */
    private static final int SAMPLE = 16 * 1024;

    private Charsets() {}

    static String decode(byte[] bytes, Optional<String> declared) {
        if (declared.filter(Utf7::isName).isPresent() && isSevenBit(bytes)) {
            return Utf7.decode(new String(bytes, StandardCharsets.US_ASCII));
        }
        return decode(bytes, choose(bytes, declared));
    }

    private static String decode(byte[] bytes, Charset charset) {
        var text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset choose(byte[] bytes, Optional<String> name) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        var declared = name.flatMap(Charsets::named);
        if (isSevenBit(bytes)) {
            return declared.orElse(StandardCharsets.US_ASCII);
        }
        boolean utf8 = isUtf8(bytes);
        if (declared.isEmpty() || declared.get().equals(StandardCharsets.UTF_8)) {
            return utf8 || (declared.isPresent() && isMostlyUtf8(bytes)) ? StandardCharsets.UTF_8 : guess(bytes);
        }
        if (isManyByte(declared.get())) {
            return declared.get();
        }
        return utf8 ? StandardCharsets.UTF_8 : corrected(bytes, declared.get());
    }

    private static Charset corrected(byte[] bytes, Charset declared) {
        var sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
        var best = best(sample);
        var promised = Letters.russian(new String(sample, declared));
        if (best.count() < ENOUGH_LETTERS || best.isForeign() || best.fit() < Letters.PLAUSIBLE) {
            return declared;
        }
        return best.fit() > promised.fit() + Letters.CLEARLY ? best.charset() : declared;
    }

    private static Charset guess(byte[] bytes) {
        var sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
        var best = best(sample);
        if (!best.isForeign() && best.fit() > Letters.PLAUSIBLE) {
            return best.charset();
        }
        var match = new CharsetDetector().setText(sample).detect();
        return match == null || match.getConfidence() < 40
                ? WESTERN
                : named(match.getName()).orElse(WESTERN);
    }

    private record Candidate(Charset charset, double fit, int count, boolean isForeign) {}

    private static Candidate best(byte[] sample) {
        return CYRILLIC.stream()
                .map(charset -> {
                    var letters = Letters.russian(new String(sample, charset));
                    return new Candidate(charset, letters.fit(), letters.count(), letters.isForeign());
                })
                .max(Comparator.comparingDouble(Candidate::fit))
                .orElseThrow();
    }

    private static Optional<Charset> named(String name) {
        var key = name.strip().replaceAll("[\"']", "").toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(ALIASES.getOrDefault(key, key)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean isManyByte(Charset charset) {
        return !charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1;
    }

    private static boolean isSevenBit(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether only a few letters were damaged on the way. */
    private static boolean isMostlyUtf8(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        long good = text.chars().filter(c -> c >= 0x80 && c != '\uFFFD').count();
        return good > 4 * broken;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
