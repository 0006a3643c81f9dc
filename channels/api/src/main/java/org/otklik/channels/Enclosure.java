package org.otklik.channels;

/** What a chat can carry that is neither words nor a file to be read. */
public sealed interface Enclosure {
    /** The attachment is somebody's speech, to be listened to. */
    record Voice() implements Enclosure {}

    /** The attachment is a picture that stands for a feeling. */
    record Sticker() implements Enclosure {}

    /** A place on the map, in degrees (WGS 84). */
    record Place(double latitude, double longitude) implements Enclosure {}

    /**
     * Somebody's card from the sender's address book.
     *
     * @param name as the sender knows the person; may be empty
     * @param phone as it is written there
     * @param own whether the medium vouches that it is the number of who sent it; a card that only says so is somebody's card
     */
    record Card(String name, String phone, boolean own) implements Enclosure {}
}
