package org.otklik.channels.email.reply;

import java.util.stream.Stream;

/** The line that a telephone or its mail program adds below what somebody types on it. */
final class DeviceLine {
    private static final int LONGEST = 90;
    private static final int LONGEST_BELOW = 60;
    private static final int MOST_LINES_BELOW = 5;
    private static final int MOST_WORDS = 9;
    private static final int MOST_BARE_WORDS = 5;

    private DeviceLine() {}

    /** A letter may begin "Sent via PayPal yesterday": where text could be lost, the line has to name a device. */
    static boolean isAt(Stretch stretch, int i) {
        var text = stretch.text(i);
        var line = Stretch.undecorated(text);
        int words = line.split("\\s+").length;
        if (text.length() > LONGEST || goesOnAsProse(stretch, i) || (words > MOST_WORDS && !stretch.hasTextAbove(i))) {
            return false;
        }
        if (Phrase.BAREDEVICE.starts(line)) {
            return words <= MOST_BARE_WORDS;
        }
        boolean isBelowText = stretch.hasTextAbove(i)
                && stretch.isParagraphStart(i)
                && stretch.rest(i) <= MOST_LINES_BELOW
                && stretch.areShort(i);
        return Phrase.DEVICE
                .startOf(line)
                .map(start ->
                        isBelowText || Phrase.DEVICENAME.isWordIn(text) || isModel(line.substring(start.length())))
                .orElse(false);
    }

    /** "Wiko RIDGE FAB 4G". */
    private static boolean isModel(String text) {
        return !text.isBlank()
                && Stream.of(text.strip().split("\\s+")).allMatch(word -> !Character.isLowerCase(word.codePointAt(0)));
    }

    private static boolean goesOnAsProse(Stretch stretch, int i) {
        return stretch.below(i)
                .filter(line -> line.text().length() > LONGEST_BELOW)
                .isPresent();
    }
}
