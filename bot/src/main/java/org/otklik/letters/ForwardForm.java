package org.otklik.letters;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.otklik.channels.Letter.Forwarded;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.interactions.Interactions;
import org.otklik.interactions.Interactions.Kind;
import org.otklik.interactions.Interactions.ReceivedLetter;
import org.otklik.organization.Organization;

/** Files a letter that somebody wrote to a colleague under its author, on the day on which it was written. */
public final class ForwardForm implements EntryForm {
    /** A letter was passed on. */
    static final String FILE = "letters.file";

    private static final String NAME = "forward";

    private final Organization organization;
    private final AuthorSlot author = new AuthorSlot(NAME);
    private final LetterSlot<LocalDate> written;
    private final LetterSlot<String> words =
            new LetterSlot<>("words", String.class, letter -> letter.forwarded().map(Forwarded::text));
    private final AboveSlot above = new AboveSlot();
    private final FilingWords filing = new FilingWords();

    public ForwardForm(Organization organization) {
        this.organization = organization;
        this.written = new LetterSlot<>(
                "written",
                LocalDate.class,
                letter -> letter.forwarded().flatMap(Forwarded::sentAt).map(organization::day));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of(FILE);
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(author, written, words, above);
    }

    @Override
    public String table() {
        return "interaction";
    }

    @Override
    public long write(Turn turn, Answers answers) {
        return new Interactions(turn.sql())
                .add(new ReceivedLetter(
                        answers.get(author),
                        day(turn, answers),
                        answers.find(words).orElse(""),
                        turn.speaker().staff().orElseThrow().id(),
                        turn.message().id()));
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        new Interactions(turn.sql())
                .change(
                        row,
                        answers.get(author),
                        Kind.EMAIL,
                        day(turn, answers),
                        answers.find(words).orElse(""));
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        return Text.of(LettersText.FILED)
                .with("name", new Contacts(turn.sql()).name(answers.get(author)))
                .with("day", day(turn, answers));
    }

    /** What the colleague wrote above the letter is done next. */
    @Override
    public void wrote(Turn turn, long row, Answers answers) {
        answers.find(above).map(filing::rest).filter(words -> !words.isBlank()).ifPresent(turn::readOn);
    }

    private LocalDate day(Turn turn, Answers answers) {
        return answers.find(written)
                .orElseGet(() -> organization.day(turn.message().sentAt()));
    }
}
