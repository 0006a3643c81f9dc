package org.otklik.knowledge;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Action;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.knowledge.Articles.NewArticle;
import org.otklik.nlu.Understanding;

/** Staff write an article in the chat: a title, and the text below it. Managers publish it so; what others write waits for one. */
public final class ArticleForm implements Form {
    private static final String NAME = "article";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SLUG = 60;

    /** The first line as far as the title: what comes before a colon, or in front of quotation marks, only announces it. */
    private static final Pattern HEAD = Pattern.compile("\\s*[^:\\n«\"“]{3,60}?(?::\\s*|\\s(?=[«\"“]))([^\\n]+)");

    private static final Pattern QUOTED = Pattern.compile("[«\"“]([^»”\"]+)[»”\"]\\s*[.:]?\\s*(.*)", Pattern.DOTALL);

    private final AccessRules access;
    private final Title title = new Title();
    private final Body body = new Body();

    public ArticleForm(AccessRules access) {
        this.access = access;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("knowledge.add_article");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(title, body);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var name = answers.get(title);
        var article = new NewArticle(slug(turn, name), turn.language(), name, answers.get(body), List.of());
        var articles = new Articles(turn.sql());
        if (access.mayPublish(turn.speaker().staff().orElseThrow().role())) {
            articles.publish(article);
            turn.say(Text.of(KnowledgeText.PUBLISHED).with("title", name));
        } else {
            askToPublish(turn, articles.propose(article), article);
            turn.say(Text.of(KnowledgeText.PROPOSED).with("title", name));
        }
        turn.changed();
    }

    private static void askToPublish(Turn turn, long draft, NewArticle article) {
        var text = Text.of(KnowledgeText.DRAFT_WAITS)
                .with("title", article.title())
                .with("body", article.body());
        new Handoffs(turn.sql())
                .linesOfManagers()
                .forEach(line -> turn.notice(
                        line,
                        text,
                        Text.of(KnowledgeText.PUBLISH),
                        Action.of(PublishArticle.PUBLISH, PublishArticle.ARTICLE, draft)));
    }

    /** A name for the address of the page, in Latin letters. */
    private static String slug(Turn turn, String title) {
        var latin = Transliterator.getInstance("Any-Latin; Latin-ASCII").transliterate(title);
        var words = latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var shorter =
                words.length() > LONGEST_SLUG ? words.substring(0, LONGEST_SLUG).replaceAll("-$", "") : words;
        return shorter.isEmpty() ? "article-" + turn.message().id() : shorter;
    }

    /** What it is called: the rest of the first line, or what stands there in quotation marks. */
    private static final class Title implements Slot<String> {
        @Override
        public String name() {
            return "title";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            turn.say(KnowledgeText.ASK_TITLE);
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            var text = turn.message().text();
            var head = HEAD.matcher(text);
            if (head.lookingAt()) {
                var quoted = QUOTED.matcher(head.group(1));
                return Optional.of((quoted.matches() ? quoted.group(1) : head.group(1)).strip())
                        .filter(name -> !name.isEmpty());
            }
            return asked
                    ? text.lines().findFirst().map(String::strip).filter(line -> !line.isEmpty())
                    : Optional.empty();
        }

        @Override
        public Optional<Text> objection(Turn turn, String value) {
            return value.length() > LONGEST_TITLE
                    ? Optional.of(Text.of(KnowledgeText.TITLE_TOO_LONG))
                    : Optional.empty();
        }
    }

    /** Readers of one article read no book. */
    private static final int LONGEST_BODY = 50_000;

    /** What it says: the lines below the first, as they were written. */
    private static final class Body implements Slot<String> {
        @Override
        public String name() {
            return "body";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            turn.say(Text.of(KnowledgeText.ASK_BODY));
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            var text = turn.message().text().strip();
            int end = text.indexOf('\n');
            Matcher head = HEAD.matcher(text);
            boolean hasHead = head.lookingAt();
            if (asked && !hasHead) {
                return Optional.of(text).filter(words -> !words.isEmpty());
            }
            var below = end < 0
                    ? besideTheTitle(head, hasHead)
                    : text.substring(end).strip();
            return Optional.of(below).filter(words -> !words.isEmpty());
        }

        @Override
        public Optional<Text> objection(Turn turn, String value) {
            return value.length() > LONGEST_BODY
                    ? Optional.of(Text.of(KnowledgeText.BODY_TOO_LONG).with("most", LONGEST_BODY))
                    : Optional.empty();
        }

        private static String besideTheTitle(Matcher head, boolean hasHead) {
            var quoted = QUOTED.matcher(hasHead ? head.group(1) : "");
            return quoted.matches() ? quoted.group(2).strip() : "";
        }
    }
}
