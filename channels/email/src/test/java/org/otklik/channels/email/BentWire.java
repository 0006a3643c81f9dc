package org.otklik.channels.email;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A wire to a real mail server that bends what goes over it: TLS in front of a server that has none, capabilities that it does not
 * have, refusals, other sizes. Each bend is a regular expression and what takes the place of a line that it matches.
 */
public final class BentWire implements AutoCloseable {
    private final ServerSocket socket;
    private final int target;
    private final List<Bend> bends = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Optional<SSLContext> fromTheFirstByte = Optional.empty();
    private volatile Optional<SSLContext> afterStartTls = Optional.empty();

    private enum Kind {
        /** Of a command, which the server never sees. */
        ANSWER,
        COMMAND,
        SERVER_LINE
    }

    private record Bend(Kind kind, Pattern line, String instead) {
        Optional<String> of(String text) {
            var matched = line.matcher(text);
            return matched.matches() ? Optional.of(matched.replaceFirst(instead)) : Optional.empty();
        }
    }

    /** @param target the port of the mail server */
    public BentWire(int target) {
        this.target = target;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void encrypt(SSLContext context) {
        fromTheFirstByte = Optional.of(context);
    }

    /** For IMAP and SMTP; the server's words have to be bent so that they offer it. */
    public void encryptAfterStartTls(SSLContext context) {
        afterStartTls = Optional.of(context);
    }

    /** Answers a command in the server's place. */
    public void answer(String command, String answer) {
        bends.add(new Bend(Kind.ANSWER, Pattern.compile(command), answer));
    }

    public void changeCommand(String command, String instead) {
        bends.add(new Bend(Kind.COMMAND, Pattern.compile(command), instead));
    }

    public void changeServer(String line, String instead) {
        bends.add(new Bend(Kind.SERVER_LINE, Pattern.compile(line), instead));
    }

    /** What our side has said. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    private Optional<String> bent(Kind kind, String line) {
        return bends.stream()
                .filter(bend -> bend.kind() == kind)
                .flatMap(bend -> bend.of(line).stream())
                .findFirst();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket plain) {
        try (plain;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(server);
            var ends =
                    new Ends(fromTheFirstByte.isPresent() ? encrypted(plain, fromTheFirstByte.get()) : plain, server);
            Thread.ofVirtual().start(() -> pass(ends));
            talk(ends);
        } catch (IOException e) {
            // Either side has hung up, or does not like the certificate.
        }
    }

    private static final class Ends {
        private volatile Socket client;
        private final Socket server;

        Ends(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }
    }

    private void talk(Ends ends) throws IOException {
        var in = new BufferedInputStream(ends.client.getInputStream());
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var command = line.stripTrailing();
            commands.add(command);
            if (command.matches("(\\w+ )?STARTTLS") && afterStartTls.isPresent()) {
                var tag = command.replace("STARTTLS", "");
                write(ends.client.getOutputStream(), tag.isEmpty() ? "220 go\r\n" : tag + "OK go\r\n");
                ends.client = encrypted(ends.client, afterStartTls.get());
                in = new BufferedInputStream(ends.client.getInputStream());
                continue;
            }
            var answer = bent(Kind.ANSWER, command);
            if (answer.isPresent()) {
                write(ends.client.getOutputStream(), answer.get() + "\r\n");
            } else {
                write(
                        ends.server.getOutputStream(),
                        bent(Kind.COMMAND, command).map(text -> text + "\r\n").orElse(line));
            }
        }
    }

    private void pass(Ends ends) {
        try {
            var in = new BufferedInputStream(ends.server.getInputStream());
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                var bent = bent(Kind.SERVER_LINE, line.stripTrailing());
                write(
                        ends.client.getOutputStream(),
                        bent.map(text -> text + "\r\n").orElse(line));
            }
            ends.client.close();
        } catch (IOException e) {
            // As above.
        }
    }

    private static Socket encrypted(Socket plain, SSLContext context) throws IOException {
        var secure = (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        secure.setUseClientMode(false);
        return secure;
    }

    /** With its end; empty at the end of all. */
    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var line : open) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
