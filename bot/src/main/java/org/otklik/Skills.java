package org.otklik;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.access.AccessRules;
import org.otklik.basics.Courtesies;
import org.otklik.basics.SwitchLanguage;
import org.otklik.basics.Undo;
import org.otklik.cases.AskForPerson;
import org.otklik.cases.BrokenMessages;
import org.otklik.cases.Complaints;
import org.otklik.cases.PassOn;
import org.otklik.cases.ReachForm;
import org.otklik.cases.TakeConversation;
import org.otklik.cases.UnansweredQuestion;
import org.otklik.contacts.FindContact;
import org.otklik.dialogue.Dialogue;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Skill;
import org.otklik.giving.PledgeForm;
import org.otklik.interactions.LogInteraction;
import org.otklik.knowledge.AskKnowledge;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understander;
import org.otklik.organization.Organization;
import org.otklik.staff.SignIn;
import org.otklik.surveys.CommentForm;
import org.otklik.surveys.Farewell;
import org.otklik.surveys.ScoreForm;

/** Everything that the bot can do, one line each. */
final class Skills {
    private final Organization organization;
    private final NluModels models;
    private final EntityRecognizer recognizer;
    private final ReachForm reach;
    private final CommentForm comment = new CommentForm();
    private final ScoreForm score = new ScoreForm(comment);

    Skills(Organization organization, NluModels models) {
        this.organization = organization;
        this.models = models;
        this.recognizer = new EntityRecognizer();
        this.reach = new ReachForm(organization);
    }

    /** All of it, behind one who understands what is said. */
    Dialogue dialogue() {
        var catalogue = new IntentCatalogue();
        var staffOnly =
                catalogue.names().stream().filter(catalogue::isForStaff).collect(Collectors.toUnmodifiableSet());
        var access = new AccessRules(staffOnly);
        var understander = new Understander(models, recognizer, organization.zone(), organization.region());
        return new Dialogue(understander, skills(access), forms(), access);
    }

    List<Skill> skills(AccessRules access) {
        return List.of(
                new Courtesies(organization),
                new SwitchLanguage(),
                new Farewell(score),
                new Undo(organization),
                new AskKnowledge(organization, models.normalizer()::normalize),
                new UnansweredQuestion(organization, reach),
                new AskForPerson(organization, reach),
                new PassOn(organization, reach),
                new TakeConversation(),
                new BrokenMessages(),
                new SignIn(new SecureRandom()),
                new FindContact(access),
                new LogInteraction(organization));
    }

    List<Form> forms() {
        return List.of(
                new PledgeForm(organization, recognizer), new Complaints(organization, reach), reach, score, comment);
    }
}
