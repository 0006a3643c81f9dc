package org.otklik.tasks;

import static org.otklik.tasks.TaskCommands.SMALL;

import org.otklik.nlu.Cues;

/** "Sent the report, remind me to call her": tells what is asked for from the news that lead to it. */
final class TaskNews {
    private static final String REQUEST = "request";

    private final TaskCommands commands;
    private final Cues requests = new Cues("task-requests");
    private final Cues pronouns = new Cues("pronouns");

    TaskNews(TaskCommands commands) {
        this.commands = commands;
    }

    /**
     * The request alone, where it says what is to be done: "the meeting is on Friday, remind me a day before" does not, nor does
     * "call Anna, remind her of the meeting", which the bot is not asked for.
     */
    String leftOut(String text) {
        return requests.in(text).stream()
                .filter(found -> found.name().equals(REQUEST))
                .findFirst()
                .filter(found -> hasWords(text.substring(0, found.span().start())))
                .filter(found -> saysWhat(text.substring(found.span().end())))
                .map(found -> text.substring(found.span().start()))
                .orElse(text);
    }

    private boolean hasWords(String text) {
        return isThere(text, commands.skip(text, 0, SMALL));
    }

    private boolean saysWhat(String rest) {
        boolean isOfAnother = begins(pronouns, rest);
        int from = commands.skip(rest, 0, SMALL);
        return isThere(rest, from)
                && !isOfAnother
                && !begins(requests, rest)
                && !begins(requests, rest.substring(from));
    }

    private static boolean begins(Cues table, String text) {
        return table.in(text).stream()
                .limit(1)
                .anyMatch(found -> !REQUEST.equals(found.name())
                        && text.substring(0, found.span().start()).isBlank());
    }

    private static boolean isThere(String text, int from) {
        return text.substring(from).chars().anyMatch(Character::isLetterOrDigit);
    }
}
