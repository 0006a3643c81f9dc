package org.otklik.knowledge;

import static org.otklik.dialogue.DialogueIntents.ASK;
import static org.otklik.dialogue.DialogueIntents.OWN;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.DialogueText;
import org.otklik.dialogue.Heard;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Mood;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** Answers a question with the passage of an article that answers it, and asks whether that helped. */
public final class AskKnowledge implements Attentive {
    /** The answer did not help, or there was none; who serves it finds somebody who knows. */
    public static final String UNANSWERED = "knowledge.unanswered";

    /** The form that takes up a question after another form: a person answers it. */
    public static final String PENDING = "pending-question";

    public static final String QUESTION = "question";

    /** What only a person may answer, however unsure it is that it was meant: "why does nobody call me back?" */
    private static final String OF_PEOPLE = "cases.";

    /** What only somebody we know is told. */
    private static final Set<String> OF_GIVERS = Set.of("giving.history", "giving.receipt");

    /** What is less may go on with what was asked before. */
    private static final int FEWEST_WORDS = 3;

    private static final String HELPED = "knowledge.helped";
    private static final String SEARCH = "search";

    private final Phrases followUps = new Phrases("follow-ups");
    private final Organization organization;
    private final UnaryOperator<String> reading;

    /** @param reading undoes the way a question was typed: Latin letters, the wrong keyboard layout */
    public AskKnowledge(Organization organization, UnaryOperator<String> reading) {
        this.organization = organization;
        this.reading = reading;
    }

    @Override
    public Set<String> intents() {
        return Set.of(ASK, HELPED, OWN);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (heard.act().is(HELPED)) {
            new ArticleSearches(turn.sql())
                    .rate(
                            heard.number(SEARCH).orElseThrow(),
                            true,
                            turn.conversation().id());
            turn.say(KnowledgeText.GLAD);
        } else if (heard.act().intent().startsWith(OWN)) {
            tellOwn(turn, heard);
        } else {
            ask(turn, question(heard), heard.whole());
        }
    }

    private static String question(Heard heard) {
        return heard.text().replaceFirst("^[\\s\\p{Punct}]+", "");
    }

    /** An intent that the organisation has of its own names the article that answers it; until that is written, another one may. */
    private void tellOwn(Turn turn, Heard heard) {
        var slug = heard.act().intent().substring(OWN.length());
        var asked = heard.whole().language().orElse(turn.language());
        var articles = new Articles(turn.sql());
        var language = Stream.concat(Stream.of(asked), Arrays.stream(Language.values()))
                .filter(one -> articles.find(slug, one).isPresent())
                .findFirst();
        language.flatMap(one -> new ArticleSearches(turn.sql())
                        .tell(slug, question(heard), one, turn.conversation().id()))
                .ifPresentOrElse(
                        answer -> tell(turn, answer, language.orElse(asked), heard.whole()),
                        () -> ask(turn, question(heard), heard.whole()));
    }

    /** Nothing is begun on a guess where an article answers: "can I come with my kids?" may be a question or a sign-up. */
    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var doubtful = understanding
                .main()
                .filter(act -> !turn.speaker().isStaff())
                .filter(act -> act.mood() == Mood.ASKED && !act.is(ASK) && !act.isSeparate())
                .filter(act -> !act.isSure() || isClosedTo(turn, act))
                .filter(act ->
                        !act.intent().startsWith(OF_PEOPLE) && !act.intent().startsWith(OWN))
                .filter(_ -> !isSameAgain(understanding));
        var language = understanding.language().orElse(turn.language());
        var question = doubtful.map(Act::text).or(() -> asked(turn, understanding));
        var answer = question.flatMap(words -> new ArticleSearches(turn.sql())
                .tryToAnswer(
                        sought(turn, words, understanding),
                        language,
                        turn.conversation().id()));
        answer.ifPresent(found -> tell(turn, found, language, understanding));
        return answer.isPresent();
    }

    /** What answers no form, and stands for nothing, but asks by its mark: "what's the minimum age?" */
    private static Optional<String> asked(Turn turn, Understanding understanding) {
        return Optional.of(understanding.text().strip())
                .filter(words -> words.endsWith("?") && words.split("\\s+").length >= FEWEST_WORDS)
                .filter(_ -> turn.state().form().isPresent() && !turn.speaker().isStaff())
                .filter(_ -> understanding.acts().isEmpty());
    }

    /** "And for 2024?" asks for the same as before, of another time. */
    private boolean isSameAgain(Understanding understanding) {
        return followUps.opening(understanding.text()).isPresent()
                && understanding.all(Entity.Date.class).findAny().isPresent();
    }

    /** A stranger hears nothing of gifts: what they ask about them is rather how such things are done. */
    private static boolean isClosedTo(Turn turn, Act act) {
        return !turn.speaker().isKnown() && OF_GIVERS.contains(act.intent());
    }

    /** What is asked while a form is open, and no article answers, is not lost: it comes after the form. */
    private static void later(Turn turn, String question) {
        var asked = OpenForm.begin(PENDING, turn.at()).with(QUESTION, TextNode.valueOf(question.strip()));
        // It was no answer either: who is not answered twice in a row gets a person.
        turn.state(turn.state().queueing(asked).missing(turn.state().misses() + 1));
        turn.say(Text.of(KnowledgeText.COMES_AFTER).with("question", question.strip()));
    }

    /** Looks in the articles of the language that was asked in, whichever the reply is in. */
    private void ask(Turn turn, String question, Understanding whole) {
        var language = whole.language().orElse(turn.language());
        var answer = new ArticleSearches(turn.sql())
                .ask(
                        sought(turn, question, whole),
                        language,
                        turn.conversation().id());
        if (answer.found().isEmpty() && turn.state().form().isPresent()) {
            later(turn, question);
            return;
        }
        if (answer.found().isEmpty()) {
            turn.say(KnowledgeText.NOTHING_FOUND);
            turn.offer(Text.of(DialogueText.YES), Action.of(UNANSWERED, SEARCH, answer.searchId()), Answer.YES);
            turn.offer(Text.of(DialogueText.NO), Action.of("conversation.deny"), Answer.NO);
            return;
        }
        tell(turn, answer, language, whole);
    }

    /** The question with its sums as money, since no article knows them: how to give is the same for 50 and for 5000. */
    private String sought(Turn turn, String question, Understanding whole) {
        var money = " " + turn.written(Text.of(KnowledgeText.MONEY)) + " ";
        var words = whole.all(Entity.Money.class)
                .map(sum -> sum.span().in(whole.text()))
                .reduce(question, (text, sum) -> text.replace(sum, money));
        return reading.apply(words);
    }

    private void tell(Turn turn, ArticleSearches.Answer answer, Language language, Understanding question) {
        var passage = answer.found().orElseThrow();
        turn.quote(passage.heading().isEmpty() ? passage.text() : passage.heading() + "\n" + passage.text());
        turn.say(Text.of(KnowledgeText.WHOLE_ARTICLE)
                .with("title", passage.title())
                .with("url", organization.publicUrl() + ArticlePages.path(passage.slug(), language)));
        turn.say(KnowledgeText.DID_THIS_HELP);
        boolean isBesideAnother = turn.state().form().isPresent();
        turn.offer(
                Text.of(isBesideAnother ? KnowledgeText.IT_HELPED : DialogueText.YES),
                Action.of(HELPED, SEARCH, answer.searchId()),
                Answer.YES);
        turn.offer(
                Text.of(isBesideAnother ? KnowledgeText.IT_DID_NOT : DialogueText.NO),
                Action.of(UNANSWERED, SEARCH, answer.searchId()),
                Answer.NO);
        if (!isBesideAnother) {
            SumAsked.offer(turn, question, organization.currency());
        }
    }
}
