package org.otklik.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.DialogueIntents;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.nlp.Ranked;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.Slip;

/** Answers what was not understood in a letter of staff with the commands that come nearest, ready to be copied. */
public final class NearestCommands implements Skill {
    private static final int SHOWN = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int SHORTEST = 3;
    /** What shares less with what was said is not near. */
    private static final double NEAR = 0.3;

    private static final double ALIKE = 0.7;
    private static final List<Command> USUAL = List.of(Command.HELP, Command.FIND, Command.MY_TASKS);

    private final AccessRules access;
    private final Map<Command, Set<String>> words = new EnumMap<>(Command.class);

    public NearestCommands(AccessRules access) {
        this.access = access;
        for (var language : Language.values()) {
            WordTables.lines(language.code(), "command-words").stream()
                    .filter(line -> !line.startsWith("#") && line.contains(":"))
                    .forEach(this::add);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        var command = Command.valueOf(
                line.substring(0, colon).strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        var known = Arrays.stream(line.substring(colon + 1).split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        words.merge(command, known, (one, other) -> {
            one.addAll(other);
            return one;
        });
    }

    @Override
    public Set<String> intents() {
        return Set.of(DialogueIntents.NOT_UNDERSTOOD);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var near = new ArrayList<>(nearest(turn, heard));
        if (near.isEmpty()) {
            near.addAll(USUAL);
        }
        turn.say(
                Text.of(CommandsText.NEAREST).with("words", heard.whole().text().strip()));
        turn.quote(near.stream()
                .distinct()
                .limit(SHOWN)
                .map(command -> turn.written(Text.of(CommandsText.NEAREST_LINE)
                        .with("what", command.meaning())
                        .with("example", command.example())))
                .collect(Collectors.joining("\n")));
    }

    private List<Command> nearest(Turn turn, Heard heard) {
        var said = WORD.matcher(heard.whole().text().toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .filter(word -> word.length() >= SHORTEST)
                .toList();
        var role = turn.speaker().staff().orElseThrow().role();
        var scores = new EnumMap<Command, Double>(Command.class);
        for (var command : Command.of(access, role)) {
            double likely = heard.whole().ranked().stream()
                    .filter(ranked -> command.means(ranked.label()))
                    .mapToDouble(Ranked::confidence)
                    .sum();
            double alike = said.stream()
                    .mapToDouble(word -> words.getOrDefault(command, Set.of()).stream()
                            .mapToDouble(known -> likeness(word, known))
                            .max()
                            .orElse(0))
                    .sum();
            scores.put(command, likely + alike);
        }
        return scores.entrySet().stream()
                .filter(score -> score.getValue() >= NEAR)
                .sorted(Map.Entry.<Command, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .limit(SHOWN)
                .toList();
    }

    /** From 0 to 1: the same word, one that begins so, or one with a slip or two in it. */
    private static double likeness(String word, String known) {
        if (word.equals(known)) {
            return 1;
        }
        int shorter = Math.min(word.length(), known.length());
        if (shorter > SHORTEST && (word.startsWith(known) || known.startsWith(word))) {
            return ALIKE;
        }
        int allowed = shorter > 2 * SHORTEST ? 2 : shorter > SHORTEST ? 1 : 0;
        int slips = Slip.between(word, known);
        return slips > allowed ? 0 : ALIKE - slips / 10.0;
    }
}
