package org.otklik.nlu;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.grammar.Folding;

/**
 * Writes a word roughly as it sounds, so that a name in Cyrillic and all its Latin spellings become one. Double letters
 * become single ones, and accents fall away.
 */
final class Spelling {
    private static final String TABLE = "spelling";

    private final Map<String, String> sounds = new LinkedHashMap<>();
    private final int longest;

    Spelling() {
        for (var line : WordTables.lines(Language.RU.code(), TABLE)) {
            if (!line.startsWith("#")) {
                int colon = line.indexOf(':');
                sounds.put(
                        Folding.fold(line.substring(0, colon)),
                        line.substring(colon + 1).strip());
            }
        }
        longest = sounds.keySet().stream().mapToInt(String::length).max().orElse(1);
    }

    String of(String word) {
        var letters = plain(word);
        var sound = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); ) {
            i += append(letters, i, sound);
        }
        return single(sound);
    }

    /** Appends the sound at a place, and returns how many letters it took. */
    private int append(String letters, int at, StringBuilder sound) {
        for (int length = Math.min(longest, letters.length() - at); length > 0; length--) {
            var found = sounds.get(letters.substring(at, at + length));
            if (found != null) {
                sound.append(found);
                return length;
            }
        }
        sound.append(letters.charAt(at));
        return 1;
    }

    private static String plain(String word) {
        var folded = Folding.fold(word);
        var plain = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(c -> plain.appendCodePoint(base(c)));
        return plain.toString();
    }

    /** A Latin letter without its accent; Cyrillic letters are whole with theirs. */
    private static int base(int c) {
        if (Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN) {
            return c;
        }
        return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).codePointAt(0);
    }

    private static String single(CharSequence letters) {
        var single = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            if (i == 0 || letters.charAt(i) != letters.charAt(i - 1)) {
                single.append(letters.charAt(i));
            }
        }
        return single.toString();
    }

    /** The sounds of several words. */
    List<String> of(List<String> words) {
        return words.stream().map(this::of).filter(sound -> !sound.isEmpty()).toList();
    }
}
