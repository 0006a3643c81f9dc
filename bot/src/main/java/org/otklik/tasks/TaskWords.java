package org.otklik.tasks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.otklik.i18n.Language;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;

/** Takes a request apart: the command, who does it, by when, and what remains, which is the thing to do in the person's own words. */
final class TaskWords {
    private static final String COMMAND = "command";
    private static final String OPENER = "opener";
    private static final String FOR = "for";
    private static final String FILLER = "filler";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");
    private static final int LONGEST_NAME = 3;
    private static final int LONGEST_TITLE = 300;

    private final Cues commands = new Cues("task-commands");
    private final Cues deadlines = new Cues("deadlines");
    private final EntityRecognizer recognizer;

    TaskWords(EntityRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    /**
     * A request taken apart.
     *
     * @param title what is to be done; may be blank
     * @param colleague who is to do it
     * @param stranger a name at the place of the colleague's that is none of ours
     */
    record Request(String title, Optional<Colleagues.Colleague> colleague, Optional<String> stranger) {}

    /** What is to be done, without the command, the day and the name. */
    Request request(DSLContext sql, Understanding understanding, LocalDate today) {
        var text = new StringBuilder(said(understanding));
        int offset = offset(understanding);
        due(understanding, today)
                .ifPresent(due -> blank(text, withPrepositions(understanding.text(), due.span()), offset));
        impossibleSpan(understanding.text(), Language.RU).ifPresent(day -> blank(text, day, offset));
        return take(sql, text.toString());
    }

    private Request take(DSLContext sql, String text) {
        int from = skip(text, 0, FILLER);
        var command = at(text, from)
                .filter(found -> found.name().equals(COMMAND) || found.name().equals(OPENER));
        int afterCommand = command.map(found -> found.span().end()).orElse(from);
        var people = new Colleagues(sql);
        int nameFrom = skip(text, afterCommand, FOR);
        var colleague = name(text, nameFrom).stream()
                .flatMap(span -> people.named(span.in(text)).stream().map(found -> new Named(found, span)))
                .findFirst()
                .filter(named -> command.isPresent() || nameFrom > afterCommand);
        boolean isOpened = command.filter(found -> found.name().equals(OPENER)).isEmpty() || colleague.isPresent();
        if (colleague.isPresent() && isOpened) {
            // «Поставь Ольге задачу …»: the name may stand inside the command.
            int afterName = skip(text, colleague.get().span().end(), COMMAND);
            return new Request(rest(text, afterName), colleague.map(Named::colleague), Optional.empty());
        }
        var stranger = addressee(text, afterCommand, nameFrom, command.isPresent());
        if (stranger.isPresent()) {
            return new Request(rest(text, stranger.get().end()), Optional.empty(), stranger.map(span -> span.in(text)));
        }
        int begin = command.filter(found -> found.name().equals(COMMAND)).isPresent() ? afterCommand : from;
        return new Request(rest(text, begin), Optional.empty(), Optional.empty());
    }

    private record Named(Colleagues.Colleague colleague, Span span) {}

    /** The words at a place that may be a name, the longest first. */
    private static List<Span> name(String text, int from) {
        var words = WORD.matcher(text);
        var spans = new ArrayList<Span>();
        int end = from;
        while (spans.size() < LONGEST_NAME
                && words.find(end)
                && text.substring(end, words.start()).isBlank()) {
            end = words.end();
            spans.addFirst(new Span(from + leadingBlanks(text, from), end));
        }
        return spans;
    }

    private static int leadingBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    /** A name that a colon follows, or that stands behind "for": "task Mary: …", "task for Mark, …". */
    private static Optional<Span> addressee(String text, int afterCommand, int nameFrom, boolean isCommand) {
        return name(text, nameFrom).reversed().stream()
                .filter(span -> isCommand && isCapitalised(span.in(text)))
                .filter(span -> {
                    var next = text.substring(span.end()).strip();
                    return next.startsWith(":") || (nameFrom > afterCommand && next.startsWith(","));
                })
                .findFirst();
    }

    private static boolean isCapitalised(String name) {
        return name.chars().findFirst().stream().allMatch(Character::isUpperCase);
    }

    /** What remains behind a place, without commands at its end and small words around it. */
    private String rest(String text, int from) {
        int begin = skip(text, from, FILLER);
        var rest = text.substring(begin);
        var last = commands.in(rest).stream()
                .filter(found -> found.name().equals(COMMAND))
                .filter(found -> found.span().start() > 0)
                .filter(found -> isFiller(rest.substring(found.span().end())))
                .findFirst();
        var title = last.map(found -> rest.substring(0, found.span().start())).orElse(rest);
        return shortened(tidy(title));
    }

    private boolean isFiller(String text) {
        return WORD.matcher(text)
                .results()
                .allMatch(word -> commands.in(word.group()).stream()
                        .anyMatch(found -> found.name().equals(FILLER)));
    }

    private static String tidy(String title) {
        return title.replaceAll("\\s+([,.;:!?])", "$1")
                .replaceAll("([,;:])(?:\\s*[,;:])+", "$1")
                .replaceAll("\\s+", " ")
                .replaceAll("^[\\s\\p{Pd},.;:!?]+|[\\s\\p{Pd},.;:!]+$", "");
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE / 2)) + "…";
    }

    /** The place behind phrases of a kind that stand in a row from another place on. */
    private int skip(String text, int from, String kind) {
        int at = from;
        for (var found = at(text, at); found.isPresent() && found.get().name().equals(kind); found = at(text, at)) {
            at = found.get().span().end();
        }
        return at;
    }

    /** The phrase that begins at a place, behind blanks and punctuation. */
    private Optional<Cues.Found> at(String text, int from) {
        var rest = text.substring(from);
        return commands.in(rest).stream()
                .findFirst()
                .filter(found -> rest.substring(0, found.span().start()).chars().noneMatch(Character::isLetterOrDigit))
                .map(found -> new Cues.Found(
                        found.name(),
                        new Span(
                                from + found.span().start(), from + found.span().end())));
    }

    /**
     * When it is to be done: of several times one that says an hour, then one that is a deadline, then the first single day. What
     * has passed is meant only where nothing else is.
     */
    Optional<Entity> due(Understanding understanding, LocalDate today) {
        var text = understanding.text();
        var times = understanding.entities().stream()
                .filter(entity -> entity instanceof Entity.DateTime || entity instanceof Entity.Date)
                .filter(entity -> !isMatter(text, entity))
                .toList();
        var ahead = times.stream().filter(time -> !last(time).isBefore(today)).toList();
        return best(text, ahead.isEmpty() ? times : ahead);
    }

    private static LocalDate last(Entity time) {
        return switch (time) {
            case Entity.Date date -> date.value().last();
            case Entity.DateTime moment -> moment.value().toLocalDate();
            default -> throw new IllegalArgumentException("no time: " + time);
        };
    }

    private Optional<Entity> best(String text, List<Entity> times) {
        return times.stream()
                .filter(Entity.DateTime.class::isInstance)
                .findFirst()
                .or(() -> times.stream()
                        .filter(time -> isDeadline(text, time.span()))
                        .findFirst())
                .or(() -> times.stream().filter(TaskWords::isDay).findFirst())
                .or(() -> times.stream().findFirst());
    }

    private static boolean isDay(Entity entity) {
        return entity instanceof Entity.Date date && date.value() instanceof DateValue.Day;
    }

    /** "The report for May": what the task is about, and not when. */
    private boolean isMatter(String text, Entity entity) {
        return deadlines.in(text).stream()
                .filter(found -> found.name().equals("matter"))
                .anyMatch(found -> isRightBefore(text, found.span(), entity.span()));
    }

    /** Whether it is to be done by then, and not then. */
    boolean isDeadline(String text, Span due) {
        return deadlines.in(text).stream()
                .filter(found -> found.name().equals("deadline"))
                .anyMatch(found -> isRightBefore(text, found.span(), due));
    }

    /** The word may belong to the time as it was recognised, or stand before it. */
    private static boolean isRightBefore(String text, Span word, Span time) {
        boolean isItsBeginning = word.start() <= time.start() && word.end() > time.start() && word.end() < time.end();
        return isItsBeginning
                || (word.end() <= time.start()
                        && text.substring(word.end(), time.start()).isBlank());
    }

    private Span withPrepositions(String text, Span span) {
        int start = span.start();
        var before = deadlines.in(text.substring(0, start));
        for (int i = before.size() - 1; i >= 0; i--) {
            var word = before.get(i);
            if (!text.substring(word.span().end(), start).isBlank()) {
                break;
            }
            start = word.span().start();
        }
        return new Span(start, span.end());
    }

    /** The words of a day that no calendar has. */
    Optional<String> impossibleDay(Understanding understanding, Language language) {
        return impossibleSpan(understanding.text(), language).map(span -> span.in(understanding.text()));
    }

    private Optional<Span> impossibleSpan(String text, Language language) {
        return recognizer.impossibleDay(text, language);
    }

    private static void blank(StringBuilder text, Span span, int offset) {
        int from = Math.max(0, span.start() - offset);
        int to = Math.min(text.length(), span.end() - offset);
        for (int at = from; at < to; at++) {
            text.setCharAt(at, ' ');
        }
    }

    private static String said(Understanding understanding) {
        var said = understanding.acts().stream()
                .filter(act -> act.is(TaskForm.CREATE))
                .map(Act::text)
                .collect(Collectors.joining(" "));
        return said.isBlank() || !understanding.text().contains(said) ? understanding.text() : said;
    }

    private static int offset(Understanding understanding) {
        return Math.max(0, understanding.text().indexOf(said(understanding)));
    }
}
