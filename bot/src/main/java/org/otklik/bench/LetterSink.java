package org.otklik.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on loopback that takes every letter, counts it and throws it away (RFC 5321). */
final class LetterSink implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger letters = new AtomicInteger();

    LetterSink() {
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("letter-sink").start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many it has taken. */
    int letters() {
        return letters.get();
    }

    private void listen() {
        try {
            while (true) {
                var caller = server.accept();
                Thread.ofVirtual().name("letter-sink").start(() -> serve(caller));
            }
        } catch (IOException e) {
            // It was closed, or the machine has no more sockets; then the sender says so.
        }
    }

    private void serve(Socket caller) {
        try (caller;
                var in = new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(caller, "220 sink");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                say(caller, answer(line.toUpperCase(Locale.ROOT), caller, in));
            }
        } catch (IOException e) {
            // Whoever hangs up in the middle finds the next call answered.
        }
    }

    private String answer(String command, Socket caller, BufferedReader in) throws IOException {
        if (!command.equals("DATA")) {
            return command.equals("QUIT") ? "221 bye" : "250 ok";
        }
        say(caller, "354 go on");
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // Of the letter only its end matters.
        }
        letters.incrementAndGet();
        return "250 taken";
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
