package org.otklik.knowledge;

import org.otklik.i18n.TextKey;

/** What the knowledge base says besides the articles themselves. */
public enum KnowledgeText implements TextKey {
    COMES_AFTER,
    WHOLE_ARTICLE,
    DID_THIS_HELP,
    /** Beside the question of a form, which a bare yes might answer as well. */
    IT_HELPED,
    IT_DID_NOT,
    GLAD,
    NOTHING_FOUND,
    /** What stands for a sum in a question that articles are searched for. */
    MONEY,
    SUM_HEARD,
    NOTE_SUM,
    /** Names its own language, as a link to the article in it. */
    IN_THIS_LANGUAGE,
    NO_SUCH_ARTICLE,
    ASK_TITLE,
    ASK_BODY,
    PUBLISHED,
    PROPOSED,
    DRAFT_WAITS,
    PUBLISH,
    NO_DRAFT,
    ONLY_MANAGERS_PUBLISH,
    TITLE_TOO_LONG,
    BODY_TOO_LONG,
    NO_SUCH_ARTICLE_ADVICE;

    @Override
    public String area() {
        return "knowledge";
    }
}
