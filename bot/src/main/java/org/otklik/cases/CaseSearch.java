package org.otklik.cases;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.schema.tables.records.ServiceCaseRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;

/** Which open cases staff speak of: by number, by who waits, by kind. */
final class CaseSearch {
    private static final Cues KINDS = new Cues("case-kinds");
    private static final Cues CALLED = new Cues("case-nouns");
    /** A number right behind a word, or behind another small one: "no.". */
    private static final Pattern BEHIND =
            Pattern.compile("[^\\p{L}\\p{N}]{1,3}(?:\\p{L}{1,6}[. ]{1,2})?(\\d{1,9})(?!\\d)");

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{3,9}(?!\\d)");

    private final Turn turn;
    private final Understanding understanding;

    CaseSearch(Turn turn, Understanding understanding) {
        this.turn = turn;
        this.understanding = understanding;
    }

    /** The cases that are meant; all open ones where nothing says which. */
    List<ServiceCaseRecord> found() {
        var open = new Cases(turn.sql()).open();
        var numbers = numbers(understanding.text()).collect(Collectors.toSet());
        var numbered =
                open.stream().filter(row -> numbers.contains(row.getNumber())).toList();
        if (!numbered.isEmpty() || isNumbered()) {
            return numbered;
        }
        var people = people();
        var left = people.isEmpty()
                ? open
                : open.stream()
                        .filter(row -> people.contains(row.getContactId()))
                        .toList();
        var kinds =
                KINDS.in(understanding.text()).stream().map(Cues.Found::name).collect(Collectors.toSet());
        var ofKind = left.stream().filter(row -> kinds.contains(row.getKind())).toList();
        return ofKind.isEmpty() ? left : ofKind;
    }

    private static Stream<String> called(String text) {
        return CALLED.in(text).stream()
                .map(found -> BEHIND.matcher(text).region(found.span().end(), text.length()))
                .filter(Matcher::lookingAt)
                .map(matcher -> matcher.group(1));
    }

    /** "Case 7", "1024": a number that says itself that it is one, or stands behind the word for a case. */
    private static Stream<Long> numbers(String text) {
        return Stream.concat(called(text), NUMBER.matcher(text).results().map(MatchResult::group))
                .map(Long::valueOf);
    }

    /** Whether a number stands behind the word for a case: then no other one is meant. */
    boolean isNumbered() {
        return called(understanding.text()).findAny().isPresent();
    }

    /** Whether a case is spoken of by its number. */
    static boolean isNumbered(Turn turn, String text) {
        var numbers = numbers(text).collect(Collectors.toSet());
        return !CALLED.in(text).isEmpty()
                && !numbers.isEmpty()
                && new Cases(turn.sql()).open().stream().anyMatch(row -> numbers.contains(row.getNumber()));
    }

    /** Whether somebody is named who may wait, known or not. */
    boolean namesSomebody() {
        return !people().isEmpty()
                || (mentions().spelling().isPresent() && colleague().isEmpty());
    }

    private List<Long> people() {
        var staff = new StaffMembers(turn.sql());
        return named().stream()
                .map(ContactRecord::getId)
                .filter(id -> !staff.isActive(id))
                .toList();
    }

    /** The colleague to whom a case is to be given. */
    Optional<Member> colleague() {
        var ids = named().stream().map(ContactRecord::getId).toList();
        var found = new StaffMembers(turn.sql())
                .active().stream()
                        .filter(member -> ids.contains(member.contactId()))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<ContactRecord> named() {
        return mentions().everybody();
    }

    private Mentions mentions() {
        return new Mentions(new Contacts(turn.sql()), understanding);
    }
}
