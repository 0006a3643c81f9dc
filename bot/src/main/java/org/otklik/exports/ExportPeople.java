package org.otklik.exports;

import static org.otklik.schema.Tables.EXPORT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.JSONB;
import org.otklik.access.AccessRules;
import org.otklik.confirmations.ByCode;
import org.otklik.conversation.Action;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.files.Csv;
import org.otklik.i18n.Text;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.segments.Members;
import org.otklik.segments.Rule;
import org.otklik.segments.RuleReader;
import org.otklik.segments.RuleText;
import org.otklik.staff.StaffMembers;

/**
 * Gives managers people as a file: all, or those of a condition. Asked for by mail it wants a code. Who has taken out what is kept; what
 * the file shows is looked up when it is made.
 */
public final class ExportPeople implements Skill {
    private static final String REQUEST = "exports.request";
    private static final String RULE = "rule";

    private final Organization organization;
    private final AccessRules access;
    private final RuleReader reader;
    private final ByCode byCode;

    public ExportPeople(Organization organization, EntityRecognizer recognizer, AccessRules access, ByCode byCode) {
        this.organization = organization;
        this.access = access;
        this.reader = new RuleReader(organization, recognizer);
        this.byCode = byCode;
    }

    @Override
    public Set<String> intents() {
        return Set.of(REQUEST);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (!mayExport(turn)) {
            refuse(turn);
            return;
        }
        var rule = reader.read(heard.whole().only(heard.act()), turn.language(), organization.day(turn.at()));
        if (ByCode.isNeeded(turn)) {
            var action = new Action(
                    Confirmed.INTENT,
                    rule.map(condition -> Map.of(RULE, Json.write(condition).data()))
                            .orElse(Map.of()));
            byCode.ask(turn, said(ExportsText.WOULD_EXPORT, rule, people(turn, rule)), action);
        } else {
            export(turn, rule);
        }
    }

    /** Makes the file, once the code for it was sent back. */
    public Skill confirmed() {
        return new Confirmed();
    }

    private final class Confirmed implements Skill {
        private static final String INTENT = "exports.confirmed";

        @Override
        public Set<String> intents() {
            return Set.of(INTENT);
        }

        @Override
        public void run(Turn turn, Heard heard) {
            // A role may have changed in the meantime.
            if (mayExport(turn)) {
                export(turn, heard.argument(RULE).map(json -> Json.read(JSONB.valueOf(json), Rule.class)));
            } else {
                refuse(turn);
            }
        }
    }

    private boolean mayExport(Turn turn) {
        return turn.speaker()
                .staff()
                .filter(staff -> access.mayExport(staff.role()))
                .isPresent();
    }

    private static void refuse(Turn turn) {
        var manager = new StaffMembers(turn.sql()).manager().map(StaffMembers.Member::name);
        turn.say(Text.of(ExportsText.NO_EXPORT).with("manager", manager.orElse("")));
    }

    private List<ContactRecord> people(Turn turn, Optional<Rule> rule) {
        var role = turn.speaker().staff().orElseThrow().role();
        var members = new Members(turn.sql(), organization.day(turn.at()), access.mayListRestricted(role));
        return rule.map(members::of).orElseGet(members::all);
    }

    private void export(Turn turn, Optional<Rule> rule) {
        var people = people(turn, rule);
        var name = "contacts-" + organization.day(turn.at()) + ".csv";
        turn.attach(Csv.file(name, new PeopleFile(turn.sql()).rows(people)));
        turn.sql()
                .insertInto(EXPORT)
                .set(EXPORT.STAFF_ID, turn.speaker().staff().orElseThrow().id())
                .set(EXPORT.MESSAGE_ID, turn.message().id())
                .set(
                        EXPORT.WHAT,
                        rule.map(condition -> turn.written(RuleText.of(condition)))
                                .orElse(""))
                .set(EXPORT.CONTACTS, people.size())
                .set(EXPORT.MADE_AT, turn.at())
                .execute();
        turn.say(said(ExportsText.EXPORTED, rule, people));
    }

    private static Text said(ExportsText key, Optional<Rule> rule, List<ContactRecord> people) {
        return Text.of(key)
                .with("count", people.size())
                .with("all", rule.isEmpty() ? "yes" : "no")
                .with("rule", rule.<Object>map(RuleText::of).orElse(""));
    }
}
