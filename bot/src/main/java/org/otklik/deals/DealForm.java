package org.otklik.deals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.deals.Deals.Pipeline;
import org.otklik.deals.Deals.Terms;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.EnumSlot;
import org.otklik.dialogue.SaidSlot;
import org.otklik.dialogue.Slot;
import org.otklik.giving.AmountSlot;
import org.otklik.giving.CurrencySlot;
import org.otklik.giving.DaySlot;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** Staff open a deal in a sentence: with whom, of which kind, what it is called, how much it may bring and by when. */
public final class DealForm implements EntryForm {
    private static final String NAME = "deal";
    private static final BigDecimal LARGEST = BigDecimal.valueOf(999_999_999_999L);
    private static final BigDecimal LEAST_BARE = BigDecimal.valueOf(1000);
    private static final int LONGEST_TITLE = 200;

    private final Organization organization;
    private final DealWords words = new DealWords();
    private final PartySlot party = new PartySlot(NAME, words);
    private final Kind kind = new Kind();
    private final Title title = new Title();
    private final AmountSlot amount;
    private final CurrencySlot currency;
    private final DaySlot day;
    private final Stage stage = new Stage();

    public DealForm(Organization organization, EntityRecognizer recognizer) {
        this.organization = organization;
        this.amount = new AmountSlot(recognizer, DealsText.HOW_MUCH, this::isVague) {
            // Large sums, and such as can't be, need no word of money beside a deal.
            @Override
            public Optional<BigDecimal> hear(Turn turn, Understanding understanding, boolean asked) {
                return super.hear(turn, understanding, asked)
                        .or(() -> recognizer
                                .sum(
                                        words.withoutQuoted(understanding.text()),
                                        turn.language(),
                                        understanding.entities())
                                .filter(sum -> sum.to().isEmpty() && sum.isExact())
                                .map(Entity.Money::amount)
                                .filter(sum -> sum.signum() < 0 || sum.compareTo(LEAST_BARE) >= 0));
            }

            @Override
            public Optional<Text> objection(Turn turn, BigDecimal value) {
                boolean isPossible = value.signum() > 0 && value.compareTo(LARGEST) <= 0;
                return isPossible ? Optional.empty() : Optional.of(Text.of(DealsText.IMPOSSIBLE_AMOUNT));
            }
        };
        this.currency = new CurrencySlot(NAME, organization, recognizer, this::hasAmount);
        this.day = new DaySlot(NAME, organization, DealsText.BY_WHEN) {
            @Override
            public boolean isNeeded(Turn turn, Answers answers) {
                return false;
            }
        };
    }

    /** How much it may bring need not be known, but what was said of it is not dropped. */
    private boolean isVague(Answers answers) {
        return answers.hint(amount).isPresent();
    }

    private boolean hasAmount(Answers answers) {
        return answers.find(amount).isPresent();
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
        return answers.find(title).orElseGet(() -> turn.written(label(answers.get(kind))));
    }

    private static Text label(Pipeline pipeline) {
        return Text.of(DealsText.PIPELINE).with("pipeline", pipeline.code());
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
    private final class Kind extends EnumSlot<Pipeline> {
        Kind() {
            super(NAME, "pipeline", Pipeline.class, DealsText.WHICH_PIPELINE);
        }

        @Override
        protected Text label(Pipeline pipeline) {
            return DealForm.label(pipeline);
        }

        @Override
        public Optional<Pipeline> hear(Turn turn, Understanding understanding, boolean asked) {
            return words.pipeline(words.withoutQuoted(understanding.text()));
        }
    }

    /** What it is called: what stands in quotation marks and names nobody, or what it is for; else its pipeline. */
    private final class Title extends SaidSlot<String> {
        Title() {
            super("title", String.class);
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            var said = party.title(turn, understanding).map(DealWords.Quoted::name);
            return said.or(() -> words.announced(understanding.text()))
                    .or(() -> asked ? Optional.empty() : words.behindColon(party.withoutParty(turn, understanding)))
                    .or(() -> asked ? Optional.empty() : words.matter(party.withoutNames(turn, understanding)))
                    .map(name -> name.length() > LONGEST_TITLE ? name.substring(0, LONGEST_TITLE) : name);
        }
    }

    /** At which stage it begins, where that is said; else at the first. */
    private final class Stage extends SaidSlot<String> {
        Stage() {
            super("stage", String.class);
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
