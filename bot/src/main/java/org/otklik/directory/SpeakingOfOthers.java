package org.otklik.directory;

import java.util.List;
import java.util.Set;
import org.otklik.channels.Letter;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.PersonName.Kind;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;
import org.otklik.staff.StaffMembers;

/**
 * What staff say is about somebody else: a question about one who is named is a look at their card, whatever else it looks like,
 * and words about a tag or an owner change the card.
 */
public final class SpeakingOfOthers implements Preparation {
    /** Somebody whom staff speak of wants to be a volunteer. */
    public static final String VOLUNTEERING = "volunteering.inquiry";

    /** Shorter words are too often something else. */
    private static final int SHORTEST_NAME = 2;

    private static final int LONGEST_NAME = 4;

    private static final String FIND = "contacts.find";
    private static final String INVITE = "staff.invite";
    private static final String UNKNOWN = "out_of_scope";
    private static final Set<String> COURTESIES = Set.of("conversation.greet", "conversation.thanks");
    static final String UPDATE = "contacts.update";

    /** What a question about one person may look like. */
    private static final Set<String> QUESTIONS = Set.of(
            UNKNOWN,
            "reports.show",
            "segments.query",
            "giving.history",
            "giving.record",
            "contacts.timeline",
            "contacts.update",
            "contacts.merge",
            "profile.update",
            "knowledge.ask",
            INVITE,
            "deals.pipeline");

    /** What is only a look at a card when it is asked as a question. */
    private static final Set<String> CHANGES =
            Set.of(UPDATE, "profile.update", "giving.record", "contacts.merge", INVITE);

    /** What names somebody too, and is nothing else for all that. */
    private static final Set<String> NOT_A_CHANGE =
            Set.of("contacts.create", "interactions.log", "giving.record", "knowledge.add_article", "campaigns.send");

    /** What "her name is Herrero" may look like. */
    private static final Set<String> RENAMING =
            Set.of(UNKNOWN, FIND, "contacts.create", INVITE, "conversation.correct", "conversation.deny");

    private static final WordPatterns WORDS = new WordPatterns("contact-words");
    private static final Cues CASES = new Cues("case-kinds");
    private static final WordPatterns COLLEAGUES = new WordPatterns("colleagues");
    private static final Phrases EVERYBODY = new Phrases("everybody");
    private final Phrases interrogatives = new Phrases("interrogatives");

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        if (!turn.speaker().isStaff()) {
            return understanding;
        }
        if (isNothingButWho(turn, understanding)) {
            return understanding.with(List.of(whole(understanding).as(FIND)));
        }
        if (understanding.acts().stream().allMatch(act -> COURTESIES.contains(act.intent()))) {
            var act = whole(understanding);
            var meant = meant(turn, understanding, act);
            return meant.is(UNKNOWN) ? understanding : understanding.with(List.of(meant));
        }
        return understanding.with(understanding.acts().stream()
                .map(act -> meant(turn, understanding, act))
                .map(act -> isNewEmployee(turn, understanding.only(act), act) ? act.as(NewContactForm.CREATE) : act)
                .filter(act -> !act.is(VOLUNTEERING) || act.mood().isReal())
                .toList());
    }

    private static Act whole(Understanding understanding) {
        return new Act(UNKNOWN, 0, 0, understanding.text(), understanding.entities(), false);
    }

    /** A name, a number or an address by itself, where nothing was asked. */
    private static boolean isNothingButWho(Turn turn, Understanding understanding) {
        var act = whole(understanding);
        boolean names = names(act) || hasPoint(understanding);
        boolean isAsked = turn.state().form().isPresent() || turn.state().fixing();
        return !isAsked && ((names && act.isBare(understanding.text())) || isStored(turn, understanding));
    }

    /** Names are written without capitals, and in any case: "daisy ltd" is one only because we have it on record. */
    private static boolean isStored(Turn turn, Understanding understanding) {
        var words =
                understanding.text().replaceAll("[^\\p{L}\\p{N}\u2019'-]+", " ").strip();
        boolean isSomethingElse = understanding.main().filter(Act::isSure).isPresent();
        return !isSomethingElse
                && !understanding.text().isBlank()
                && words.length() > SHORTEST_NAME
                && words.split(" ").length <= LONGEST_NAME
                && !new Contacts(turn.sql()).named(words).isEmpty();
    }

    private Act meant(Turn turn, Understanding understanding, Act act) {
        var own = understanding.only(act);
        var saying = new Saying(own);
        boolean isQuestion = isQuestion(act.text());
        boolean isOfPeople = isQuestion || EVERYBODY.isIn(act.text());
        if (isOfPeople
                && saying.says("tag")
                && !names(act)
                && !saying.tags(false).isEmpty()) {
            return isCondition(act) ? act : act.as(TaggedPeople.TAGGED);
        }
        boolean isOfACase = act.is("cases.take") && !CASES.in(act.text()).isEmpty();
        boolean isChanged = !NOT_A_CHANGE.contains(act.intent()) && !isOfACase && isChange(turn, own, saying);
        if (!isQuestion && (isChanged || isRenamed(turn, own, act))) {
            return act.as(UPDATE);
        }
        boolean isSomethingElse = act.isSure() && NOT_A_CHANGE.contains(act.intent()) && !saying.says("left");
        if (!isQuestion && !isSomethingElse && isTie(turn, own, saying)) {
            return act.as(UPDATE);
        }
        if (act.is("volunteering.join") || (act.is("deals.create") && WORDS.has(act.text(), "role-volunteer"))) {
            return act.as(VOLUNTEERING);
        }
        boolean tellsAPoint = act.is(FIND) && !isQuestion && isPointTold(turn, own, act);
        if ((act.is("profile.update") && names(act)) || tellsAPoint) {
            return act.as(UPDATE);
        }
        if (!isQuestion && act.is(INVITE) && isOutside(turn, own, act)) {
            return act.as(NewContactForm.CREATE);
        }
        return isAboutOne(turn, own, act, isQuestion) ? act.as(FIND) : act;
    }

    /** "With the tag, who gave this year": more is asked of them than the tag. */
    private static boolean isCondition(Act act) {
        return act.is("segments.query")
                && act.entities().stream()
                        .anyMatch(entity -> entity instanceof Entity.Date || entity instanceof Entity.Money);
    }

    /** A tag with its name, a colleague who is to look after somebody, a card that is to be closed. */
    private static boolean isChange(Turn turn, Understanding own, Saying saying) {
        boolean tags = !saying.tags(false).isEmpty() || !saying.tags(true).isEmpty();
        boolean entrusts =
                saying.says("owner") && new StaffMembers(turn.sql()).named(own).isPresent() && persons(own) > 1;
        return tags || entrusts || saying.says("restrict") || saying.says("unrestrict");
    }

    /** "Her surname is Herrero", of whom is spoken of just now; who is added by a given and a family name is somebody new. */
    private static boolean isRenamed(Turn turn, Understanding own, Act act) {
        var told = ToldName.in(own);
        boolean isOfSpokenOf = turn.state().topic().isPresent() && !(told.tells(Kind.GIVEN) && told.tells(Kind.FAMILY));
        boolean isOfKnown = own.all(Entity.Person.class)
                .filter(person -> !told.isPart(person))
                .findFirst()
                .map(person ->
                        !new Contacts(turn.sql()).named(person.name().base()).isEmpty())
                .orElse(isOfSpokenOf);
        return told.isTold()
                && (act.is(UPDATE) || act.is("profile.update") || (RENAMING.contains(act.intent()) && isOfKnown));
    }

    /** "There is a new accountant at Northwind": who works elsewhere, or is told with a number, is no colleague of ours. */
    private static boolean isOutside(Turn turn, Understanding own, Act act) {
        boolean works = Employer.in(turn.sql(), own, act.text()).isPresent();
        boolean isColleague = COLLEAGUES.isIn(act.text());
        return persons(own) == 1 && !isColleague && (works || hasPoint(own));
    }

    /** "Helen Moss has joined Northwind": nobody's card can be changed who has none. */
    private static boolean isNewEmployee(Turn turn, Understanding own, Act act) {
        var saying = new Saying(own);
        return act.is(UPDATE)
                && persons(own) == 1
                && !saying.says("left")
                && !RelationReader.isTold(own)
                && own.all(Entity.Person.class).allMatch(person -> Newcomers.isUnknown(turn, own, person))
                && Employer.in(turn.sql(), own, saying.text()).isPresent();
    }

    /** Who is whose wife or mother, and who works where. */
    private static boolean isTie(Turn turn, Understanding own, Saying saying) {
        boolean isOfWork = (saying.says("works") || saying.says("left"))
                && persons(own) == 1
                && Employer.in(turn.sql(), own, saying.text()).isPresent();
        return isOfWork || RelationReader.isTold(own);
    }

    private static long persons(Understanding own) {
        return own.all(Entity.Person.class).count();
    }

    private boolean isQuestion(String text) {
        return text.strip().endsWith("?") || interrogatives.opening(text).isPresent();
    }

    /** "Her phone is +44…": a number with its name and whose it is, where nobody is looked for by it. */
    private static boolean isPointTold(Turn turn, Understanding own, Act act) {
        var facts = Fact.in(act.text());
        boolean isOfSpokenOf = turn.state().topic().isPresent() && new Saying(own).says("being");
        return (names(act) || isOfSpokenOf)
                && ((facts.contains(Fact.PHONE)
                                && own.all(Entity.Phone.class).findFirst().isPresent())
                        || (facts.contains(Fact.EMAIL)
                                && own.all(Entity.Email.class).findFirst().isPresent()));
    }

    private static boolean names(Act act) {
        return act.entities().stream().anyMatch(Entity::namesSomebody);
    }

    private static boolean isAboutOne(Turn turn, Understanding own, Act act, boolean isQuestion) {
        boolean canBe = QUESTIONS.contains(act.intent());
        boolean changes = CHANGES.contains(act.intent());
        return canBe
                && (isQuestion || !changes)
                && !Fact.in(act.text()).isEmpty()
                && (isKnown(turn, own) || isSubject(turn));
    }

    private static boolean isKnown(Turn turn, Understanding own) {
        return hasPoint(own)
                || new Mentions(new Contacts(turn.sql()), own).spelling().isPresent();
    }

    private static boolean hasPoint(Understanding own) {
        return own.all(Entity.Phone.class).findFirst().isPresent()
                || own.all(Entity.Email.class).findFirst().isPresent();
    }

    /** A letter may name somebody in its subject only. */
    private static boolean isSubject(Turn turn) {
        return turn.message()
                .letter()
                .map(Letter::subject)
                .filter(subject -> Mentions.in(new Contacts(turn.sql()), subject)
                        .spelling()
                        .isPresent())
                .isPresent();
    }
}
