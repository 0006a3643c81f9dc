package org.otklik.commands;

import org.otklik.i18n.TextKey;

/** What is said about commands. */
enum CommandsText implements TextKey {
    HELP_TITLE,
    WHAT,
    EXAMPLE,
    EXAMPLE_OF,
    MEANING,
    HELP_MORE,
    NEAREST,
    NEAREST_LINE;

    @Override
    public String area() {
        return "commands";
    }
}
