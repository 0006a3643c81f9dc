package org.otklik.tasks;

import static org.otklik.tasks.TaskCommands.COMMAND;
import static org.otklik.tasks.TaskCommands.SMALL;
import static org.otklik.tasks.TaskCommands.TO;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.otklik.staff.StaffMembers.Member;

/** Takes a request apart: the command, who does it, by when, and what remains, which is the thing to do in the person's own words. */
final class TaskWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");
    private static final int LONGEST_TITLE = 300;

    private final TaskCommands commands = new TaskCommands();
    private final Doers doers = new Doers(commands);
    private final TaskNews news = new TaskNews(commands);
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
    record Request(String title, Optional<Member> colleague, Optional<String> stranger) {}

    /** What is to be done, without the command, the day and the name. */
    Request request(DSLContext sql, Understanding understanding, LocalDate today) {
        var text = new StringBuilder(said(understanding));
        int offset = offset(understanding);
        due(understanding, today)
                .ifPresent(due -> blank(text, withPrepositions(understanding.text(), due.span()), offset));
        impossibleSpan(understanding.text(), Language.RU).ifPresent(day -> blank(text, day, offset));
        return take(sql, news.leftOut(text.toString()));
    }

    private Request take(DSLContext sql, String text) {
        return doers.in(sql, text)
                .map(doer -> new Request(rest(doer.rest(), 0), doer.colleague(), doer.stranger()))
                .orElseGet(() -> {
                    int from = commands.skip(text, 0, SMALL);
                    return new Request(
                            rest(text, commands.skip(text, from, Set.of(COMMAND, TO))),
                            Optional.empty(),
                            Optional.empty());
                });
    }

    /** What remains behind a place, without commands at its end and small words around it. */
    private String rest(String text, int from) {
        int begin = commands.skip(text, from, SMALL);
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
                .allMatch(word -> commands.in(word.group()).stream().anyMatch(found -> SMALL.contains(found.name())));
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
