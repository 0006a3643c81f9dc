package org.otklik.knowledge;

import org.otklik.i18n.TextKey;

/** What the knowledge base says besides the articles themselves. */
public enum KnowledgeText implements TextKey {
    WHOLE_ARTICLE,
    DID_THIS_HELP,
    GLAD,
    NOTHING_FOUND,
    /** Names its own language, as a link to the article in it. */
    IN_THIS_LANGUAGE,
    NO_SUCH_ARTICLE,
    NO_SUCH_ARTICLE_ADVICE;

    @Override
    public String area() {
        return "knowledge";
    }
}
