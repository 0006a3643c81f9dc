package org.otklik.nlp;

/** So many texts of one intent were taken for another. */
public record Confusion(String expected, String got, int n) {
    record Pair(String expected, String got) {}
}
