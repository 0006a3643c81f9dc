package org.otklik.surveys;

import com.fasterxml.jackson.databind.node.LongNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.ContactSlot;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.dialogue.SureSlot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** Staff ask somebody a survey. It is told which and whom, and goes out after a yes. */
public final class SendSurvey implements Form {
    private static final String NAME = "survey-send";

    private final Organization organization;
    private final Which survey = new Which();
    private final ContactSlot contact = new ContactSlot(NAME, true);
    private final SureSlot sure = new SureSlot(NAME) {
        @Override
        protected void question(Turn turn, Answers answers) {
            var chosen = survey.meant(turn, answers).orElseThrow();
            turn.say(Text.of(SurveysText.SEND)
                    .with("name", new Contacts(turn.sql()).name(answers.get(contact)))
                    .with("survey", chosen.slug())
                    .with("question", chosen.question(0, turn.language()).orElse(chosen.slug())));
        }
    };

    public SendSurvey(Organization organization) {
        this.organization = organization;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("surveys.send");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(survey, contact, sure);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        long whom = answers.get(contact);
        var name = new Contacts(turn.sql()).name(whom);
        var chosen = survey.meant(turn, answers);
        if (chosen.isEmpty()) {
            turn.say(SurveysText.NO_SURVEYS);
        } else if (!answers.get(sure)) {
            turn.say(SurveysText.NOT_SENT);
        } else if (SurveyAfterGift.hasOptedOut(turn.sql(), whom, turn.at(), organization)) {
            turn.say(Text.of(SurveysText.WANTS_NO_SURVEYS).with("name", name));
        } else {
            boolean went = new Invite(turn.sql(), turn.texts(), organization)
                    .send(
                            chosen.get(),
                            whom,
                            "staff",
                            Optional.of(turn.message().id()),
                            turn.at());
            turn.say(Text.of(went ? SurveysText.SENT : SurveysText.OUT_OF_REACH).with("name", name));
        }
    }

    /** Which survey: by its name, or by what it measures. */
    private static final class Which implements Slot<Long> {
        private static final Cues KINDS = new Cues("surveys");

        @Override
        public String name() {
            return "survey";
        }

        @Override
        public Class<Long> type() {
            return Long.class;
        }

        Optional<Surveys.Survey> meant(Turn turn, Answers answers) {
            var surveys = new Surveys(turn.sql());
            var all = surveys.all();
            return answers.find(this)
                    .flatMap(surveys::find)
                    .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
        }

        @Override
        public boolean isNeeded(Turn turn, Answers answers) {
            return new Surveys(turn.sql()).all().size() > 1;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            turn.say(SurveysText.WHICH_SURVEY);
            new Surveys(turn.sql())
                    .all()
                    .forEach(survey -> FormFilling.offer(
                            turn,
                            NAME,
                            name(),
                            Text.of(SurveysText.CHOICE)
                                    .with(
                                            "question",
                                            survey.question(0, turn.language()).orElse(survey.slug())),
                            LongNode.valueOf(survey.id())));
        }

        @Override
        public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
            var all = new Surveys(turn.sql()).all();
            var text = understanding.text().toLowerCase(Locale.ROOT);
            long most =
                    all.stream().mapToLong(survey -> said(survey, text)).max().orElse(0);
            var named = all.stream()
                    .filter(survey -> most > 0 && said(survey, text) == most)
                    .toList();
            return named.size() == 1 ? Optional.of(named.getFirst().id()) : Optional.empty();
        }

        /** How many words of its name are said, and of what it measures. */
        private static long said(Surveys.Survey survey, String text) {
            var kinds = KINDS.in(text);
            long words = Arrays.stream(survey.slug().split("-"))
                    .filter(word -> word.length() > 2 && text.contains(word.toLowerCase(Locale.ROOT)))
                    .count();
            return words
                    + kinds.stream()
                            .filter(kind -> kind.name().equals(survey.kind())
                                    || Arrays.asList(survey.slug().split("-")).contains(kind.name()))
                            .count();
        }
    }
}
