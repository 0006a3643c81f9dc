package org.otklik.directory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;

/** "I need access to Helen Brown", "let Farida see her card as well": access to a card is asked for, or given to a colleague, in words. */
public final class OpenCard implements Attentive {
    private final RequestAccess requests;
    private final Cues words = new Cues("access-words");

    public OpenCard(RequestAccess requests) {
        this.requests = requests;
    }

    /** Only where a card of somebody who is no colleague is named: access to the bot itself is another matter. */
    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean isOfACard = words.has(text, "see") && words.has(text, "card");
        if (!turn.speaker().isStaff() || !(words.has(text, "access") || isOfACard)) {
            return false;
        }
        var named = named(turn, understanding);
        var members = new StaffMembers(turn.sql())
                .all().stream().filter(Member::active).toList();
        var colleague = members.stream()
                .filter(member -> named.stream().anyMatch(found -> found.getId().equals(member.contactId())))
                .filter(member -> turn.speaker().staff().orElseThrow().id() != member.id())
                .findFirst();
        var cards = named.stream()
                .filter(found ->
                        members.stream().noneMatch(member -> found.getId().equals(member.contactId())))
                .toList();
        if (cards.size() != 1 || (colleague.isEmpty() && !words.has(text, "access"))) {
            return false;
        }
        colleague.ifPresentOrElse(
                member -> requests.open(turn, cards.getFirst(), member), () -> requests.ask(turn, cards.getFirst()));
        return true;
    }

    private static List<ContactRecord> named(Turn turn, Understanding understanding) {
        var contacts = new Contacts(turn.sql());
        return understanding.entities().stream()
                .flatMap(entity -> names(entity, understanding.text())
                        .map(contacts::named)
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static Stream<String> names(Entity entity, String text) {
        var base = switch (entity) {
            case Entity.Person person -> Optional.of(person.name().base());
            case Entity.Organization organization -> Optional.of(organization.base());
            default -> Optional.<String>empty();
        };
        return base.stream().flatMap(name -> Stream.of(name, entity.span().in(text)));
    }
}
