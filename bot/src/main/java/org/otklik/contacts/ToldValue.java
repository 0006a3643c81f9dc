package org.otklik.contacts;

import java.util.Optional;

/** The last word of a message in which somebody tells a name or an address, judged by whether it can be one. */
public final class ToldValue {
    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_ADDRESS = 3;
    private static final int LONGEST_ADDRESS = 200;

    private final String word;

    /** @param text what was said: the value stands at its end, behind other words or a colon */
    public ToldValue(String text) {
        var said = text.strip();
        this.word = said.substring(Math.max(said.indexOf(':'), said.lastIndexOf(' ')) + 1)
                .strip();
    }

    /** A single letter, nothing but signs and figures, or so many letters that nobody is called so. */
    public boolean isNoName() {
        long letters = word.codePoints().filter(Character::isLetter).count();
        return !word.isEmpty() && (letters < 2 || letters > LONGEST_NAME);
    }

    /** Too short to lead anywhere, or too long. */
    public boolean isNoAddress() {
        long signs = word.codePoints().filter(Character::isLetterOrDigit).count();
        return !word.isEmpty() && (signs < SHORTEST_ADDRESS || signs > LONGEST_ADDRESS);
    }

    /** The word, where it can't be a name. */
    public Optional<String> badName() {
        return Optional.of(word).filter(_ -> isNoName());
    }
}
