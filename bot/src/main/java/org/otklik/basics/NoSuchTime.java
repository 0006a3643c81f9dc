package org.otklik.basics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/**
 * "Remind me in 0 days", "the last -3 months", "tomorrow at 25:00", "from 5 May to 3 May", "in the year 3000": a time that cannot be, or that
 * nobody lives to see, is told and asked about, and nothing is written with another in its place. Hours of work are looked at by
 * their own form.
 */
public final class NoSuchTime implements Attentive {
    private static final Pattern CLOCK = Pattern.compile("(?<![\\d:.,])(\\d{1,2}):(\\d{2})(?![\\d:])");
    private static final int LAST_HOUR = 24;
    private static final int LAST_MINUTE = 59;
    private static final int YEARS_OF_A_LIFE = 100;
    /** How far before a day the word stands that opens a time of several. */
    private static final int REACH = 8;

    private static final String TASKS = "task";
    private static final String RECURRING = "recurring";

    /** What lasts, or is over a time. */
    private static final List<String> OF_LENGTHS = List.of(
            "tasks.", "segments.", "reports.", "giving.change_recurring", "volunteering.my_hours", "events.list");
    /** What is written down, or looked up, with its day. */
    private static final Set<String> OF_DAYS = Set.of(
            "tasks.create",
            "tasks.postpone",
            "giving.donate",
            "giving.record",
            "deals.create",
            "segments.query",
            "reports.show",
            "volunteering.join");

    private final Organization organization;
    private final EntityRecognizer recognizer;
    private final Cues edges = new Cues("from-to");

    public NoSuchTime(Organization organization, EntityRecognizer recognizer) {
        this.organization = organization;
        this.recognizer = recognizer;
    }

    @Override
    public boolean looksIntoForms() {
        return true;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var open = turn.state().form();
        boolean isOfTasks = isOpen(open, TASKS) || isAbout(open, understanding, List.of("tasks."));
        boolean isOfLengths = isOfTasks || isOpen(open, RECURRING) || isAbout(open, understanding, OF_LENGTHS);
        boolean isOfDays =
                open.isEmpty() && understanding.acts().stream().anyMatch(act -> OF_DAYS.contains(act.intent()));
        var wrong = (isOfLengths ? length(turn, understanding) : Optional.<Text>empty())
                .or(() -> isOfTasks ? clock(understanding.text()) : Optional.empty())
                .or(() -> isOfLengths ? backwards(understanding) : Optional.empty())
                .or(() -> isOfDays ? farAway(turn, understanding) : Optional.empty());
        wrong.ifPresent(turn::say);
        return wrong.isPresent();
    }

    private static boolean isOpen(Optional<OpenForm> open, String form) {
        return open.filter(now -> now.name().startsWith(form)).isPresent();
    }

    private static boolean isAbout(Optional<OpenForm> open, Understanding understanding, List<String> intents) {
        return open.isEmpty()
                && understanding.acts().stream()
                        .anyMatch(act -> intents.stream().anyMatch(act.intent()::startsWith));
    }

    /** "The year 2024" is no length of 2024 years. */
    private Optional<Text> length(Turn turn, Understanding understanding) {
        return recognizer
                .impossibleLength(understanding.text(), turn.language())
                .filter(span -> understanding
                        .all(Entity.Date.class)
                        .noneMatch(date -> date.span().overlaps(span)))
                .map(span -> Text.of(BasicsText.NO_SUCH_LENGTH).with("length", span.in(understanding.text())));
    }

    private static Optional<Text> clock(String text) {
        return CLOCK.matcher(text)
                .results()
                .filter(time -> isImpossible(number(time, 1), number(time, 2)))
                .map(MatchResult::group)
                .findFirst()
                .map(time -> Text.of(BasicsText.NO_SUCH_TIME).with("time", time));
    }

    private static int number(MatchResult time, int group) {
        return Integer.parseInt(time.group(group));
    }

    private static boolean isImpossible(int hour, int minute) {
        return hour > LAST_HOUR || (hour == LAST_HOUR && minute > 0) || minute > LAST_MINUTE;
    }

    /** "From 5 May to 3 May 2026" ends before it begins. */
    private Optional<Text> backwards(Understanding understanding) {
        var days = understanding.all(Entity.Date.class).toList();
        for (int i = 0; i + 1 < days.size(); i++) {
            var from = days.get(i);
            var to = days.get(i + 1);
            if (to.value().last().isBefore(from.value().first()) && isFromTo(understanding.text(), from, to)) {
                return Optional.of(Text.of(BasicsText.ENDS_BEFORE)
                        .with("first", from.value().first())
                        .with("last", to.value().last()));
            }
        }
        return Optional.empty();
    }

    private boolean isFromTo(String text, Entity.Date from, Entity.Date to) {
        var before =
                new Span(Math.max(0, from.span().start() - REACH), from.span().end()).in(text);
        var between =
                new StringBuilder(text.substring(from.span().end(), to.span().start()));
        edges.in(between.toString()).stream()
                .filter(found -> found.name().equals("to"))
                .map(Cues.Found::span)
                .forEach(span -> span.blank(between));
        return edges.has(before, "from") && between.chars().noneMatch(Character::isLetterOrDigit);
    }

    private Optional<Text> farAway(Turn turn, Understanding understanding) {
        var today = organization.day(turn.message().sentAt());
        return understanding
                .all(Entity.Date.class)
                .filter(date -> isFar(date.value().first(), today))
                .findFirst()
                .map(date ->
                        Text.of(BasicsText.FAR_AWAY).with("time", date.span().in(understanding.text())));
    }

    private static boolean isFar(LocalDate day, LocalDate today) {
        return day.isAfter(today.plusYears(YEARS_OF_A_LIFE)) || day.isBefore(today.minusYears(YEARS_OF_A_LIFE));
    }
}
