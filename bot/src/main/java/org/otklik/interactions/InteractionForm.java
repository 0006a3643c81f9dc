package org.otklik.interactions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.ContactSlot;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.interactions.Interactions.Kind;
import org.otklik.interactions.Interactions.NewInteraction;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** Staff tell in a sentence what happened with somebody, and it is kept, with the day and the words. */
public final class InteractionForm implements EntryForm {
    static final String NAME = "interaction";

    private final Organization organization;
    private final ContactSlot contact = new ContactSlot(NAME, true);
    private final KindSlot kind = new KindSlot();
    private final HappenedSlot happened;
    private final SummarySlot summary = new SummarySlot();
    private final Retelling retelling = new Retelling();

    public InteractionForm(Organization organization) {
        this.organization = organization;
        this.happened = new HappenedSlot(organization);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("interactions.log");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(contact, kind, happened, summary);
    }

    @Override
    public String table() {
        return "interaction";
    }

    @Override
    public long write(Turn turn, Answers answers) {
        return new Interactions(turn.sql())
                .add(new NewInteraction(
                        answers.get(contact),
                        kind(answers),
                        day(turn, answers),
                        answers.find(summary).orElse(""),
                        turn.speaker().staff().orElseThrow().id(),
                        turn.message().id()));
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        new Interactions(turn.sql())
                .change(
                        row,
                        answers.get(contact),
                        kind(answers),
                        day(turn, answers),
                        answers.find(summary).orElse(""));
    }

    /** "And we met on Monday": names nobody, so it is told of whom was just spoken of. */
    @Override
    public boolean isPutRight(Turn turn, Understanding understanding) {
        return retelling.isIn(understanding);
    }

    /** Whose it is may be asked for when the rest is known; a day that was refused is none. */
    @Override
    public Optional<Text> noted(Turn turn, Answers answers) {
        return answers.isAnswered(contact)
                ? Optional.empty()
                : Optional.of(Text.of(InteractionsText.NOTED)
                        .with("kind", kind(answers).name())
                        .with("day", day(turn, answers)));
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        return Text.of(InteractionsText.LOGGED)
                .with("name", new Contacts(turn.sql()).name(answers.get(contact)))
                .with("kind", kind(answers).name())
                .with("day", day(turn, answers));
    }

    private Kind kind(Answers answers) {
        return answers.find(kind).orElse(Kind.NOTE);
    }

    /** What is told without a day happened today: on the day of the message, wherever it came late from. */
    private LocalDate day(Turn turn, Answers answers) {
        return answers.find(happened)
                .orElseGet(() -> organization.day(turn.message().sentAt()));
    }
}
