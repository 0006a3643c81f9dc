package org.otklik.tasks;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;

/** Staff say at which hour they want the digest of their overdue tasks, or that they want none. */
public final class DigestHour implements Attentive {
    private static final String DIGEST = "digest";
    private static final String OFF = "off";
    private static final String NO = "no";
    private static final String ON = "on";
    private static final String LATE = "late";
    private static final Pattern FIGURES = Pattern.compile("\\d{1,2}");
    private static final int HALF_DAY = 12;
    /** Who says more speaks of something else. */
    private static final int MOST_WORDS = 14;

    /** What is about somebody or something, for which a digest is no more than a word. */
    private static final Set<String> OTHER =
            Set.of("tasks.create", "interactions.log", "mailing.frequency", "reports.show", "campaigns.send");

    private final Organization organization;
    private final Cues cues = new Cues("digest");

    public DigestHour(Organization organization) {
        this.organization = organization;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var text = understanding.text();
        var named = cues.in(text).stream().map(Cues.Found::name).toList();
        if (!turn.speaker().isStaff() || !named.contains(DIGEST) || isOther(understanding)) {
            return false;
        }
        var hour = hour(understanding);
        boolean isRefused =
                named.contains(OFF) && understanding.wrong().entities().isEmpty();
        if (isRefused || (hour.isEmpty() && named.contains(NO))) {
            stop(turn);
        } else if (hour.isPresent()) {
            choose(turn, hour.get());
        } else if (named.contains(ON)) {
            choose(turn, chosen(turn).orElse(StaffMembers.USUAL_DIGEST));
        } else {
            return false;
        }
        return true;
    }

    /** A report of a month, somebody else's wish, or a whole story. */
    private static boolean isOther(Understanding understanding) {
        return understanding.text().split("\\s+").length > MOST_WORDS
                || understanding.entities().stream()
                        .anyMatch(entity -> entity.namesSomebody()
                                || (entity instanceof Entity.Date(var _, var value)
                                        && !(value instanceof DateValue.Day)))
                || understanding.acts().stream().filter(Act::isSure).anyMatch(DigestHour::isOther);
    }

    private static boolean isOther(Act act) {
        return OTHER.contains(act.intent())
                && !act.entities().isEmpty()
                && act.entities().stream().noneMatch(Entity.DateTime.class::isInstance);
    }

    /** "At 7:30" is in the morning, whatever time it is now. */
    private Optional<LocalTime> hour(Understanding understanding) {
        var text = understanding.text();
        boolean isLate = cues.has(text, LATE);
        return understanding
                .right()
                .all(Entity.DateTime.class)
                .findFirst()
                .map(moment -> isLate ? moment.value().toLocalTime() : early(moment, text));
    }

    private static LocalTime early(Entity.DateTime moment, String text) {
        var time = moment.value().toLocalTime();
        var figures = FIGURES.matcher(moment.span().in(text));
        boolean isGuessed = figures.find() && Integer.parseInt(figures.group()) == time.getHour() - HALF_DAY;
        return isGuessed ? time.minusHours(HALF_DAY) : time;
    }

    private static long self(Turn turn) {
        return turn.speaker().staff().orElseThrow().id();
    }

    private static Optional<LocalTime> chosen(Turn turn) {
        return new StaffMembers(turn.sql()).digestAt(self(turn));
    }

    private void choose(Turn turn, LocalTime hour) {
        var before = chosen(turn);
        var here = turn.at().atZone(new StaffMembers(turn.sql()).get(self(turn)).zone(organization));
        if (before.equals(Optional.of(hour))) {
            turn.say(Text.of(TasksText.DIGEST_ALREADY).with("time", hour));
            return;
        }
        new StaffMembers(turn.sql()).digestAt(self(turn), Optional.of(hour));
        turn.changed();
        planToday(turn, here, before, hour);
        turn.say(Text.of(TasksText.DIGEST_AT).with("time", hour));
    }

    /** The night has planned the coming day by the hour of then, and nothing for who had none. */
    private void planToday(Turn turn, ZonedDateTime here, Optional<LocalTime> before, LocalTime hour) {
        LocalDate today = here.toLocalDate();
        if (!hour.isAfter(here.toLocalTime()) || !organization.officeHours().isWorkingDay(today)) {
            return;
        }
        var morning = today.atTime(hour).atZone(here.getZone());
        if (before.isPresent()) {
            OverdueDigest.move(turn.sql(), self(turn), morning);
        } else {
            OverdueDigest.schedule(turn.sql(), self(turn), morning, turn.at());
        }
    }

    private static void stop(Turn turn) {
        if (chosen(turn).isEmpty()) {
            turn.say(TasksText.DIGEST_OFF_ALREADY);
            return;
        }
        new StaffMembers(turn.sql()).digestAt(self(turn), Optional.empty());
        turn.changed();
        turn.say(TasksText.DIGEST_OFF);
    }
}
