package org.otklik.nlp;

/** An intent with how sure the model is of it, from 0 to 1 among those that were allowed. */
public record Ranked(String label, double confidence) {}
