package org.otklik.reports;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.ARTICLE_SEARCH;
import static org.otklik.schema.Tables.QUESTION_WORD;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.i18n.Text;

/** Questions that no article answered, or answered badly: those that ask for the same counted together, the most asked first. */
final class Gaps {
    private static final int READ = 1_000;
    private static final int SHOWN = 15;
    /** Words that weigh less than this are how people ask, and not what. */
    private static final float ABOUT = 0.9f;

    private final Viewer viewer;

    Gaps(Viewer viewer) {
        this.viewer = viewer;
    }

    /** Questions for the same thing. */
    private static final class Group {
        final String question;
        final Set<String> words;
        int count = 1;

        Group(String question, Set<String> words) {
            this.question = question;
            this.words = words;
        }

        /** Half of the words of the shorter question are enough. */
        boolean asksFor(Set<String> others) {
            var common = new HashSet<>(words);
            common.retainAll(others);
            return !common.isEmpty() && common.size() * 2 >= Math.min(words.size(), others.size());
        }
    }

    Report gaps(Request request) {
        var lexemes = field(
                "tsvector_to_array(article_lexemes({0}, {1}))",
                String[].class, ARTICLE_SEARCH.LANGUAGE, ARTICLE_SEARCH.QUERY);
        var groups = new ArrayList<Group>();
        int questions = 0;
        var minor = minorWords();
        for (var row : viewer.sql()
                .select(ARTICLE_SEARCH.QUERY, lexemes)
                .from(ARTICLE_SEARCH)
                .where(ARTICLE_SEARCH.ARTICLE_ID.isNull().or(ARTICLE_SEARCH.HELPFUL.isFalse()))
                .orderBy(ARTICLE_SEARCH.ID.desc())
                .limit(READ)) {
            questions++;
            var words = new HashSet<>(List.of(row.value2()));
            words.removeAll(minor);
            groups.stream()
                    .filter(group -> group.asksFor(words) || group.question.equals(row.value1()))
                    .findFirst()
                    .ifPresentOrElse(group -> group.count++, () -> groups.add(new Group(row.value1(), words)));
        }
        var lines = new ArrayList<String>();
        lines.add(viewer.say(Text.of(ReportsText.GAPS).with("count", questions)));
        groups.sort(Comparator.comparingInt((Group group) -> group.count).reversed());
        int shown = request.top() > 0 ? request.top() : SHOWN;
        groups.stream()
                .limit(shown)
                .forEach(group -> lines.add(viewer.say(Text.of(ReportsText.GAP)
                        .with("question", group.question.strip())
                        .with("count", group.count))));
        var asked = groups.stream()
                .limit(shown)
                .map(group -> List.of(group.question.strip(), viewer.cell(group.count)))
                .toList();
        var titles = List.of(
                viewer.say(Text.of(ReportsText.COLUMN_QUESTION)), viewer.say(Text.of(ReportsText.COLUMN_TIMES)));
        return asked.isEmpty()
                ? new Report(lines, List.of())
                : new Report(
                        lines,
                        List.of(),
                        Optional.of(new Report.Grid(1, lines.size(), titles, asked, Set.of(1))),
                        List.of());
    }

    private Set<String> minorWords() {
        return viewer.sql()
                .select(QUESTION_WORD.LEXEME)
                .from(QUESTION_WORD)
                .where(QUESTION_WORD.WEIGHT.lt(val(ABOUT)))
                .fetchSet(QUESTION_WORD.LEXEME);
    }
}
