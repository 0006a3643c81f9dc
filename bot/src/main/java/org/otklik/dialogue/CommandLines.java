package org.otklik.dialogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understander;
import org.otklik.nlu.Understanding;

/**
 * Tells whether the lines of a letter are commands, each for itself, or one text. What each line means as a whole decides: a line that
 * asks for something stands by itself; one that tells something does so only if it speaks of somebody else, and is no next sentence
 * of the same note.
 */
final class CommandLines {
    private static final Pattern BULLET = Pattern.compile("^(?:[-*•‣◦–—·+]|\\d{1,2}[.)])\\s+(?=\\S)");
    private static final Pattern TRANSLATION = Pattern.compile("(?m)^\\s*\\p{L}{2}:\\s");
    private static final Pattern HEADING = Pattern.compile("\\s*([^:\\n]{3,40}):");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…;][»”\"')]*$");
    private static final Pattern GOES_ON = Pattern.compile("[,:–—(]$");
    private static final Pattern FIRST_WORD = Pattern.compile("^[\\p{P}\\s]*([\\p{L}\\p{N}'’]+)");
    /** Mail programs break lines that would be longer than that (RFC 5322 §2.1.1 recommends 78). */
    private static final int NARROW = 66;

    /** A command is short; a longer line is prose. */
    private static final int LONGEST_UNKNOWN = 90;

    /** What is only looked at, or done to the bot itself. */
    private static final Set<String> ASKING = Set.of(
            "contacts.find",
            "contacts.timeline",
            "contacts.duplicates",
            "tasks.list",
            "cases.list",
            "deals.pipeline",
            "events.list",
            "segments.query",
            "reports.show",
            "exports.request",
            "imports.start",
            "staff.invite",
            "surveys.send",
            "conversation.help",
            DialogueIntents.UNDO);

    private static final Set<String> TELLING = Set.of(DialogueIntents.LOG, "giving.record", "feedback.give");
    private static final Set<String> COURTESIES =
            Set.of("conversation.greet", "conversation.thanks", "conversation.goodbye");

    private final Understander understander;
    private final IntentPolicy skills;
    private final Phrases headings = new Phrases("headings");
    private final Phrases continuing = new Phrases("continuing");

    CommandLines(Understander understander, IntentPolicy skills) {
        this.understander = understander;
        this.skills = skills;
    }

    /** What a line is, beside those before it. */
    private enum Kind {
        ASKS,
        DOES,
        TELLS,
        UNKNOWN,
        COURTESY
    }

    private record Line(String text, boolean isMarked, boolean isAfterGap) {}

    /** What belongs together. */
    private static final class Part {
        final StringBuilder text;
        final Kind kind;
        String last;

        Part(String first, Kind kind) {
            this.text = new StringBuilder(first);
            this.kind = kind;
            this.last = first;
        }

        void add(String line) {
            text.append('\n').append(line);
            last = line;
        }
    }

    /** The commands, in their order; all of the words as one where they belong together. */
    List<String> of(Turn turn, String words) {
        var lines = lines(words);
        var heading = HEADING.matcher(words);
        boolean isOne = lines.size() < 2
                || turn.state().form().isPresent()
                || TRANSLATION.matcher(words).find()
                || (heading.lookingAt() && headings.meaning(heading.group(1)).isPresent());
        if (isOne) {
            return List.of(words);
        }
        var parts = parts(turn, lines);
        boolean areCommands = parts.size() > 1
                && parts.stream().anyMatch(part -> part.kind != Kind.UNKNOWN)
                && parts.stream().filter(part -> part.kind == Kind.UNKNOWN).count() <= parts.size() / 2;
        return areCommands ? parts.stream().map(part -> part.text.toString()).toList() : List.of(words);
    }

    private static List<Line> lines(String words) {
        var lines = new ArrayList<Line>();
        boolean isGap = false;
        for (var typed : words.lines().toList()) {
            var line = typed.strip();
            if (line.isEmpty()) {
                isGap = true;
            } else {
                var text = BULLET.matcher(line).replaceFirst("");
                lines.add(new Line(text, !text.equals(line), isGap && !lines.isEmpty()));
                isGap = false;
            }
        }
        return lines;
    }

    private List<Part> parts(Turn turn, List<Line> lines) {
        var parts = new ArrayList<Part>();
        var named = new HashSet<String>();
        for (var line : lines) {
            var understanding = skills.asMeant(
                    turn, understander.understand(line.text(), turn.message().sentAt(), turn.language(), true));
            var kind = kind(understanding);
            if (parts.isEmpty()) {
                if (kind != Kind.COURTESY) {
                    parts.add(new Part(line.text(), kind));
                }
            } else if (goesOn(parts.getLast(), line, kind, understanding, named)) {
                parts.getLast().add(line.text());
            } else if (kind != Kind.COURTESY) {
                parts.add(new Part(line.text(), kind));
            }
            named.addAll(names(understanding));
        }
        return parts;
    }

    private Kind kind(Understanding words) {
        var main = words.main().filter(Act::isSure);
        if (understander.isSalutation(words.text())
                || main.filter(act -> COURTESIES.contains(act.intent())).isPresent()) {
            return Kind.COURTESY;
        }
        return main.map(act -> ASKING.contains(act.intent())
                        ? Kind.ASKS
                        : TELLING.contains(act.intent())
                                ? Kind.TELLS
                                : skills.isStaffs(act.intent()) ? Kind.DOES : Kind.UNKNOWN)
                .orElse(Kind.UNKNOWN);
    }

    private boolean goesOn(Part before, Line line, Kind kind, Understanding words, Set<String> named) {
        if (GOES_ON.matcher(before.last).find() || isWrapped(before.last, line)) {
            return true;
        }
        boolean opensAnew = line.isMarked() || line.isAfterGap();
        boolean pointsBack = continuing.opening(line.text()).isPresent();
        boolean namesAnother = !named.containsAll(names(words));
        return switch (kind) {
            case COURTESY -> false;
            case ASKS -> pointsBack && before.kind == Kind.TELLS && !opensAnew;
            case DOES -> !namesSomebody(words) && (before.kind == Kind.TELLS || pointsBack);
            case TELLS ->
                !namesAnother
                        || pointsBack
                        || (!opensAnew
                                && before.kind == Kind.TELLS
                                && SENTENCE_END.matcher(before.last).find());
            case UNKNOWN ->
                before.kind == Kind.TELLS
                        || before.kind == Kind.DOES
                        || line.text().length() > LONGEST_UNKNOWN
                        || (pointsBack && !opensAnew);
        };
    }

    /** Whether the first word of the line would not have found room in the one before. */
    private static boolean isWrapped(String before, Line line) {
        var first = FIRST_WORD.matcher(line.text());
        return !line.isMarked()
                && !line.isAfterGap()
                && first.find()
                && before.length() + 1 + first.group(1).length() > NARROW
                && !SENTENCE_END.matcher(before).find();
    }

    private static boolean namesSomebody(Understanding words) {
        return words.entities().stream().anyMatch(Entity::namesSomebody);
    }

    private static List<String> names(Understanding words) {
        return words.entities().stream()
                .flatMap(entity -> switch (entity) {
                    case Entity.Person person -> Stream.of(person.name().base());
                    case Entity.Organization organization -> Stream.of(organization.base());
                    default -> Stream.<String>empty();
                })
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }
}
