package org.otklik.directory;

import static org.otklik.schema.Tables.STAFF;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;
import org.otklik.access.AccessRules;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.contacts.PointKind;
import org.otklik.contacts.Reader;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.schema.tables.records.DuplicateRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;

/** Shows contacts that may be one, and makes one of them when somebody who may do so says so. */
public final class DuplicatePairs implements Skill {
    private static final String SHOW = "contacts.duplicates";
    private static final String MERGE = "contacts.merge";
    private static final String DIFFERENT = "directory.different";
    private static final String LATER = "directory.later";
    private static final String ONE = "one";
    private static final String OTHER = "other";

    private final Organization organization;
    private final AccessRules access;

    public DuplicatePairs(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
    }

    @Override
    public Set<String> intents() {
        return Set.of(SHOW, MERGE, DIFFERENT, LATER);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (!turn.speaker().isStaff()) {
            return;
        }
        var pair = pair(turn, heard);
        boolean isDecision = !heard.act().is(SHOW) && !heard.act().is(LATER);
        if (isDecision && !mayMerge(turn) && !new Reader(access, turn).mayPrepareMerges()) {
            refuse(turn);
            return;
        }
        switch (heard.act().intent()) {
            case SHOW -> {
                new Duplicates(turn.sql()).look();
                show(turn, heard);
            }
            case MERGE -> pair.ifPresentOrElse(two -> merge(turn, two), () -> find(turn, heard));
            case DIFFERENT -> pair.ifPresent(two -> decideApart(turn, two));
            default -> turn.say(MergeText.LEFT_OPEN);
        }
    }

    private record Pair(ContactRecord kept, ContactRecord gone) {
        static Pair of(ContactRecord one, ContactRecord other) {
            var kept = MergeContacts.older(one, other);
            return new Pair(kept, kept.getId().equals(one.getId()) ? other : one);
        }
    }

    private static Optional<Pair> pair(Turn turn, Heard heard) {
        var contacts = new Contacts(turn.sql());
        var one = heard.number(ONE).flatMap(contacts::find);
        return heard.number(OTHER).flatMap(contacts::find).flatMap(other -> one.map(first -> Pair.of(first, other)));
    }

    private void show(Turn turn, Heard heard) {
        var named = mentioned(turn, heard.whole().only(heard.act()));
        var duplicates = new Duplicates(turn.sql());
        var suggested =
                named.size() == 1 ? duplicates.suggested(named.getFirst().getId()) : duplicates.suggested();
        var pairs = suggested.stream().flatMap(row -> seen(turn, row).stream()).toList();
        if (pairs.isEmpty()) {
            turn.say(MergeText.NO_DUPLICATES);
        } else {
            turn.say(Text.of(MergeText.SUGGESTED).with("count", pairs.size()));
            ask(turn, pairs.getFirst());
        }
    }

    private boolean mayMerge(Turn turn) {
        return new Reader(access, turn).mayMergeAndRestrict();
    }

    private static void refuse(Turn turn) {
        turn.say(Text.of(MergeText.NOT_ALLOWED).with("manager", manager(turn)));
    }

    static String manager(Turn turn) {
        return new StaffMembers(turn.sql()).manager().map(Member::name).orElse("");
    }

    /** Pairs with somebody whose card is closed to the reader are left out in silence. */
    private Optional<Pair> seen(Turn turn, DuplicateRecord row) {
        var contacts = new Contacts(turn.sql());
        var reader = new Reader(access, turn);
        return contacts.find(row.getAId())
                .filter(reader::mayOpen)
                .flatMap(one ->
                        contacts.find(row.getBId()).filter(reader::mayOpen).map(other -> Pair.of(one, other)));
    }

    private void ask(Turn turn, Pair pair) {
        turn.say(Text.of(MergeText.ARE_THEY_ONE)
                .with("kept", side(turn, pair.kept()))
                .with("gone", side(turn, pair.gone())));
        if (!new Reader(access, turn).mayPrepareMerges()) {
            refuse(turn);
            return;
        }
        var two = Map.of(
                ONE, String.valueOf(pair.kept().getId()),
                OTHER, String.valueOf(pair.gone().getId()));
        turn.offer(Text.of(MergeText.MERGE), new Action(MERGE, two), Answer.YES);
        turn.offer(Text.of(MergeText.DIFFERENT), new Action(DIFFERENT, two), Answer.NO);
        turn.offer(Text.of(MergeText.LATER), new Action(LATER, two), Answer.NEITHER);
    }

    private static Text side(Turn turn, ContactRecord contact) {
        List<Object> known = new ArrayList<>();
        known.add(new Contacts(turn.sql()).choice(contact));
        new ContactPoints(turn.sql())
                .of(contact.getId()).stream()
                        .filter(point -> !point.getKind().equals(PointKind.TELEGRAM.code()))
                        .map(point -> Text.of(DirectoryText.POINT)
                                .with("kind", point.getKind())
                                .with("value", point.getValue()))
                        .forEach(known::add);
        return Text.of(MergeText.SIDE).with("known", known);
    }

    /** Two names in the message, or one name that two have. */
    private void find(Turn turn, Heard heard) {
        var named = mentioned(turn, heard.whole().only(heard.act()));
        if (named.size() == 2) {
            propose(turn, Pair.of(named.getFirst(), named.getLast()));
        } else if (named.size() == 1) {
            new Duplicates(turn.sql()).look();
            var suggested = new Duplicates(turn.sql())
                    .suggested(named.getFirst().getId()).stream()
                            .flatMap(row -> seen(turn, row).stream())
                            .findFirst();
            suggested.ifPresentOrElse(
                    pair -> propose(turn, pair),
                    () -> turn.say(Text.of(MergeText.ONLY_ONE)
                            .with("name", named.getFirst().getName())));
        } else if (named.isEmpty() && names(heard)) {
            turn.say(MergeText.NOT_FOUND);
        } else {
            turn.say(MergeText.WHICH_TWO);
        }
    }

    private static boolean names(Heard heard) {
        return heard.act().entities().stream().anyMatch(Entity::namesSomebody);
    }

    private static List<ContactRecord> mentioned(Turn turn, Understanding own) {
        var contacts = new Contacts(turn.sql());
        Map<Long, ContactRecord> found = new LinkedHashMap<>();
        own.entities().stream()
                .filter(Entity::namesSomebody)
                .map(entity -> new Understanding(own.text(), own.language(), List.of(), List.of(), List.of(entity)))
                .flatMap(only -> new Mentions(contacts, only).known().stream())
                .forEach(contact -> found.put(contact.getId(), contact));
        if (found.isEmpty()) {
            new Mentions(contacts, own).known().forEach(contact -> found.put(contact.getId(), contact));
        }
        return List.copyOf(found.values());
    }

    private void propose(Turn turn, Pair pair) {
        var reader = new Reader(access, turn);
        if (!reader.mayOpen(pair.kept())) {
            RequestAccess.sayRestricted(turn, pair.kept());
        } else if (!reader.mayOpen(pair.gone())) {
            RequestAccess.sayRestricted(turn, pair.gone());
        } else if (mayMerge(turn)) {
            ask(turn, pair);
        } else {
            putForward(turn, pair);
        }
    }

    /** For a manager to decide. */
    private static void putForward(Turn turn, Pair pair) {
        new Duplicates(turn.sql()).putForward(pair.kept().getId(), pair.gone().getId());
        turn.changed();
        turn.say(Text.of(MergeText.PUT_FORWARD)
                .with("kept", side(turn, pair.kept()))
                .with("gone", side(turn, pair.gone()))
                .with("manager", manager(turn)));
    }

    private void merge(Turn turn, Pair pair) {
        boolean areBothStaff = turn.sql()
                        .fetchCount(DSL.selectFrom(STAFF)
                                .where(STAFF.CONTACT_ID.in(
                                        pair.kept().getId(), pair.gone().getId())))
                > 1;
        if (!mayMerge(turn)) {
            putForward(turn, pair);
        } else if (areBothStaff) {
            turn.say(MergeText.BOTH_STAFF);
        } else if (pair.kept().getMergedInto() != null || pair.gone().getMergedInto() != null) {
            turn.say(MergeText.NOT_FOUND);
        } else {
            new MergeContacts(turn.sql(), turn.at()).merge(pair.kept(), pair.gone());
            turn.changed();
            turn.about(pair.kept().getId());
            turn.say(Text.of(MergeText.MERGED)
                    .with("name", new Contacts(turn.sql()).name(pair.kept().getId()))
                    .with("day", organization.day(pair.kept().getCreatedAt())));
        }
    }

    private void decideApart(Turn turn, Pair pair) {
        if (mayMerge(turn)) {
            keepApart(turn, pair);
        } else {
            refuse(turn);
        }
    }

    private static void keepApart(Turn turn, Pair pair) {
        new Duplicates(turn.sql()).decide(pair.kept().getId(), pair.gone().getId(), false);
        turn.changed();
        turn.say(MergeText.KEPT_APART);
    }
}
