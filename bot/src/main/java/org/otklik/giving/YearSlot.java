package org.otklik.giving;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.GiftRecord;

/** For which year. It is asked of who has given in several, and says none. */
final class YearSlot implements Slot<Integer> {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    private static final int CHOICES = 4;

    private final String form;
    private final Organization organization;

    YearSlot(String form, Organization organization) {
        this.form = form;
        this.organization = organization;
    }

    @Override
    public String name() {
        return "year";
    }

    @Override
    public Class<Integer> type() {
        return Integer.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return years(turn).size() > 1;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(GivingText.ASK_YEAR);
        years(turn).stream()
                .limit(CHOICES)
                .forEach(year -> FormFilling.offer(
                        turn,
                        form,
                        name(),
                        Text.of(GivingText.YEAR).with("year", String.valueOf(year)),
                        IntNode.valueOf(year)));
    }

    @Override
    public Optional<Integer> hear(Turn turn, Understanding understanding, boolean asked) {
        return understanding
                .all(Entity.Date.class)
                .map(Entity.Date::value)
                .filter(value -> value.first().getYear() == value.last().getYear())
                .map(value -> value.first().getYear())
                .findFirst()
                .or(() -> YEAR.matcher(understanding.text())
                        .results()
                        .map(found -> Integer.valueOf(found.group()))
                        .findFirst());
    }

    /** The year that was said; else the only one in which something was given, or this one. */
    int wanted(Turn turn, Answers answers) {
        return answers.find(this)
                .or(() -> years(turn).stream().findFirst())
                .orElseGet(() -> organization.day(turn.at()).getYear());
    }

    private List<Integer> years(Turn turn) {
        return gifts(turn).stream()
                .map(gift -> gift.getReceivedOn().getYear())
                .distinct()
                .toList();
    }

    /** What was received of who speaks, newest first. */
    List<GiftRecord> gifts(Turn turn) {
        return turn.speaker()
                .contactId()
                .filter(contact -> turn.speaker().isKnown())
                .map(new Gifts(turn.sql())::received)
                .orElse(List.of());
    }
}
