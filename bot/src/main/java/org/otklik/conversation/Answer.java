package org.otklik.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.otklik.channels.Attachment;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.channels.Table;
import org.otklik.channels.Threading;
import org.otklik.i18n.Text;

/** What a turn has come to say and to tell of so far, to those whom it answers and to others. */
final class Answer {
    private final List<Object> said = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<String> offeredUnder = new ArrayList<>();
    private String heading = "";
    private final List<Attachment> attached = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Outbox.Draft> notices = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private int saidBefore;
    private int entriesBefore;
    private boolean changed;
    private boolean changedBefore;
    private boolean isSilent;
    private UnaryOperator<Text> wording = UnaryOperator.identity();

    record Offer(Text label, Action action, Choice.Answer answer, boolean ownPhone) {}

    /** A choice among those of several parts of a message needs the words that it answers, so many of them at most. */
    private static final int LONGEST_HEADING = 40;

    /** How far it had come. */
    record Mark(int said, int offers, int attached, int tables, int notices, int entries, boolean changed) {}

    Mark mark() {
        return new Mark(
                said.size(),
                offers.size(),
                attached.size(),
                tables.size(),
                notices.size(),
                entries.size(),
                changed || changedBefore);
    }

    /** As if nothing had been said since. */
    void backTo(Mark mark) {
        cut(said, mark.said);
        cut(offers, mark.offers);
        cut(offeredUnder, mark.offers);
        cut(attached, mark.attached);
        cut(tables, mark.tables);
        cut(notices, mark.notices);
        cut(entries, mark.entries);
        changed = mark.changed;
    }

    private static void cut(List<?> list, int size) {
        list.subList(size, list.size()).clear();
    }

    /** What comes now answers another part of the message. */
    void begin(String words) {
        heading = words;
        said.add(words);
        saidBefore = said.size();
        entriesBefore = entries.size();
        changedBefore |= changed;
        changed = false;
    }

    void say(Text text) {
        said.add(text);
    }

    void quote(String words) {
        said.add(words);
    }

    void show(Table table) {
        tables.add(table);
        said.add(table.plain());
    }

    void offer(Offer offer) {
        offers.add(offer);
        offeredUnder.add(heading);
    }

    void attach(Attachment file) {
        attached.add(file);
    }

    void notice(Outbox.Draft draft) {
        notices.add(draft);
    }

    void wrote(Entry entry) {
        entries.add(entry);
    }

    void changed() {
        changed = true;
    }

    /** Whether the part of the message that is read now has been answered. */
    boolean hasSpoken() {
        return said.size() > saidBefore;
    }

    /** Whether the part of the message that is read now has made records. */
    boolean hasDone() {
        return changed || entries.size() > entriesBefore;
    }

    boolean hasWritten() {
        return changed || changedBefore || !entries.isEmpty();
    }

    boolean isWordsOnly() {
        return !hasWritten() && attached.isEmpty();
    }

    /** Nothing of this goes to who wrote. */
    void keepSilent() {
        isSilent = true;
    }

    boolean isSilent() {
        return isSilent;
    }

    /** All that is said is put into other words. */
    void reword(UnaryOperator<Text> words) {
        wording = words;
    }

    /** Whether nothing is to be sent. */
    boolean isEmpty() {
        return isSilent || (said.isEmpty() && attached.isEmpty());
    }

    String text(Function<Text, String> say) {
        return said.stream()
                .map(part -> part instanceof Text text ? say.apply(wording.apply(text)) : (String) part)
                .collect(Collectors.joining("\n\n"));
    }

    boolean hasOffered() {
        return !offers.isEmpty();
    }

    List<Choice> choices(Function<Text, String> say) {
        boolean areOfSeveral = offeredUnder.stream().distinct().count() > 1;
        return IntStream.range(0, offers.size())
                .mapToObj(i -> areOfSeveral
                        ? choice(offers.get(i), say, " (" + shortened(offeredUnder.get(i)) + ")", Choice.Answer.NEITHER)
                        : choice(offers.get(i), say, "", offers.get(i).answer()))
                .toList();
    }

    private static Choice choice(Offer offer, Function<Text, String> say, String whose, Choice.Answer answer) {
        return new Choice(say.apply(offer.label()) + whose, offer.action(), answer, offer.ownPhone());
    }

    private static String shortened(String words) {
        var plain = words.replaceFirst("^> ", "");
        return plain.length() <= LONGEST_HEADING
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_HEADING / 2)) + "…";
    }

    List<Attachment> attached() {
        return List.copyOf(attached);
    }

    List<Table> tables() {
        return List.copyOf(tables);
    }

    List<Outbox.Draft> notices() {
        return List.copyOf(notices);
    }

    /**
     * What is kept of it beside its words.
     *
     * @param form the one that waits for an answer to it
     */
    Payload.Said said(List<Choice> choices, Optional<Threading> threading, Optional<String> form) {
        return new Payload.Said(choices, Author.BOT, threading, attached.size(), entries, tables, form);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
