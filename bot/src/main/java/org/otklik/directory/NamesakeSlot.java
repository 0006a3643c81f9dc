package org.otklik.directory;

import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.INTERACTION;
import static org.otklik.schema.Tables.STAFF;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jooq.JSONB;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.DialogueIntents;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;
import org.otklik.schema.tables.records.ContactRecord;

/** Whether somebody of the same name is the same person. */
final class NamesakeSlot implements Slot<Long> {
    static final String NAME = "namesake";
    /** Nobody of those who are stored. */
    static final long ANOTHER = 0;

    private static final WordPatterns WORDS = new WordPatterns("contact-words");

    private final String form;
    private final WhoSlot who;
    private final ClashSlot clash;

    NamesakeSlot(String form, WhoSlot who, ClashSlot clash) {
        this.form = form;
        this.who = who;
        this.clash = clash;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Long> type() {
        return Long.class;
    }

    /** Who was none of those of the same name is not asked about once more. */
    @Override
    public Optional<Long> recall(Turn turn, String hint) {
        return Optional.of(Long.valueOf(hint));
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return answers.row().isEmpty()
                && answers.find(clash)
                        .filter(found -> found == ClashSlot.Clash.SAME)
                        .isEmpty()
                && !others(turn, answers).isEmpty();
    }

    /** Whoever has the number was told apart from them already. */
    private List<ContactRecord> others(Turn turn, Answers answers) {
        var holders =
                clash.holders(turn, answers).stream().map(ContactRecord::getId).toList();
        return answers.find(who).map(new Namesakes(turn.sql())::of).orElse(List.of()).stream()
                .filter(contact -> !holders.contains(contact.getId()))
                .toList();
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        var others = others(turn, answers);
        var contacts = new Contacts(turn.sql());
        turn.say(Text.of(NewContactText.IS_IT_THEM)
                .with("name", answers.get(who).name())
                .with(
                        "known",
                        others.stream()
                                .map(contact -> known(turn, contacts, contact))
                                .toList()));
        for (var contact : others) {
            var label = others.size() == 1
                    ? Text.of(NewContactText.THE_SAME)
                    : Text.of(NewContactText.IT_IS).with("name", contacts.choice(contact));
            FormFilling.offer(turn, form, NAME, label, LongNode.valueOf(contact.getId()));
        }
        FormFilling.offer(turn, form, NAME, Text.of(NewContactText.SOMEBODY_ELSE), LongNode.valueOf(ANOTHER));
    }

    /** With the last talk that a colleague has logged: it tells who it is. */
    private static Text known(Turn turn, Contacts contacts, ContactRecord contact) {
        if (contact.getRestricted()) {
            return Text.of(NewContactText.KNOWN).with("name", contacts.choice(contact));
        }
        return turn.sql()
                .select(INTERACTION.KIND, INTERACTION.HAPPENED_ON, CONTACT.NAME)
                .from(INTERACTION)
                .join(STAFF)
                .on(STAFF.ID.eq(INTERACTION.LOGGED_BY))
                .join(CONTACT)
                .on(CONTACT.ID.eq(STAFF.CONTACT_ID))
                .where(INTERACTION.CONTACT_ID.eq(contact.getId()))
                .orderBy(INTERACTION.HAPPENED_ON.desc(), INTERACTION.ID.desc())
                .limit(1)
                .fetchOptional(row -> Text.of(NewContactText.KNOWN_BY)
                        .with("kind", row.value1())
                        .with("day", row.value2())
                        .with("who", row.value3()))
                .orElse(Text.of(NewContactText.KNOWN))
                .with("name", contacts.choice(contact));
    }

    @Override
    public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
        if (!asked) {
            return Optional.empty();
        }
        var text = understanding.text();
        if (says(understanding, DialogueIntents.DENY) || WORDS.has(text, "other")) {
            return Optional.of(ANOTHER);
        }
        boolean isSame = says(understanding, DialogueIntents.AFFIRM) || WORDS.has(text, "same");
        var offered = turn.state().offered().stream()
                .flatMap(choice ->
                        Optional.ofNullable(choice.action().arguments().get("answers")).stream())
                .map(answers -> Json.read(JSONB.valueOf(answers), ObjectNode.class)
                        .path(NAME)
                        .asLong(ANOTHER))
                .filter(id -> id != ANOTHER)
                .toList();
        return isSame && offered.size() == 1 ? Optional.of(offered.getFirst()) : Optional.empty();
    }

    private static boolean says(Understanding understanding, String intent) {
        return understanding.main().filter(act -> act.is(intent)).isPresent();
    }
}
