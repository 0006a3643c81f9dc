package org.otklik.tasks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Span;

/** The words by which something is asked to be done, with the small words around them, as the tables name them. */
final class TaskCommands {
    /** Asks for a reminder or a task. */
    static final String COMMAND = "command";
    /** Does so only before a colleague's name. */
    static final String OPENER = "opener";
    /** Before a name it says that this person is to do it. */
    static final String LET = "let";
    /** Behind a name it says so. */
    static final String DUTY = "duty";
    /** "To", which may stand before the name or behind it. */
    static final String TO = "to";
    /** What somebody is only to be told. */
    static final String KNOW = "know";
    /** Stands before the name of who does it. */
    static final String FOR = "for";
    /** Says before a name at the end who is to do what was said. */
    static final String ASSIGN = "assign";
    /** A kind word, which may stand between all others. */
    static final String COURTESY = "courtesy";

    static final String FILLER = "filler";
    static final Set<String> SMALL = Set.of(FILLER, COURTESY);

    private final Cues table = new Cues("task-commands");

    List<Cues.Found> in(String text) {
        return table.in(text);
    }

    boolean isAt(String text, int from, Set<String> kinds) {
        return at(text, from).filter(found -> kinds.contains(found.name())).isPresent();
    }

    /** The phrase that begins at a place, behind blanks and punctuation. */
    Optional<Cues.Found> at(String text, int from) {
        var rest = text.substring(from);
        return table.in(rest).stream()
                .findFirst()
                .filter(found -> rest.substring(0, found.span().start()).chars().noneMatch(Character::isLetterOrDigit))
                .map(found -> new Cues.Found(
                        found.name(),
                        new Span(
                                from + found.span().start(), from + found.span().end())));
    }

    /** The place behind phrases of some kinds that stand in a row from another place on. */
    int skip(String text, int from, Set<String> kinds) {
        int at = from;
        for (var found = at(text, at);
                found.filter(phrase -> kinds.contains(phrase.name())).isPresent();
                found = at(text, at)) {
            at = found.get().span().end();
        }
        return at;
    }
}
