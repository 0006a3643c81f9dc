package org.otklik.channels.email.connection;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.StoreClosedException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What is wrong with a mail server, in a sentence for the operator. Addresses of people are left out. */
public final class Complaint {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"]+@[^\\s<>\"]+");
    private static final Pattern ANOTHER_NAME =
            Pattern.compile("identity|[Nn]o name matching|[Nn]o subject alternative");
    private static final int LONGEST = 200;

    private Complaint() {}

    public static String about(MailServer server, Throwable problem) {
        var causes = causes(problem);
        var place = server.host() + ":" + server.port();
        return Stream.<String>of(
                        when(causes, AuthenticationFailedException.class, refused(server)),
                        when(
                                causes,
                                FolderNotFoundException.class,
                                server.host() + " has no folder of that name; look at " + server.settings()
                                        + ".folders"),
                        when(
                                causes,
                                ReadOnlyFolderException.class,
                                server.host() + " does not let this account mark its mails as read"),
                        when(
                                causes,
                                UnknownHostException.class,
                                "there is no server " + server.host() + "; look at " + server.settings() + ".host"),
                        says(causes, ANOTHER_NAME, otherName(server)),
                        when(causes, CertificateException.class, certificate(server)),
                        says(
                                causes,
                                Pattern.compile("STARTTLS"),
                                place + " has no STARTTLS; look at " + server.settings() + ".security"),
                        when(
                                causes,
                                SSLException.class,
                                place + " does not speak TLS as expected; look at " + server.settings()
                                        + ".security and .port"),
                        when(causes, ConnectException.class, place + " refuses connections"),
                        when(causes, NoRouteToHostException.class, place + " can't be reached from this machine"),
                        when(causes, InterruptedIOException.class, place + " does not answer in time"),
                        when(causes, FolderClosedException.class, "the connection to " + place + " broke"),
                        when(causes, StoreClosedException.class, "the connection to " + place + " broke"))
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .orElseGet(() -> place + ": " + words(problem));
    }

    /** What a server said, fit for a log. */
    public static String words(Throwable problem) {
        var message = String.valueOf(problem.getMessage()).strip().replaceAll("\\s+", " ");
        var safe = ADDRESS.matcher(message).replaceAll("…");
        return problem.getClass().getSimpleName() + " "
                + safe.substring(
                        0, safe.offsetByCodePoints(0, Math.min(LONGEST, safe.codePointCount(0, safe.length()))));
    }

    private static String refused(MailServer server) {
        return switch (server.credential()) {
            case Credential.None() -> server.host() + " wants a login; look at " + server.settings() + ".user";
            case Credential.Password password ->
                server.host() + " refuses the user or the password; look at " + server.settings()
                        + ".user and .password";
            case Credential.Token token ->
                server.host() + " refuses the token; it may have run out, look at " + server.settings() + ".token-file";
        };
    }

    private static String certificate(MailServer server) {
        return "the certificate of " + server.host()
                + " is not trusted; if it is from an authority of your own, look at " + server.settings() + ".ca-file";
    }

    private static String otherName(MailServer server) {
        return "the certificate of " + server.host() + " is for another name; look at " + server.settings() + ".host";
    }

    private static String when(List<Throwable> causes, Class<? extends Throwable> kind, String sentence) {
        return causes.stream().anyMatch(kind::isInstance) ? sentence : "";
    }

    private static String says(List<Throwable> causes, Pattern words, String sentence) {
        return causes.stream()
                        .anyMatch(cause -> words.matcher(String.valueOf(cause.getMessage()))
                                .find())
                ? sentence
                : "";
    }

    private static List<Throwable> causes(Throwable problem) {
        var causes = new ArrayList<Throwable>();
        for (var cause = problem; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
