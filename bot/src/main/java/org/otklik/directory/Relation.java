package org.otklik.directory;

import org.otklik.contacts.Relationships.Kind;
import org.otklik.contacts.Relationships.Tie;

/** What somebody was said to be to somebody else. */
record Relation(long from, Kind kind, long to) {
    Tie tie() {
        return new Tie(from, kind, to);
    }

    long other(long contactId) {
        return contactId == from ? to : from;
    }

    /** What the other one is to a contact, in the words of a card. */
    String isTo(long contactId) {
        boolean isFrom = contactId == from;
        return switch (kind) {
            case PARENT -> isFrom ? "CHILD" : kind.name();
            case REFERRED_BY -> isFrom ? kind.name() : "REFERRED";
            default -> kind.name();
        };
    }
}
