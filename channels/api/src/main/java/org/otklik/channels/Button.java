package org.otklik.channels;

/**
 * A choice offered below a reply. What pressing it means is known to the bot alone; a channel reports which one was pressed.
 *
 * @param ownPhone whether pressing it shares the person's own number, as {@link Enclosure.Card}, instead of being reported
 */
public record Button(String label, boolean ownPhone) {
    /** One that is reported. */
    public Button(String label) {
        this(label, false);
    }
}
