package org.otklik.tasks;

import static org.otklik.tasks.TaskCommands.ASSIGN;
import static org.otklik.tasks.TaskCommands.COMMAND;
import static org.otklik.tasks.TaskCommands.COURTESY;
import static org.otklik.tasks.TaskCommands.DUTY;
import static org.otklik.tasks.TaskCommands.FOR;
import static org.otklik.tasks.TaskCommands.KNOW;
import static org.otklik.tasks.TaskCommands.LET;
import static org.otklik.tasks.TaskCommands.OPENER;
import static org.otklik.tasks.TaskCommands.SMALL;
import static org.otklik.tasks.TaskCommands.TO;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.otklik.contacts.Contacts;
import org.otklik.nlu.Span;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;

/**
 * Finds who is to do what is asked for, wherever the name stands: "task for Mary: call him", "let Mary call him", "Mary should call
 * him", "call him, assign it to Mary".
 */
final class Doers {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");
    private static final int LONGEST_NAME = 3;

    private final TaskCommands commands;

    Doers(TaskCommands commands) {
        this.commands = commands;
    }

    /**
     * A request with who is to do it.
     *
     * @param rest what is said of the thing itself
     * @param colleague who does it
     * @param stranger a name at the place of the colleague's that is nobody's whom we know
     */
    record Doer(String rest, Optional<Member> colleague, Optional<String> stranger) {}

    private record Named(Member colleague, Span span) {}

    /** Empty where nobody is named: then it is for whoever asks. */
    Optional<Doer> in(DSLContext sql, String text) {
        return new Search(sql, text).doer();
    }

    private final class Search {
        private final DSLContext sql;
        private final String text;
        private final int begin;
        private final Optional<String> opening;
        private final int opened;
        private final int nameFrom;

        Search(DSLContext sql, String text) {
            this.sql = sql;
            this.text = text;
            this.begin = commands.skip(text, 0, SMALL);
            var found = commands.at(text, begin)
                    .filter(phrase -> Set.of(COMMAND, OPENER, LET, ASSIGN).contains(phrase.name()));
            this.opening = found.map(phrase -> phrase.name());
            this.opened = found.map(phrase -> phrase.span().end()).orElse(begin);
            this.nameFrom = commands.skip(text, opened, Set.of(FOR, TO, COURTESY));
        }

        Optional<Doer> doer() {
            return addressed().or(this::subject).or(this::stranger).or(this::assigned);
        }

        /** «Поставь Ольге задачу …»: the name may stand inside the command. */
        private Optional<Doer> addressed() {
            boolean isAddressed = opening.isPresent() || nameFrom > opened;
            return isAddressed
                    ? named(nameFrom)
                            .filter(named -> !isToBeTold(named.span()))
                            .map(named -> done(
                                    named,
                                    commands.skip(text, named.span().end(), Set.of(COMMAND, COURTESY, LET, DUTY, TO))))
                    : Optional.empty();
        }

        /** "Mary should call him": whom the sentence is about, and what shows that it is no report. */
        private Optional<Doer> subject() {
            return named(nameFrom)
                    .filter(named -> isObliged(named.span()))
                    .map(named -> done(named, behindDuty(named.span())));
        }

        /** "Let Mary know": it is whoever asks that has to tell her. */
        private boolean isToBeTold(Span name) {
            return commands.isAt(text, name.end(), Set.of(KNOW));
        }

        private Doer done(Named named, int from) {
            return new Doer(text.substring(from), Optional.of(named.colleague()), Optional.empty());
        }

        private boolean isObliged(Span name) {
            int behind = commands.skip(text, name.end(), Set.of(COURTESY));
            return commands.isAt(text, behind, Set.of(DUTY, LET, TO));
        }

        private int behindDuty(Span name) {
            return commands.skip(text, name.end(), Set.of(COURTESY, DUTY, LET, TO));
        }

        /** A name at the place of a colleague's that is neither a colleague's nor a contact's. */
        private Optional<Doer> stranger() {
            return words(nameFrom).reversed().stream()
                    .filter(this::isStranger)
                    .findFirst()
                    .map(span ->
                            new Doer(text.substring(behindDuty(span)), Optional.empty(), Optional.of(span.in(text))));
        }

        private boolean isStranger(Span span) {
            var name = span.in(text);
            if (!isCapitalised(name)
                    || commands.isAt(text, span.start(), Set.of(COMMAND, OPENER, LET, DUTY))
                    || isToBeTold(span)) {
                return false;
            }
            var next = text.substring(span.end()).strip();
            boolean isAddressee = opening.filter(COMMAND::equals).isPresent()
                    && (next.startsWith(":") || (nameFrom > opened && next.startsWith(",")));
            boolean isSubject = opening.filter(LET::equals).isPresent() || isObliged(span);
            return isAddressee || (isSubject && new Contacts(sql).named(name).isEmpty());
        }

        /** "…, assign it to Mary". */
        private Optional<Doer> assigned() {
            return commands.in(text).stream()
                    .filter(found -> found.name().equals(ASSIGN)
                            || (found.name().equals(COMMAND)
                                    && commands.isAt(text, found.span().end(), Set.of(FOR))))
                    .flatMap(found -> named(commands.skip(text, found.span().end(), Set.of(FOR, COURTESY))).stream()
                            .filter(named -> isEnd(named.span().end()))
                            .map(named -> new Doer(
                                    text.substring(0, found.span().start()),
                                    Optional.of(named.colleague()),
                                    Optional.empty())))
                    .findFirst();
        }

        private boolean isEnd(int at) {
            return text.substring(at).chars().noneMatch(Character::isLetterOrDigit);
        }

        private Optional<Named> named(int from) {
            var people = new StaffMembers(sql);
            return words(from).stream()
                    .flatMap(span -> people.named(span.in(text)).stream().map(found -> new Named(found, span)))
                    .findFirst();
        }

        /** The words at a place that may be a name, the longest first. */
        private List<Span> words(int from) {
            var words = WORD.matcher(text);
            var spans = new ArrayList<Span>();
            int start = from;
            while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
                start++;
            }
            int end = start;
            while (spans.size() < LONGEST_NAME
                    && words.find(end)
                    && text.substring(end, words.start()).isBlank()) {
                end = words.end();
                spans.addFirst(new Span(start, end));
            }
            return spans;
        }
    }

    private static boolean isCapitalised(String name) {
        return WORD.matcher(name)
                .results()
                .allMatch(word -> Character.isUpperCase(word.group().charAt(0)));
    }
}
