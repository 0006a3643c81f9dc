package org.otklik.directory;

import java.util.List;
import java.util.Optional;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;

/** Members of staff whom a message names. */
final class Colleagues {
    private Colleagues() {}

    /** The one member of staff that is named; nobody where a name may mean two. */
    static Optional<Member> named(Turn turn, Understanding understanding) {
        return understanding
                .all(Entity.Person.class)
                .flatMap(person -> of(turn, person).stream())
                .findFirst();
    }

    static Optional<Member> of(Turn turn, Entity.Person person) {
        var called = new Contacts(turn.sql())
                .named(person.name().base()).stream().map(ContactRecord::getId).toList();
        List<Member> members = new StaffMembers(turn.sql())
                .all().stream()
                        .filter(member -> member.active() && called.contains(member.contactId()))
                        .toList();
        return members.size() == 1 ? Optional.of(members.getFirst()) : Optional.empty();
    }
}
