package org.otklik.deals;

import static org.otklik.schema.Tables.DEAL;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.access.AccessRules;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.deals.Deals.Pipeline;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.DialogueText;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Skill;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;

/** Staff take a deal to another stage, or say that it was won or lost, and why. Winning a deal makes no gift. */
public final class MoveForm implements Form {
    private static final String NAME = "deal-move";
    private static final String WON = "won";
    private static final String LOST = "lost";
    private static final Set<String> STEPS = Set.of("next", "back");
    private static final int CHOICES = 6;

    private final AccessRules access;
    private final DealWords words = new DealWords();
    private final Which which = new Which();
    private final Where where = new Where();
    private final Why why = new Why();

    public MoveForm(AccessRules access) {
        this.access = access;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("deals.move");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(which, where, why);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var deals = new Deals(turn.sql());
        var deal = deals.find(answers.get(which)).orElseThrow();
        var pipeline = Pipeline.of(deal.getPipeline());
        turn.about(deal.getContactId());
        var told = switch (answers.get(where)) {
            case WON -> {
                deals.win(deal.getId(), turn.at());
                turn.changed();
                yield Text.of(DealsText.WON);
            }
            case LOST -> {
                var reason = answers.find(why);
                deals.lose(deal.getId(), reason, turn.at());
                turn.changed();
                yield reason.map(because -> Text.of(DealsText.LOST_BECAUSE).with("reason", because))
                        .orElse(Text.of(DealsText.LOST));
            }
            default -> moved(turn, deals, answers, pipeline);
        };
        turn.say(told.with("title", deal.getTitle())
                .with("name", new Contacts(turn.sql()).name(deal.getContactId()))
                .with("before", deal.getStage()));
    }

    /** A deal that is called by its title and said to go somewhere is meant, whatever else the words may speak of. */
    public Skill byTitle() {
        return new ByTitle();
    }

    private final class ByTitle implements Attentive {
        /** What else may be told of a deal with its title. */
        private static final Set<String> OTHERS =
                Set.of("deals.create", "deals.pipeline", "tasks.create", "segments.query");

        @Override
        public boolean claim(Turn turn, Understanding understanding) {
            var text = understanding.text();
            var moves = words.moves(text).stream().map(Cues.Found::name).toList();
            boolean isEnd = moves.contains(WON) || moves.contains(LOST);
            boolean isMove = turn.speaker().isStaff()
                    && understanding.acts().size() <= 1
                    && understanding
                            .main()
                            .filter(act -> OTHERS.contains(act.intent()) && !(isEnd && act.is("deals.create")))
                            .isEmpty()
                    && !text.contains("?")
                    && !moves.isEmpty();
            boolean isUnclear = understanding
                    .main()
                    .filter(act -> act.isSure() && !act.is("deals.create"))
                    .isEmpty();
            var titles = words.quoted(text).stream().map(DealWords.Quoted::name).toList();
            boolean isTitle = isMove
                    && (which.find(turn, text).stream()
                                    .anyMatch(found -> titles.stream()
                                            .anyMatch(found.deal().getTitle()::equalsIgnoreCase))
                            || (isUnclear && which.finder(turn).isTitled(text)));
            if (isTitle) {
                new FormFilling(MoveForm.this).open(turn, understanding);
            }
            return isTitle;
        }
    }

    private Text moved(Turn turn, Deals deals, Answers answers, Pipeline pipeline) {
        var deal = deals.find(answers.get(which)).orElseThrow();
        int at = pipeline.stages().indexOf(deal.getStage());
        int last = pipeline.stages().size() - 1;
        var stage = switch (answers.get(where)) {
            case "next" -> pipeline.stages().get(Math.min(at + 1, last));
            case "back" -> pipeline.stages().get(Math.max(at - 1, 0));
            default -> answers.get(where);
        };
        if (stage.equals(deal.getStage()) && deal.getStatus().equals(Deals.OPEN)) {
            return Text.of(DealsText.THERE_ALREADY).with("stage", stage);
        }
        deals.move(deal.getId(), stage, turn.at());
        turn.changed();
        return Text.of(DealsText.MOVED).with("stage", stage);
    }

    /** Which deal. */
    private final class Which implements Slot<Long> {
        @Override
        public String name() {
            return "deal";
        }

        @Override
        public Class<Long> type() {
            return Long.class;
        }

        @Override
        public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
            var found = find(turn, understanding.text());
            return found.size() == 1 ? Optional.of(found.getFirst().deal().getId()) : Optional.empty();
        }

        @Override
        public Optional<String> hint(Turn turn, Understanding understanding) {
            return Optional.of(understanding.text())
                    .filter(text -> !find(turn, text).isEmpty());
        }

        private List<FindDeals.Found> find(Turn turn, String text) {
            return finder(turn).named(text, words);
        }

        private FindDeals finder(Turn turn) {
            var role = turn.speaker().staff().orElseThrow().role();
            return new FindDeals(turn.sql(), access.mayListRestricted(role));
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            var named = answers.hint(this).map(text -> find(turn, text)).orElse(List.of());
            var choices = named.isEmpty() ? finder(turn).where(DEAL.STATUS.eq(Deals.OPEN)) : named;
            turn.say(choices.isEmpty() ? DealsText.NO_DEALS : DealsText.WHICH_DEAL);
            choices.stream()
                    .limit(CHOICES)
                    .forEach(found -> FormFilling.offer(
                            turn,
                            NAME,
                            name(),
                            Text.of(DealsText.CHOICE)
                                    .with("title", found.deal().getTitle())
                                    .with("name", found.with()),
                            LongNode.valueOf(found.deal().getId())));
        }
    }

    /** Where to: a stage of its pipeline, won, lost, the next stage or the one before. */
    private final class Where implements Slot<String> {
        @Override
        public String name() {
            return "where";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            var said = words.moves(understanding.text()).stream()
                    .map(Cues.Found::name)
                    .toList();
            return said.stream()
                    .filter(name -> name.equals(LOST) || name.equals(WON))
                    .findFirst()
                    .or(() ->
                            said.stream().filter(name -> !STEPS.contains(name)).findFirst())
                    .or(() -> said.stream().findFirst());
        }

        /** A stage that no deal has: "to qualified". */
        @Override
        public Optional<String> hint(Turn turn, Understanding understanding) {
            return words.destination(understanding.text());
        }

        @Override
        public Optional<Text> objection(Turn turn, String value, Answers answers) {
            var stages = answers.find(which)
                    .flatMap(id -> new Deals(turn.sql()).find(id))
                    .map(deal -> Pipeline.of(deal.getPipeline()).stages());
            boolean isStage = stages.isEmpty()
                    || stages.get().contains(value)
                    || STEPS.contains(value)
                    || value.equals(WON)
                    || value.equals(LOST);
            return isStage ? Optional.empty() : Optional.of(Text.of(DealsText.NO_SUCH_STAGE));
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            var pipeline = answers.find(which)
                    .flatMap(id -> new Deals(turn.sql()).find(id))
                    .map(deal -> Pipeline.of(deal.getPipeline()));
            if (answers.hint(this).isPresent() && !answers.wasRefused(this)) {
                turn.say(DealsText.NO_SUCH_STAGE);
            }
            turn.say(DealsText.WHERE_TO);
            pipeline.ifPresent(known -> known.stages().forEach(stage -> offer(turn, stage)));
            offer(turn, WON);
            offer(turn, LOST);
        }

        private void offer(Turn turn, String stage) {
            FormFilling.offer(
                    turn, NAME, name(), Text.of(DealsText.STAGE).with("stage", stage), TextNode.valueOf(stage));
        }
    }

    /** Why it was lost: what follows the word that says so, after a comma, a colon or "because". */
    private final class Why implements Slot<String> {
        private static final Pattern MARKED =
                Pattern.compile("^[^,:;.\\n]{0,40}?[,:;.\\n–—]\\s*(.{3,})$", Pattern.DOTALL);
        private static final int LONGEST = 500;

        @Override
        public String name() {
            return "reason";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public boolean isNeeded(Turn turn, Answers answers) {
            return answers.find(where).filter(LOST::equals).isPresent();
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            var text = understanding.text();
            var lost = words.moves(text).stream()
                    .filter(found -> found.name().equals(LOST))
                    .findFirst();
            if (lost.isEmpty()) {
                return asked
                        ? Optional.of(shortened(text.strip())).filter(reason -> !reason.isEmpty())
                        : Optional.empty();
            }
            var rest = text.substring(lost.get().span().end());
            var because = words.because(rest);
            var marked = MARKED.matcher(rest);
            return because.or(() -> marked.matches() ? Optional.of(marked.group(1)) : before(text, lost.get()))
                    .map(reason -> shortened(reason.strip().replaceAll("[.\\s]+$", "")))
                    .filter(reason -> !reason.isEmpty());
        }

        /** "They have no money till autumn, so the camp is lost": the reason may come first. */
        private Optional<String> before(String text, Cues.Found lost) {
            var said = text.substring(0, lost.span().start());
            int comma = said.lastIndexOf(',');
            return comma > 0 && words.quoted(said.substring(0, comma)).isEmpty()
                    ? Optional.of(said.substring(0, comma))
                    : Optional.empty();
        }

        private String shortened(String reason) {
            return reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            turn.say(DealsText.WHY_LOST);
            FormFilling.offer(turn, NAME, name(), Text.of(DialogueText.SKIP), NullNode.getInstance());
        }
    }
}
