package org.otklik.channels.email;

import java.nio.charset.StandardCharsets;

/** A program of its own, so that it can be given little memory: reads each mail that was made to stop the reader. */
final class BombReader {
    private BombReader() {}

    public static void main(String[] arguments) {
        HostileMailTest.bombs().values().forEach(bomb -> TestMail.read(bomb.getBytes(StandardCharsets.UTF_8)));
    }
}
