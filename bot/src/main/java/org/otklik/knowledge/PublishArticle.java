package org.otklik.knowledge;

import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Speaker;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;

/** Publishes a draft, by the button that a manager got with it. */
public final class PublishArticle implements Skill {
    static final String PUBLISH = "knowledge.publish";
    static final String ARTICLE = "article";

    private final AccessRules access;

    public PublishArticle(AccessRules access) {
        this.access = access;
    }

    @Override
    public Set<String> intents() {
        return Set.of(PUBLISH);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var role = turn.speaker().staff().map(Speaker.Staff::role);
        if (role.filter(access::mayPublish).isEmpty()) {
            turn.say(KnowledgeText.ONLY_MANAGERS_PUBLISH);
            return;
        }
        var articles = new Articles(turn.sql());
        heard.number(ARTICLE)
                .flatMap(articles::draft)
                .ifPresentOrElse(
                        draft -> {
                            articles.publish(draft);
                            turn.changed();
                            turn.say(Text.of(KnowledgeText.PUBLISHED).with("title", draft.title()));
                        },
                        () -> turn.say(KnowledgeText.NO_DRAFT));
    }
}
