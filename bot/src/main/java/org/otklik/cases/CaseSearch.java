package org.otklik.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.schema.tables.records.ServiceCaseRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;

/** Which open cases staff speak of: by number, by who waits, by kind. */
final class CaseSearch {
    private static final Cues KINDS = new Cues("case-kinds");
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
        var numbers = NUMBER.matcher(understanding.text())
                .results()
                .map(found -> Long.valueOf(found.group()))
                .collect(Collectors.toSet());
        var numbered =
                open.stream().filter(row -> numbers.contains(row.getNumber())).toList();
        if (!numbered.isEmpty()) {
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
        var contacts = new Contacts(turn.sql());
        var found = new ArrayList<ContactRecord>();
        understanding.all(Entity.Person.class).forEach(person -> {
            found.addAll(contacts.named(person.name().base()));
            found.addAll(contacts.named(person.span().in(understanding.text())));
        });
        return found.isEmpty() ? mentions().known() : found;
    }

    private Mentions mentions() {
        return new Mentions(new Contacts(turn.sql()), understanding);
    }
}
