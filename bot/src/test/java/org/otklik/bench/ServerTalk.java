package org.otklik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A talk with a mail server, word by word, for what no mail program would send. */
final class ServerTalk implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final byte[] END = {'\r', '\n'};

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    ServerTalk(String host, int port) {
        try {
            socket = new Socket(host, port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = new BufferedOutputStream(socket.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServerTalk say(String line) {
        return say(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Says a line as it is. */
    ServerTalk say(byte[] line) {
        try {
            out.write(line);
            out.write(END);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says the text of a mail (RFC 5321 §4.5.2). */
    void sayLines(byte[] mail) {
        say(new String(mail, StandardCharsets.ISO_8859_1)
                .replaceAll("(?<=^|\r\n)\\.", "..")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What the server says must begin so. */
    void hear(String beginning) {
        assertThat(line()).startsWith(beginning);
    }

    /** So must the last of all that it says. */
    void hearLast(String beginning) {
        var line = line();
        while (line.startsWith("*")) {
            line = line();
        }
        assertThat(line).startsWith(beginning);
    }

    private String line() {
        try {
            out.flush();
            var line = new StringBuilder();
            for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
                line.append((char) c);
            }
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
