package org.otklik.nlp;

/** Replaces what is different in every message (a sum, a phone number, an address) by its kind, so that it can be learned. */
final class Shapes {
    private Shapes() {}

    static String of(String token) {
        int first = token.codePointAt(0);
        if (Tokens.isWord(token)) {
            return Tokens.fold(token);
        }
        if (token.indexOf('@') > 0) {
            return "<mail>";
        }
        if (token.contains("://") || token.startsWith("www.")) {
            return "<link>";
        }
        long digits = token.chars().filter(Character::isDigit).count();
        if (digits == 0) {
            return Character.toString(first);
        }
        if (token.indexOf(':') > 0 && digits <= 4) {
            return "<time>";
        }
        if (digits >= 7) {
            return "<phone>";
        }
        return digits >= 3 ? "<hundreds>" : digits == 2 ? "<tens>" : "<digit>";
    }
}
