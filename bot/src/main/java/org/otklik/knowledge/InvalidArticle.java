package org.otklik.knowledge;

/** An article's file that can't be read; the message tells its author the file, what is wrong, and an example. */
public final class InvalidArticle extends RuntimeException {
    InvalidArticle(String message) {
        super(message);
    }
}
