package org.otklik.commands;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.otklik.access.AccessRules;
import org.otklik.access.Role;
import org.otklik.i18n.Text;

/** What staff can ask for in a line. */
enum Command {
    FIND("contacts.find"),
    FACT("contacts.find"),
    TIMELINE("contacts.timeline"),
    LOG("interactions.log"),
    RECORD_GIFT("giving.record"),
    REMIND("tasks.create"),
    MY_TASKS("tasks.list"),
    TASK_DONE("tasks.complete"),
    MOVE_TASK("tasks.postpone"),
    ADD_CONTACT("contacts.create"),
    CHANGE_CONTACT("contacts.update"),
    CASES("cases.list"),
    TAKE_CASE("cases.take"),
    CLOSE_CASE("cases.resolve"),
    EVENTS("events.list"),
    WHO_GAVE("segments.query"),
    LYBUNT("reports.show"),
    RECEIVED("reports.show"),
    CHART("reports.show"),
    LARGEST("reports.show"),
    RETENTION("reports.show"),
    PIPELINE("deals.pipeline"),
    OPEN_DEAL("deals.create"),
    MOVE_DEAL("deals.move"),
    SURVEY("surveys.send"),
    DUPLICATES("contacts.duplicates", Right.MERGE),
    ARTICLE("knowledge.add_article"),
    IMPORT("imports.start", Right.IMPORT),
    EXPORT("exports.request", Right.EXPORT),
    INVITE("staff.invite", Right.ADMINISTER),
    REVOKE("staff.invite", Right.ADMINISTER),
    REVIEW("learning.review", Right.ADMINISTER),
    UNDO("conversation.undo"),
    HELP("conversation.help");

    private final String intent;
    private final Right right;

    Command(String intent) {
        this(intent, Right.WORK);
    }

    Command(String intent, Right right) {
        this.intent = intent;
        this.right = right;
    }

    /** What it takes. */
    private enum Right {
        WORK,
        MERGE,
        IMPORT,
        EXPORT,
        ADMINISTER;

        boolean isOf(AccessRules access, Role role) {
            return switch (this) {
                case WORK -> true;
                case MERGE -> access.mayPrepareMerges(role);
                case IMPORT -> access.mayImport(role);
                case EXPORT -> access.mayExport(role);
                case ADMINISTER -> access.mayInvite(role);
            };
        }
    }

    /** What a role may have done, and no more. */
    static List<Command> of(AccessRules access, Role role) {
        return Arrays.stream(values())
                .filter(command -> command.right.isOf(access, role))
                .toList();
    }

    /** What it does, in a few words. */
    Text meaning() {
        return Text.of(CommandsText.WHAT).with("command", name().toLowerCase(Locale.ROOT));
    }

    /** An example that can be copied. */
    Text example() {
        return Text.of(CommandsText.EXAMPLE_OF).with("command", name().toLowerCase(Locale.ROOT));
    }

    boolean means(String said) {
        return intent.equals(said);
    }
}
