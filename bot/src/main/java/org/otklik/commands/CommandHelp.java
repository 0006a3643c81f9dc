package org.otklik.commands;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.access.AccessRules;
import org.otklik.access.Role;
import org.otklik.channels.Table;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;

/** What a role can have done by mail, with an example for each. */
public final class CommandHelp {
    private final AccessRules access;

    public CommandHelp(AccessRules access) {
        this.access = access;
    }

    public void show(Turn turn, Role role) {
        var rows = Command.of(access, role).stream()
                .map(command -> List.of(turn.written(command.meaning()), turn.written(command.example())))
                .toList();
        var table = new Table(
                turn.written(Text.of(CommandsText.HELP_TITLE)),
                List.of(turn.written(Text.of(CommandsText.MEANING)), turn.written(Text.of(CommandsText.EXAMPLE))),
                rows,
                Set.of());
        turn.show(table, rows.stream().map(row -> String.join(": ", row)).collect(Collectors.joining("\n")));
        turn.say(CommandsText.HELP_MORE);
    }
}
