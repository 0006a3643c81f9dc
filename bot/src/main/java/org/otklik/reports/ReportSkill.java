package org.otklik.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.JSONB;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Action;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Offered;
import org.otklik.files.Csv;
import org.otklik.files.LongList;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.reports.Request.Kind;
import org.otklik.segments.PeopleList;
import org.otklik.segments.Rule;
import org.otklik.segments.RuleReader;

/** Shows figures, asked for by name or in words, goes on from the last report, and names the nearest ones of a mistyped name. */
public final class ReportSkill implements Attentive {
    private static final String SHOW = "reports.show";
    private static final String AGAIN = "reports.again";
    private static final String FILE = "reports.file";
    private static final String REQUEST = "request";
    /** How much was given is asked in the words in which gifts are told of. */
    private static final String GIVING = "giving.";

    /** What is reported of it is called as the survey is. */
    private static final String SENDING = "surveys.send";

    private static final int FEW_WORDS = 12;
    private static final int SHORT = 6;

    private static final Optional<Kind> RECEIVED = Optional.of(Kind.RECEIVED);

    /** What the classifier may take the name of a report for: things that are only looked at. */
    private static final Set<String> LOOKING = Set.of(
            SHOW,
            "segments.query",
            "exports.request",
            "knowledge.ask",
            "contacts.find",
            "contacts.timeline",
            "cases.list",
            "cases.status",
            "deals.pipeline",
            "giving.history",
            "volunteering.my_hours",
            "conversation.correct",
            "conversation.deny");

    private final Organization organization;
    private final AccessRules access;
    private final Reports reports;
    private final ReportWords words = new ReportWords();
    private final Phrases goingOn = new Phrases("going-on");
    private final RuleReader reader;
    private final PeopleList people;

    public ReportSkill(Organization organization, EntityRecognizer recognizer, AccessRules access) {
        this.organization = organization;
        this.access = access;
        this.reports = new Reports(organization, access);
        this.reader = new RuleReader(organization, recognizer);
        this.people = new PeopleList(organization, access);
    }

    @Override
    public Set<String> intents() {
        return Set.of(SHOW, AGAIN, FILE);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var pressed = heard.argument(REQUEST).map(ReportSkill::request);
        if (pressed.isPresent()) {
            var request = pressed.get();
            show(turn, heard.act().is(FILE) ? request.with(file()) : request);
            return;
        }
        var asked = heard.whole().acts().size() > 1 ? heard.whole().only(heard.act()) : heard.whole();
        var kind = words.kind(asked.text()).or(() -> words.isOfMoney(asked) ? RECEIVED : Optional.empty());
        var rule = rule(turn, asked)
                .filter(found -> kind.isEmpty() || words.asksWho(asked.text()) || isOfSomeDonors(kind, found));
        var any = read(turn, Kind.RECEIVED, asked);
        boolean isOfATime = kind.isEmpty()
                && words.asksForAnyReport(asked.text())
                && any.when().isPresent();
        if (isOfATime) {
            show(turn, any);
        } else if (rule.isPresent() && kind.filter(words::isByName).isEmpty()) {
            people.show(turn, rule.get());
        } else if (kind.isPresent()) {
            show(turn, read(turn, kind.get(), asked));
        } else {
            turn.say(ReportsText.WHICH_REPORTS);
        }
    }

    private Optional<Rule> rule(Turn turn, Understanding understanding) {
        return reader.read(understanding, turn.language(), organization.day(turn.at()))
                // "How many cases in October": nothing of it but the time is a condition.
                .filter(rule -> !(words.isOfSomethingElse(understanding.text())
                        && rule instanceof Rule.Gave gave
                        && gave.limits().isEmpty()));
    }

    private Request read(Turn turn, Kind kind, Understanding understanding) {
        return words.read(kind, understanding, organization.day(turn.at()));
    }

    private static Request request(String json) {
        return Json.read(JSONB.valueOf(json), Request.class);
    }

    private static Request file() {
        return new Request(Kind.RECEIVED, Optional.empty(), Optional.empty(), 0, true);
    }

    private void show(Turn turn, Request request) {
        boolean isAhead = request.kind() != Kind.PROMISED
                && request.when()
                        .flatMap(when -> when.from())
                        .filter(from -> from.isAfter(organization.day(turn.at())))
                        .isPresent();
        if (isAhead) {
            turn.say(ReportsText.TIME_AHEAD);
            return;
        }
        var report = reports.make(turn, request);
        boolean mayExport =
                access.mayExport(turn.speaker().staff().orElseThrow().role());
        say(turn, request, report, mayExport);
        if (request.asChart()) {
            new Charts(turn, name(request)).attach(report);
        }
        if (request.asFile() && !report.rows().isEmpty()) {
            if (mayExport) {
                turn.attach(Csv.file(name(request) + ".csv", report.rows()));
            } else {
                turn.say(ReportsText.NO_FILE);
            }
        } else if (mayExport && !report.rows().isEmpty()) {
            offer(turn, ReportsText.AS_FILE, FILE, request);
        }
        offer(turn, ReportsText.AGAIN, AGAIN, request);
    }

    /** In a letter its rows are a table, and a file where there are many. */
    private static void say(Turn turn, Request request, Report report, boolean mayExport) {
        var lines = report.lines();
        var grid = report.grid().filter(_ -> turn.hasTables());
        if (grid.isEmpty()) {
            turn.quote(String.join("\n", lines));
            return;
        }
        new LongList(
                        name(request),
                        String.join(" ", lines.subList(0, grid.get().from())),
                        grid.get().titles(),
                        grid.get().numbers(),
                        grid.get().rows(),
                        mayExport && !request.asFile() ? report.rows() : List.of())
                .show(turn);
        turn.quote(String.join("\n", lines.subList(grid.get().to(), lines.size())));
    }

    private static void offer(Turn turn, ReportsText label, String intent, Request request) {
        turn.offer(label, Action.of(intent, REQUEST, Json.write(request).data()));
    }

    private static String name(Request request) {
        var year = request.when()
                .flatMap(when -> when.from())
                .map(from -> "-" + from.getYear())
                .orElse("");
        return request.kind().name().toLowerCase(Locale.ROOT) + year;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        return turn.speaker().isStaff()
                && (isOfNoNumber(turn, understanding)
                        || goesOn(turn, understanding)
                        || isNamed(turn, understanding)
                        || isMistyped(turn));
    }

    /** "Top 0", "LYBUNT 3000": nothing can be shown of it, and it is asked what was meant. */
    private boolean isOfNoNumber(Turn turn, Understanding understanding) {
        var top = words.impossibleTop(understanding.text());
        var year = top.isPresent() ? Optional.<String>empty() : words.impossibleYear(understanding);
        top.ifPresent(number -> turn.say(Text.of(ReportsText.NO_SUCH_TOP).with("number", number)));
        year.ifPresent(number -> turn.say(Text.of(ReportsText.NO_SUCH_YEAR).with("number", number)));
        return top.isPresent() || year.isPresent();
    }

    private boolean isNamed(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean isNothingElse = words.isNothingElse(understanding);
        boolean isLeft =
                (understanding.acts().isEmpty() || (isNothingElse && isLooking(understanding) && !words.asksWho(text)))
                        && (text.strip().endsWith("?") || text.strip().split("\\s+").length <= SHORT);
        boolean namesNobody = understanding.all(Entity.Person.class).findAny().isEmpty();
        boolean asksHowMuch = namesNobody && words.asksHowMuch(text) && !words.asksWho(text);
        var kind = words.kind(text)
                .or(() -> isNothingElse && words.isOfMoney(understanding) ? RECEIVED : Optional.empty())
                .filter(name -> (isLeft && namesNobody) || asksHowMuch || words.isByName(name));
        boolean isNameAlone = isNothingElse && kind.filter(words::isByName).isPresent();
        boolean isWritten = understanding
                .main()
                .filter(_ -> !isNameAlone)
                .filter(Act::isSure)
                .filter(act -> !LOOKING.contains(act.intent())
                        && !(asksHowMuch && act.intent().startsWith(GIVING)))
                .filter(act -> kind.filter(Kind.GAPS::equals).isEmpty() || !act.is("knowledge.add_article"))
                .isPresent();
        boolean isSent = !isNameAlone
                && understanding.main().filter(act -> act.is(SENDING)).isPresent();
        if (kind.isEmpty() || isWritten || isSent || understanding.acts().size() > 1) {
            return false;
        }
        var some = rule(turn, understanding).filter(rule -> isOfSomeDonors(kind, rule));
        if (some.isPresent()) {
            people.show(turn, some.get());
            return true;
        }
        show(turn, read(turn, kind.get(), understanding));
        return true;
    }

    /** "How many donors have no phone": not all who gave are counted. */
    private static boolean isOfSomeDonors(Optional<Kind> kind, Rule rule) {
        return kind.filter(Kind.DONORS::equals).isPresent()
                && rule instanceof Rule.All all
                && all.of().stream().anyMatch(part -> !(part instanceof Rule.Gave) && !(part instanceof Rule.HasRole));
    }

    private static boolean isLooking(Understanding understanding) {
        return understanding
                .main()
                .filter(act -> LOOKING.contains(act.intent()))
                .isPresent();
    }

    /** "And by month in 2025?": the last report of another time or in other parts. */
    private boolean goesOn(Turn turn, Understanding understanding) {
        var text = understanding.text();
        var last = Offered.justNow(turn, AGAIN)
                .map(action -> request(String.valueOf(action.arguments().get(REQUEST))));
        boolean leaves = goingOn.opening(text).isEmpty()
                || text.strip().split("\\s+").length > FEW_WORDS
                || words.asksWho(text)
                || understanding
                        .main()
                        .filter(Act::isSure)
                        .filter(act -> !LOOKING.contains(act.intent()))
                        .isPresent();
        if (last.isEmpty() || leaves) {
            return false;
        }
        var kind = words.kind(text).orElse(last.get().kind());
        var said = read(turn, kind, understanding);
        var more = said.when().isEmpty() && words.isOneBefore(text)
                ? said.before(last.get(), organization.day(turn.at()))
                : said;
        boolean saysSomething = more.when().isPresent()
                || more.step().isPresent()
                || more.top() > 0
                || more.asFile()
                || more.asChart()
                || kind != last.get().kind()
                || words.isRepeat(text);
        if (saysSomething) {
            var before = last.get();
            show(turn, new Request(kind, before.when(), before.step(), before.top(), false).with(more));
        }
        return saysSomething;
    }

    private boolean isMistyped(Turn turn) {
        // As it was typed: a slip must not have been taken for the other alphabet.
        var nearest = words.nearest(turn.message().said());
        if (!nearest.isEmpty()) {
            turn.say(Text.of(ReportsText.NEAREST).with("names", List.copyOf(nearest)));
        }
        return !nearest.isEmpty();
    }
}
