package org.otklik.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.JSONB;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Action;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Offered;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** Lists people by a condition in words, changes the condition of the last list, and keeps it under a name. */
public final class SegmentSkill implements Attentive {
    private static final String QUERY = "segments.query";
    private static final String MAILING = "campaigns.send";
    private static final Pattern QUOTED = Pattern.compile("[«„“\"']([^»“”\"']{1,80})[»“”\"']");
    private static final int LONGEST_NAME = 80;
    private static final int FEW_WORDS = 12;
    private static final double LIKELY = 0.25;

    /** What people want for themselves, in the words that tell one from another: "how many people are subscribed". */
    private static final Set<String> FOR_ONESELF = Set.of(
            "conversation.language",
            "mailing.subscribe",
            "mailing.unsubscribe",
            "volunteering.my_hours",
            "giving.history");

    /** What may be said in going on from a list; who asks for anything else has left it. */
    private static final Set<String> GOING_ON = Set.of(
            QUERY,
            "reports.show",
            "conversation.correct",
            "conversation.deny",
            "giving.history",
            "contacts.find",
            "contacts.timeline",
            "knowledge.ask");

    private final Organization organization;
    private final RuleReader reader;
    private final PeopleList list;
    private final Cues words = new Cues("segments");
    private final Phrases who = new Phrases("who-asked");
    private final Phrases goingOn = new Phrases("going-on");

    public SegmentSkill(Organization organization, EntityRecognizer recognizer, AccessRules access) {
        this.organization = organization;
        this.reader = new RuleReader(organization, recognizer);
        this.list = new PeopleList(organization, access);
    }

    @Override
    public Set<String> intents() {
        return Set.of(QUERY, PeopleList.KEEP);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (heard.act().is(PeopleList.KEEP)) {
            turn.say(SegmentsText.NAME_IT);
            // The list stays the one that the next words keep.
            heard.argument(PeopleList.RULE)
                    .ifPresent(
                            rule -> turn.offer(SegmentsText.KEEP, Action.of(PeopleList.KEEP, PeopleList.RULE, rule)));
            return;
        }
        var asked = heard.whole().acts().size() > 1 ? heard.whole().only(heard.act()) : heard.whole();
        read(turn, asked).ifPresentOrElse(rule -> list.show(turn, rule), () -> turn.say(SegmentsText.NO_CONDITION));
    }

    private Optional<Rule> read(Turn turn, Understanding understanding) {
        return reader.read(understanding, turn.language(), organization.day(turn.at()));
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        if (!turn.speaker().isStaff()) {
            return false;
        }
        var text = understanding.text();
        if (words.has(text, "keep") && words.has(text, "list")) {
            keep(turn, text);
            return true;
        }
        boolean isOfSegments = words.has(text, "segment") || words.has(text, "which") || asksForKept(turn, text);
        if (isOfSegments && !words.has(text, "mailing")) {
            return show(turn, text, understanding);
        }
        return goesOn(turn, understanding) || isList(turn, understanding);
    }

    /** "Who is in “Autumn calls”?": the name in quotation marks says that it is a kept list. */
    private boolean asksForKept(Turn turn, String text) {
        return QUOTED.matcher(text).find()
                && who.opening(text).isPresent()
                && new Segments(turn.sql()).named(text).isPresent();
    }

    /** Those who agreed to a mailing are asked for in much the same words as a mailing is: what sends nothing is a list. */
    private boolean isList(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean isAsked = who.opening(text).isPresent();
        boolean isForOneself = isAsked
                && understanding
                        .main()
                        .filter(act -> FOR_ONESELF.contains(act.intent()))
                        .isPresent();
        boolean mayBe = understanding.main().filter(act -> act.is(MAILING)).isPresent()
                || (isAsked && understanding.acts().isEmpty())
                || isForOneself
                || understanding.ranked().stream()
                        .limit(2)
                        .anyMatch(ranked -> ranked.label().equals(QUERY) && ranked.confidence() >= LIKELY);
        boolean isAnother = understanding
                .main()
                .filter(act -> act.isSure() && !act.is(MAILING) && !isForOneself)
                .isPresent();
        if (!mayBe || isAnother || !words.has(text, "people") || words.has(text, "sending")) {
            return false;
        }
        var rule = read(turn, understanding);
        rule.ifPresent(found -> list.show(turn, found));
        return rule.isPresent();
    }

    private void keep(Turn turn, String text) {
        var rule = Offered.lately(turn, PeopleList.KEEP).flatMap(SegmentSkill::rule);
        var name = name(text);
        if (rule.isEmpty()) {
            turn.say(SegmentsText.NOTHING_TO_KEEP);
        } else if (name.isEmpty()) {
            turn.say(SegmentsText.NAME_IT);
        } else {
            new Segments(turn.sql()).keep(name.get(), rule.get());
            turn.changed();
            turn.say(Text.of(SegmentsText.KEPT).with("name", name.get()).with("rule", RuleText.of(rule.get())));
        }
    }

    private static Optional<Rule> rule(Action action) {
        return Optional.ofNullable(action.arguments().get(PeopleList.RULE))
                .map(json -> Json.read(JSONB.valueOf(json), Rule.class));
    }

    /** In quotation marks, or what follows the word that announces a name. */
    private Optional<String> name(String text) {
        var quoted = QUOTED.matcher(text);
        if (quoted.find()) {
            return Optional.of(quoted.group(1).strip());
        }
        return words.in(text).stream()
                .filter(found -> found.name().equals("as"))
                .reduce((one, other) -> other)
                .map(found -> text.substring(found.span().end()).replaceAll("^[\\s:–—-]+|[\\s.!]+$", ""))
                .filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME);
    }

    private boolean show(Turn turn, String text, Understanding understanding) {
        var segments = new Segments(turn.sql());
        var named = segments.named(text);
        if (named.isPresent()) {
            var lines = new ArrayList<String>();
            lines.add(turn.written(
                    Text.of(SegmentsText.SEGMENT).with("name", named.get().name())));
            lines.add(turn.written(Text.of(SegmentsText.CONDITION)
                    .with("rule", RuleText.of(named.get().rule()))));
            list.people(turn, named.get().rule(), lines);
            if (!lines.isEmpty()) {
                turn.quote(String.join("\n", lines));
            }
            return true;
        }
        boolean isAQuery = understanding
                .main()
                .filter(act -> act.isSure() && !act.is(QUERY) && !act.is("contacts.find"))
                .isEmpty();
        boolean isAboutOne = QUOTED.matcher(text).find() || words.has(text, "which");
        if (!isAQuery || !isAboutOne) {
            return false;
        }
        var names = segments.all().stream().map(Segments.Segment::name).toList();
        if (names.isEmpty()) {
            turn.say(SegmentsText.NO_SEGMENTS);
        } else {
            var answer = words.has(text, "which") ? SegmentsText.SEGMENTS : SegmentsText.NO_SUCH_SEGMENT;
            turn.say(Text.of(answer).with("names", List.copyOf(names)));
        }
        return true;
    }

    /** "I meant 2000 or more", "and last year?": the last list with another condition. */
    private boolean goesOn(Turn turn, Understanding understanding) {
        var present = Offered.justNow(turn, PeopleList.KEEP).flatMap(SegmentSkill::rule);
        var opening = goingOn.opening(understanding.text());
        boolean isAnother = opening.isEmpty()
                || understanding.text().strip().split("\\s+").length > FEW_WORDS
                || (opening.filter(RuleReader.NARROWING::equals).isEmpty() && isAnotherMatter(understanding));
        if (present.isEmpty() || isAnother) {
            return false;
        }
        var changed = reader.change(present.get(), understanding, turn.language(), organization.day(turn.at()));
        changed.ifPresent(rule -> list.show(turn, rule));
        return changed.isPresent();
    }

    private static boolean isAnotherMatter(Understanding understanding) {
        return understanding
                .main()
                .filter(Act::isSure)
                .filter(act -> !GOING_ON.contains(act.intent()))
                .isPresent();
    }
}
