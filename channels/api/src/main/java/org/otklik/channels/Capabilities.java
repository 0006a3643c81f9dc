package org.otklik.channels;

/**
 * What a channel can carry, so that the bot need not know which one it is.
 *
 * @param buttons whether choices can be pressed; without it the bot numbers them
 * @param live whether the other side sees a reply within seconds, as in a chat
 * @param attached whether a reply can only be sent while the other side is connected, and waits until then
 * @param maximumLength the longest text of one message, in UTF-16 units
 * @param ownPhone whether a button can ask for the other side's own telephone number, so that the medium vouches for it
 */
public record Capabilities(boolean buttons, boolean live, boolean attached, int maximumLength, boolean ownPhone) {}
