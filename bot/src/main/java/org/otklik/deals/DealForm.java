package org.otklik.deals;

import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.deals.Deals.Pipeline;
import org.otklik.deals.Deals.Terms;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** Staff open a deal in a sentence: with whom, of which kind, what it is called, how much it may bring and by when. */
public final class DealForm implements EntryForm {
    private static final String NAME = "deal";
    private static final BigDecimal LARGEST = BigDecimal.valueOf(999_999_999_999L);
    private static final int LONGEST_TITLE = 200;

    private final Organization organization;
    private final DealWords words = new DealWords();
    private final PartySlot party = new PartySlot(NAME, words);
    private final Kind kind = new Kind();
    private final Title title = new Title();
    private final Amount amount = new Amount();
    private final Currency currency = new Currency();
    private final ExpectedDay day = new ExpectedDay();
    private final Stage stage = new Stage();

    public DealForm(Organization organization) {
        this.organization = organization;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("deals.create");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(party, kind, title, amount, currency, day, stage);
    }

    @Override
    public String table() {
        return "deal";
    }

    @Override
    public long write(Turn turn, Answers answers) {
        long owner = turn.speaker().staff().orElseThrow().id();
        return new Deals(turn.sql()).open(terms(turn, answers), owner, turn.at());
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        new Deals(turn.sql()).change(row, terms(turn, answers), turn.at());
    }

    private Terms terms(Turn turn, Answers answers) {
        var pipeline = answers.get(kind);
        return new Terms(
                answers.get(party),
                pipeline,
                answers.find(stage).filter(pipeline.stages()::contains).orElse(Deals.FIRST),
                title(turn, answers),
                money(answers),
                answers.find(day));
    }

    private String title(Turn turn, Answers answers) {
        return answers.find(title)
                .orElseGet(() -> turn.written(Text.of(DealsText.PIPELINE)
                        .with("pipeline", answers.get(kind).code())));
    }

    private Optional<Money> money(Answers answers) {
        return answers.find(amount)
                .map(sum -> new Money(sum, answers.find(currency).orElse(organization.currency())));
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        var terms = terms(turn, answers);
        var text = Text.of(DealsText.OPENED)
                .with("title", terms.title())
                .with("name", new Contacts(turn.sql()).name(terms.contactId()))
                .with("pipeline", terms.pipeline().code())
                .with("stage", terms.stage());
        text = terms.money().isPresent()
                ? text.with("hasMoney", "yes").with("amount", terms.money().get())
                : text.with("hasMoney", "no").with("amount", "");
        return terms.expectedOn().isPresent()
                ? text.with("hasDay", "yes").with("day", terms.expectedOn().get())
                : text.with("hasDay", "no").with("day", "");
    }

    /** Which pipeline. */
    private final class Kind implements Slot<Pipeline> {
        @Override
        public String name() {
            return "pipeline";
        }

        @Override
        public Class<Pipeline> type() {
            return Pipeline.class;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            turn.say(DealsText.WHICH_PIPELINE);
            for (var pipeline : Pipeline.values()) {
                FormFilling.offer(
                        turn,
                        NAME,
                        name(),
                        Text.of(DealsText.PIPELINE).with("pipeline", pipeline.code()),
                        TextNode.valueOf(pipeline.name()));
            }
        }

        @Override
        public Optional<Pipeline> hear(Turn turn, Understanding understanding, boolean asked) {
            return words.pipeline(words.withoutQuoted(understanding.text()));
        }
    }

    /** What it is called: what stands in quotation marks and names nobody, or what it is for. */
    private final class Title implements Slot<String> {
        @Override
        public String name() {
            return "title";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public boolean isNeeded(Turn turn, Answers answers) {
            return false;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            throw new IllegalStateException("a deal without a title is called by its pipeline");
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            var said = party.title(turn, understanding).map(DealWords.Quoted::name);
            return said.or(() -> words.announced(understanding.text()))
                    .or(() -> asked ? Optional.empty() : words.matter(understanding.text()))
                    .map(name -> name.length() > LONGEST_TITLE ? name.substring(0, LONGEST_TITLE) : name);
        }
    }

    /** How much it may bring. */
    private static final class Amount implements Slot<BigDecimal> {
        @Override
        public String name() {
            return "amount";
        }

        @Override
        public Class<BigDecimal> type() {
            return BigDecimal.class;
        }

        @Override
        public boolean isNeeded(Turn turn, Answers answers) {
            return false;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            turn.say(DealsText.HOW_MUCH);
        }

        @Override
        public Optional<BigDecimal> hear(Turn turn, Understanding understanding, boolean asked) {
            return understanding
                    .all(Entity.Money.class)
                    .filter(money -> money.to().isEmpty())
                    .map(Entity.Money::amount)
                    .findFirst();
        }

        @Override
        public Optional<Text> objection(Turn turn, BigDecimal value) {
            boolean isPossible = value.signum() > 0 && value.compareTo(LARGEST) <= 0;
            return isPossible ? Optional.empty() : Optional.of(Text.of(DealsText.IMPOSSIBLE_AMOUNT));
        }
    }

    /** In which currency; the organisation's where none is said. */
    private static final class Currency implements Slot<String> {
        @Override
        public String name() {
            return "currency";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public boolean isNeeded(Turn turn, Answers answers) {
            return false;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            throw new IllegalStateException("the currency of a deal is never asked for");
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            return understanding
                    .all(Entity.Money.class)
                    .flatMap(money -> money.currency().stream())
                    .findFirst();
        }
    }

    /** By when it is expected to come about. */
    private final class ExpectedDay implements Slot<LocalDate> {
        @Override
        public String name() {
            return "day";
        }

        @Override
        public Class<LocalDate> type() {
            return LocalDate.class;
        }

        @Override
        public boolean isNeeded(Turn turn, Answers answers) {
            return false;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            turn.say(DealsText.BY_WHEN);
        }

        @Override
        public Optional<LocalDate> hear(Turn turn, Understanding understanding, boolean asked) {
            return understanding
                    .all(Entity.Date.class)
                    .map(date -> date.value().last())
                    .findFirst();
        }

        @Override
        public Optional<Text> objection(Turn turn, LocalDate value) {
            return value.isBefore(organization.day(turn.message().sentAt()))
                    ? Optional.of(Text.of(DealsText.DAY_PASSED).with("day", value))
                    : Optional.empty();
        }
    }

    /** At which stage it begins, where that is said. */
    private final class Stage implements Slot<String> {
        @Override
        public String name() {
            return "stage";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public boolean isNeeded(Turn turn, Answers answers) {
            return false;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            throw new IllegalStateException("the first stage of a deal is never asked for");
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            boolean isNamed = words.asks(understanding.text(), "stage");
            return isNamed
                    ? words.pipeline(words.withoutQuoted(understanding.text()))
                            .flatMap(pipeline -> words.stage(understanding.text(), pipeline.stages()))
                    : Optional.empty();
        }
    }
}
