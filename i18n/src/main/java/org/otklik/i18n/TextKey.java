package org.otklik.i18n;

import java.util.Locale;

/** Names one text of the catalogues. Each area of the product has an enum of them; the build fails on a key without a text. */
public interface TextKey {
    /** The catalogue that holds the text: {@code messages/{language}/{area}.properties}. */
    String area();

    /** The constant's name; the key in the catalogue is its lower-case form with dashes. */
    String name();

    /** The key in the catalogue, for instance {@code thank-you}. */
    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
