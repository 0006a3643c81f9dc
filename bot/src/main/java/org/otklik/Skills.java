package org.otklik;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.access.AccessRules;
import org.otklik.audit.WhoChanged;
import org.otklik.basics.Courtesies;
import org.otklik.basics.GroupChats;
import org.otklik.basics.NoSuchDay;
import org.otklik.basics.NoSuchTime;
import org.otklik.basics.RefuseRuin;
import org.otklik.basics.RefuseSettings;
import org.otklik.basics.RightDayForm;
import org.otklik.basics.SwitchLanguage;
import org.otklik.basics.Undo;
import org.otklik.campaigns.RefuseCampaign;
import org.otklik.cases.AskForPerson;
import org.otklik.cases.BrokenMessages;
import org.otklik.cases.CaseReading;
import org.otklik.cases.CaseStatus;
import org.otklik.cases.Danger;
import org.otklik.cases.GrievanceForm;
import org.otklik.cases.ListCases;
import org.otklik.cases.PaymentProblems;
import org.otklik.cases.PendingQuestion;
import org.otklik.cases.ProvenReach;
import org.otklik.cases.ReachForm;
import org.otklik.cases.ResolveCase;
import org.otklik.cases.TakeConversation;
import org.otklik.cases.UnansweredQuestion;
import org.otklik.commands.NearestCommands;
import org.otklik.confirmations.ByCode;
import org.otklik.confirmations.TypedConfirmation;
import org.otklik.contacts.MistypedPoint;
import org.otklik.contacts.OwnProfile;
import org.otklik.contacts.Signatures;
import org.otklik.deals.DealForm;
import org.otklik.deals.MoveForm;
import org.otklik.deals.PipelineSkill;
import org.otklik.dialogue.Admission;
import org.otklik.dialogue.Aftermath;
import org.otklik.dialogue.Dialogue;
import org.otklik.dialogue.Entries;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Headings;
import org.otklik.dialogue.Preparation;
import org.otklik.dialogue.Skill;
import org.otklik.directory.AddEmployer;
import org.otklik.directory.DuplicatePairs;
import org.otklik.directory.FindForm;
import org.otklik.directory.ListedPeople;
import org.otklik.directory.NewContactForm;
import org.otklik.directory.Newcomers;
import org.otklik.directory.OpenCard;
import org.otklik.directory.RequestAccess;
import org.otklik.directory.SameOfAnother;
import org.otklik.directory.SpeakingOfOthers;
import org.otklik.directory.TaggedPeople;
import org.otklik.directory.TimelineForm;
import org.otklik.directory.UndoMerge;
import org.otklik.directory.UpdateForm;
import org.otklik.events.CalendarQuestions;
import org.otklik.events.CancelForm;
import org.otklik.events.FreedRoom;
import org.otklik.events.ListEvents;
import org.otklik.events.RegisterForm;
import org.otklik.events.SeatQuestions;
import org.otklik.exports.ExportPeople;
import org.otklik.giving.ChangeRecurring;
import org.otklik.giving.GiftForm;
import org.otklik.giving.LateSums;
import org.otklik.giving.OwnHistory;
import org.otklik.giving.PledgeForm;
import org.otklik.giving.ReceiptForm;
import org.otklik.giving.ReceiptPhoto;
import org.otklik.giving.RecurringForm;
import org.otklik.giving.RecurringReading;
import org.otklik.giving.ReportedGiftForm;
import org.otklik.interactions.Feedback;
import org.otklik.interactions.FilesOfStaff;
import org.otklik.interactions.InteractionForm;
import org.otklik.interactions.PlaceOfVisit;
import org.otklik.interactions.VoiceLines;
import org.otklik.invitations.InviteForm;
import org.otklik.invitations.RevokeAccess;
import org.otklik.knowledge.ArticleForm;
import org.otklik.knowledge.AskKnowledge;
import org.otklik.knowledge.OpenQuestions;
import org.otklik.knowledge.PublishArticle;
import org.otklik.learning.NotMeant;
import org.otklik.learning.ReviewMessages;
import org.otklik.letters.CalendarLetters;
import org.otklik.letters.ForwardForm;
import org.otklik.letters.Forwards;
import org.otklik.letters.MachineLetters;
import org.otklik.letters.QuotedAuthors;
import org.otklik.letters.UnprovenLetters;
import org.otklik.linking.LinkAccount;
import org.otklik.linking.LinkAddressForm;
import org.otklik.linking.SharedCards;
import org.otklik.linking.TypedCode;
import org.otklik.mailings.Frequency;
import org.otklik.mailings.StopAddressForm;
import org.otklik.mailings.Subscribe;
import org.otklik.mailings.SubscribeForm;
import org.otklik.mailings.Unsubscribe;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understander;
import org.otklik.organization.Organization;
import org.otklik.privacy.AskAboutOthers;
import org.otklik.privacy.AskOnAboutOthers;
import org.otklik.privacy.ConfirmRequest;
import org.otklik.privacy.DecideErasure;
import org.otklik.privacy.EraseAnother;
import org.otklik.privacy.ErasureByWord;
import org.otklik.privacy.PersonalData;
import org.otklik.privacy.ProofAddressForm;
import org.otklik.reports.FileRequests;
import org.otklik.reports.ReportSkill;
import org.otklik.segments.SegmentSkill;
import org.otklik.staff.SignIn;
import org.otklik.surveys.AnswerSurvey;
import org.otklik.surveys.CommentForm;
import org.otklik.surveys.Farewell;
import org.otklik.surveys.SendSurvey;
import org.otklik.surveys.SurveyAfterGift;
import org.otklik.surveys.SurveyReading;
import org.otklik.tasks.CompleteForm;
import org.otklik.tasks.DigestHour;
import org.otklik.tasks.ListTasks;
import org.otklik.tasks.MyDay;
import org.otklik.tasks.PostponeForm;
import org.otklik.tasks.SeveralTasks;
import org.otklik.tasks.TaskForm;
import org.otklik.voice.Listening;
import org.otklik.volunteering.ApproveHours;
import org.otklik.volunteering.HoursForm;
import org.otklik.volunteering.HoursReading;
import org.otklik.volunteering.InquiryForm;
import org.otklik.volunteering.JoinForm;
import org.otklik.volunteering.MyHours;
import org.otklik.volunteering.ShiftForm;
import org.otklik.volunteering.WaitingHours;

/** Everything that the bot can do, one line each. */
final class Skills {
    private final Organization organization;
    private final NluModels models;
    private final EntityRecognizer recognizer;
    private final ReachForm reach;
    private final SecureRandom random = new SecureRandom();
    private final InviteForm invite;
    private final RevokeAccess revoke;
    private final ExportPeople export;
    private final CommentForm comment;
    private final Danger danger;
    private final AccessRules access;
    private final TimelineForm timeline;
    private final RightDayForm rightDay = new RightDayForm();
    private final InquiryForm inquiry;
    private final boolean listens;

    private final RecurringForm recurring;
    private final StopAddressForm stopAddress = new StopAddressForm();
    private final SubscribeForm subscribe;
    private final ProofAddressForm proofAddress;
    private final LinkAddressForm linkAddress;
    private final SharedCards cards;

    Skills(Organization organization, NluModels models) {
        this(organization, models, false);
    }

    /** @param listens whether voice messages can be listened to */
    Skills(Organization organization, NluModels models, boolean listens) {
        this.listens = listens;
        this.organization = organization;
        this.models = models;
        this.recognizer = new EntityRecognizer();
        this.reach = new ReachForm(organization);
        this.comment = new CommentForm(organization);
        this.danger = new Danger(organization);
        var catalogue = new IntentCatalogue();
        this.recurring = new RecurringForm(organization, recognizer);
        this.subscribe = new SubscribeForm(organization);
        this.proofAddress = new ProofAddressForm(organization);
        this.linkAddress = new LinkAddressForm(organization);
        this.access = new AccessRules(
                catalogue.names().stream().filter(catalogue::isForStaff).collect(Collectors.toUnmodifiableSet()));
        this.cards = new SharedCards(organization, recognizer, new NewContactForm(access));
        this.inquiry = new InquiryForm(organization);
        this.timeline = new TimelineForm(organization, access);
        var byCode = new ByCode(random);
        this.invite = new InviteForm(access, random, byCode);
        this.revoke = new RevokeAccess(access, byCode);
        this.export = new ExportPeople(organization, recognizer, access, byCode);
    }

    /** All of it, behind one who understands what is said. */
    Dialogue dialogue() {
        var understander = new Understander(models, recognizer, organization.zone(), organization.region());
        return new Dialogue(
                understander,
                skills(),
                forms(),
                admissions(understander),
                preparations(understander),
                aftermaths(),
                access);
    }

    private List<Admission> admissions(Understander understander) {
        return List.of(
                new GroupChats(understander),
                new MachineLetters(organization),
                new UnprovenLetters(organization),
                new Unsubscribe(organization, stopAddress),
                new CalendarLetters(organization));
    }

    private List<Preparation> preparations(Understander understander) {
        return List.of(
                cards,
                new NotMeant(),
                new Signatures(),
                new Headings(),
                new QuotedAuthors(),
                new Forwards(),
                new SameOfAnother(understander),
                new SpeakingOfOthers(),
                new ListedPeople(),
                new Newcomers(),
                new VoiceLines(),
                new SeveralTasks(access),
                new HoursReading(),
                new LateSums(recognizer),
                new RecurringReading(),
                new SurveyReading(recognizer),
                new CaseReading(organization),
                new CalendarQuestions(organization),
                new SeatQuestions(organization),
                new OpenQuestions());
    }

    private List<Aftermath> aftermaths() {
        return List.of(new SurveyAfterGift(organization));
    }

    List<Skill> skills() {
        var approveHours = new ApproveHours(organization, access);
        var personalData = new PersonalData(organization, proofAddress);
        var requestAccess = new RequestAccess(organization, access);
        var signIn = new SignIn(random);
        var confirm = new ConfirmRequest(organization);
        var subscribing = new Subscribe(subscribe);
        var reaching = new ProvenReach(organization);
        var link = new LinkAccount(organization, linkAddress, random);
        return List.of(
                new RefuseRuin(),
                new RefuseSettings(),
                new NoSuchTime(organization, recognizer),
                new WhoChanged(organization, access),
                new RefuseCampaign(access),
                new ErasureByWord(access),
                new TypedConfirmation(List.of(invite.confirmed(), revoke.confirmed(), export.confirmed())),
                revoke,
                revoke.confirmed(),
                new NearestCommands(access),
                new ReviewMessages(access),
                new NoSuchDay(recognizer, rightDay),
                new Courtesies(organization, access),
                new SwitchLanguage(),
                new Farewell(),
                new AnswerSurvey(organization, recognizer, comment),
                new Undo(organization, new Entries(forms())),
                new AskAboutOthers(),
                new AskOnAboutOthers(),
                new ListEvents(organization),
                new AskKnowledge(organization, words -> models.normalizer().normalize(words)),
                new UnansweredQuestion(organization, reach),
                reaching,
                new AskForPerson(organization, reach),
                new TakeConversation(danger),
                danger,
                new CaseStatus(organization, reach),
                new ListCases(organization, access),
                new ResolveCase(),
                new BrokenMessages(),
                new DigestHour(organization),
                new MyDay(organization),
                new ListTasks(organization, access),
                new OwnProfile(),
                new MistypedPoint(),
                new ChangeRecurring(organization, recurring),
                new OwnHistory(),
                new PaymentProblems(organization, reach),
                new Feedback(organization),
                new PlaceOfVisit(),
                new Listening(listens),
                new Unsubscribe(organization, stopAddress),
                subscribing,
                new Frequency(organization),
                personalData,
                new EraseAnother(personalData),
                confirm,
                new DecideErasure(organization, access),
                approveHours,
                new WaitingHours(approveHours),
                new MyHours(organization),
                new FreedRoom(organization),
                requestAccess,
                new OpenCard(requestAccess),
                new AddEmployer(),
                new TaggedPeople(access),
                new DuplicatePairs(organization, access),
                new UndoMerge(access),
                inquiry.reminder(),
                timeline.earlier(),
                signIn,
                new TypedCode(random, signIn, List.of(confirm, subscribing, reaching, link)),
                link,
                cards,
                invite.opening(),
                new ReportSkill(organization, recognizer, access),
                new FileRequests(access),
                new ReceiptPhoto(),
                new FilesOfStaff(),
                export,
                new SegmentSkill(organization, recognizer, access),
                new PipelineSkill(access),
                new PublishArticle(access),
                new MoveForm(access).byTitle());
    }

    List<Form> forms() {
        return List.of(
                new PledgeForm(organization, recognizer),
                new GiftForm(organization, recognizer, access),
                new ReportedGiftForm(organization, recognizer),
                new ReceiptForm(organization),
                recurring,
                stopAddress,
                subscribe,
                proofAddress,
                linkAddress,
                new InteractionForm(organization),
                new ForwardForm(organization),
                rightDay,
                new TaskForm(organization, recognizer),
                new CompleteForm(organization, access),
                new PostponeForm(organization, recognizer, access),
                new FindForm(organization, access),
                timeline,
                new NewContactForm(access),
                new UpdateForm(access),
                inquiry,
                new DealForm(organization, recognizer),
                new MoveForm(access),
                new ArticleForm(access),
                invite,
                new RegisterForm(organization),
                new CancelForm(organization),
                new JoinForm(organization),
                new HoursForm(organization, recognizer),
                new ShiftForm(organization, recognizer, access),
                GrievanceForm.complaint(organization, reach),
                GrievanceForm.help(organization, reach),
                new PendingQuestion(organization),
                reach,
                new SendSurvey(organization),
                comment);
    }
}
