package org.otklik.dialogue;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.Slip;
import org.otklik.nlu.grammar.Folding;

/**
 * Finds commands such as {@code /start 12345678} in what was typed, whatever their case. Characters that can't be seen don't hide one, and
 * letters that only look alike don't make one.
 */
final class SlashCommands {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}\\x{FE00}-\\x{FE0F}&&[^\\s]]+");
    private static final Pattern TYPED =
            Pattern.compile("(?s)/(\\p{L}[\\p{L}\\p{N}\\p{M}_]{0,39})(?:@\\w{1,40})?(?:\\s+(\\S.*)?)?");
    /** Who types more has something else to say. */
    private static final int LONGEST_ARGUMENT = 500;

    private static final int MOST_SLIPS = 2;
    private static final int SHOWN = 3;

    private final Map<String, SlashCommand> names = new LinkedHashMap<>();
    private final SpoofChecker lookalikes = new SpoofChecker.Builder().build();

    SlashCommands() {
        for (var language : Language.values()) {
            WordTables.lines(language.code(), "slash-commands").stream()
                    .filter(line -> !line.startsWith("#") && line.contains(":"))
                    .forEach(this::add);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        var command = SlashCommand.valueOf(line.substring(0, colon).strip().toUpperCase(Locale.ROOT));
        Arrays.stream(line.substring(colon + 1).split(","))
                .forEach(name -> names.put(Folding.fold(name.strip()), command));
    }

    /**
     * What was typed behind a stroke.
     *
     * @param command what it asks for; empty where nothing is called so
     * @param name as it was typed, without the stroke
     * @param argument what follows
     */
    record Typed(Optional<SlashCommand> command, String name, String argument) {
        boolean is(SlashCommand other) {
            return command.filter(other::equals).isPresent();
        }

        /** The same as words. */
        String words() {
            return (name.replace('_', ' ') + " " + argument).strip();
        }
    }

    Optional<Typed> in(String text) {
        if (text.length() > 2 * LONGEST_ARGUMENT) {
            return Optional.empty();
        }
        var seen = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip();
        var matched = TYPED.matcher(seen);
        if (!matched.matches()) {
            return Optional.empty();
        }
        var argument = Optional.ofNullable(matched.group(2)).orElse("").strip();
        return argument.length() > LONGEST_ARGUMENT
                ? Optional.empty()
                : Optional.of(new Typed(command(matched.group(1)), matched.group(1), argument));
    }

    private Optional<SlashCommand> command(String name) {
        return Optional.ofNullable(names.get(Folding.fold(name)));
    }

    /** Those that come nearest to a name that is none; the usual ones where none is near. */
    List<SlashCommand> nearest(String name, boolean isStaff) {
        var near = near(name, isStaff, MOST_SLIPS);
        return near.isEmpty()
                ? List.of(SlashCommand.START, SlashCommand.HELP, isStaff ? SlashCommand.TASKS : SlashCommand.LINK)
                : near;
    }

    /** Whether a name is a command with a slip in it, or in letters that look alike, rather than a word of its own. */
    boolean isMistyped(String name, boolean isStaff) {
        return !near(name, isStaff, 1).isEmpty();
    }

    private List<SlashCommand> near(String name, boolean isStaff, int slips) {
        var typed = shape(name);
        return names.entrySet().stream()
                .filter(entry -> isStaff || !entry.getValue().isForStaffOnly())
                .map(entry -> Map.entry(entry.getValue(), distance(typed, shape(entry.getKey()))))
                .filter(entry -> entry.getValue() <= slips)
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    /** How a word looks: the same for letters of any alphabet that can't be told apart (UTS 39). */
    private String shape(String word) {
        return lookalikes.getSkeleton(Folding.fold(word));
    }

    private static int distance(String typed, String known) {
        boolean isBegun = typed.length() > MOST_SLIPS && known.startsWith(typed);
        int slips = Slip.between(typed, known);
        return isBegun ? Math.min(1, slips) : slips * 2 >= known.length() ? Integer.MAX_VALUE : slips;
    }
}
