package org.otklik.directory;

import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.DUPLICATE;

import java.util.List;
import java.util.Optional;
import org.otklik.access.AccessRules;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.contacts.Reader;
import org.otklik.conversation.Changes;
import org.otklik.conversation.Changes.Undone;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactRecord;

/**
 * "Undo the merge of the Petrovs": parts two cards again by name, however long ago and in whatever conversation they were made one.
 * Who may merge may do it.
 */
public final class UndoMerge implements Attentive {
    private final AccessRules access;
    private final Cues words = new Cues("unmerge-words");

    public UndoMerge(AccessRules access) {
        this.access = access;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        if (!turn.speaker().isStaff() || !asks(understanding.text())) {
            return false;
        }
        var named = new Mentions(new Contacts(turn.sql()), understanding).known();
        if (named.isEmpty()) {
            // Without a name it is what was done last, which an undo takes back.
            return false;
        }
        var merge = merge(turn, named);
        if (!new Reader(access, turn).mayMergeAndRestrict()) {
            turn.say(Text.of(MergeText.NOT_ALLOWED).with("manager", DuplicatePairs.manager(turn)));
        } else if (merge.isEmpty()) {
            turn.say(Text.of(MergeText.NOT_MERGED).with("name", named.getFirst().getName()));
        } else {
            part(turn, merge.get());
        }
        return true;
    }

    private boolean asks(String text) {
        return words.has(text, "whole")
                || (words.has(text, "undo") && words.has(text, "merge"))
                || (words.has(text, "part") && words.has(text, "again"));
    }

    /** The last merge of any of these that still holds: its turn, and the two cards. */
    private record Merge(long turnId, long oneId, long otherId) {}

    private static Optional<Merge> merge(Turn turn, List<ContactRecord> named) {
        var ids = named.stream().map(ContactRecord::getId).toList();
        return turn.sql()
                .select(CHANGE.TURN_ID, DUPLICATE.A_ID, DUPLICATE.B_ID)
                .from(DUPLICATE)
                .join(CHANGE)
                .on(CHANGE.TABLE_NAME.eq(DUPLICATE.getName()))
                .and(CHANGE.ROW_ID.eq(DUPLICATE.ID))
                .and(CHANGE.UNDONE_AT.isNull())
                .where(DUPLICATE.STATUS.eq("merged"))
                .and(DUPLICATE.A_ID.in(ids).or(DUPLICATE.B_ID.in(ids)))
                .orderBy(CHANGE.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Merge(row.value1(), row.value2(), row.value3()));
    }

    private static void part(Turn turn, Merge merge) {
        var contacts = new Contacts(turn.sql());
        if (new Changes(turn.sql()).undo(merge.turnId(), turn.at()) instanceof Undone.Done) {
            turn.state(turn.state().without(merge.turnId()));
            turn.changed();
            turn.about(merge.oneId());
            turn.say(Text.of(MergeText.PARTED)
                    .with("one", contacts.choice(contacts.find(merge.oneId()).orElseThrow()))
                    .with(
                            "other",
                            contacts.choice(contacts.find(merge.otherId()).orElseThrow())));
        } else {
            turn.say(Text.of(MergeText.NOT_PARTED).with("name", contacts.name(merge.oneId())));
        }
    }
}
