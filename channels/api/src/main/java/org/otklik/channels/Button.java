package org.otklik.channels;

/** A choice offered below a reply. What pressing it means is known to the bot alone; a channel reports which one was pressed. */
public record Button(String label) {}
