package org.otklik.nlp;

import java.util.HashMap;
import java.util.Map;

/** Two layouts of one keyboard: what a text would be if it had been typed with the other one switched on. */
final class Keyboard {
    private final Map<Character, Character> toCyrillic = new HashMap<>();
    private final Map<Character, Character> toLatin = new HashMap<>();

    Keyboard() {
        for (var row : Resource.rows("layout.tsv")) {
            for (int key = 0; key < row[0].length(); key++) {
                toCyrillic.putIfAbsent(row[0].charAt(key), row[1].charAt(key));
                toLatin.putIfAbsent(row[1].charAt(key), row[0].charAt(key));
            }
        }
    }

    String cyrillic(String text) {
        return switched(text, toCyrillic);
    }

    String latin(String text) {
        return switched(text, toLatin);
    }

    private static String switched(String text, Map<Character, Character> keys) {
        var switched = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            switched.append(keys.getOrDefault(text.charAt(at), text.charAt(at)));
        }
        return switched.toString();
    }
}
