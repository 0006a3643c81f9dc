package org.otklik.channels.email.outgoing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers each command as it was told to, and takes everything down. */
final class ScriptedServer implements AutoCloseable {
    /** Instead of an answer: the line is cut. */
    static final String CUT = "cut";

    /** The command that stands for the end of a mail's text. */
    static final String END = ".";

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "CONNECT", "220 mx.fund.example",
            "EHLO", "250-mx.fund.example\r\n250-AUTH PLAIN XOAUTH2\r\n250 SIZE 1000000",
            "DATA", "354 go on",
            "AUTH", "235 2.7.0 welcome",
            "QUIT", "221 bye"));
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Thread acceptor;

    ScriptedServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    void answer(String command, String answer) {
        answers.put(command, answer);
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    /** As they came over the line, dots and all. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    /** Cuts the lines that are open now. */
    void hangUp() throws IOException {
        for (var line : open) {
            line.close();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var line = socket.accept();
                open.add(line);
                Thread.ofVirtual().start(() -> talk(line));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line) {
            var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
            boolean goesOn = say(line, "CONNECT");
            while (goesOn) {
                var command = in.readLine();
                if (command == null) {
                    return;
                }
                commands.add(command);
                var word = command.replaceFirst("[ :].*", "");
                goesOn = say(line, word) && !word.equals("QUIT");
                if (goesOn
                        && word.equals("DATA")
                        && answers.getOrDefault("DATA", "").startsWith("354")) {
                    mails.add(text(line, in));
                    goesOn = say(line, END);
                }
            }
        } catch (IOException e) {
            // The test has cut the line.
        }
    }

    private boolean say(Socket line, String command) throws IOException {
        var answer = answers.getOrDefault(command, "250 2.0.0 ok");
        if (answer.equals(CUT)) {
            return false;
        }
        line.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        line.getOutputStream().flush();
        return !answer.startsWith("421");
    }

    /** Up to the dot between two whole line ends, and no other dot. */
    private static String text(Socket line, BufferedReader in) throws IOException {
        var text = new StringBuilder();
        while (!text.toString().endsWith("\r\n.\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("cut within the text of " + line);
            }
            text.append((char) next);
        }
        return text.substring(0, text.length() - 3);
    }

    /** Nobody gets through any more: whoever waits for callers lets go of the port only once it has left. */
    @Override
    public void close() {
        try {
            socket.close();
            acceptor.join();
            hangUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
