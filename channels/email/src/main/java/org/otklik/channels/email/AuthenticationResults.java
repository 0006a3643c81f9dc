package org.otklik.channels.email;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.channels.Letter.Authentication;
import org.otklik.channels.email.mime.Headers;

/**
 * What the organisation's own mail server found out about the sender (RFC 8601). Only what that server wrote on top is read: anybody can
 * put such a header into a mail. Where the mail came in over another server, which adds none, it is the sender's.
 *
 * @param results each method with its properties, without comments, in lower case
 */
record AuthenticationResults(List<String> results) {
    private static final Pattern PASSED = Pattern.compile("^(dmarc|dkim|spf)\\s*=\\s*pass(?=\\s|$)");
    private static final Pattern DKIM_DOMAIN = Pattern.compile("\\bheader\\.d\\s*=\\s*\"?([a-z0-9._-]+)");
    private static final Pattern DMARC_DOMAIN =
            Pattern.compile("\\bheader\\.from\\s*=\\s*\"?(?:[^\\s\";@]*@)?([a-z0-9._-]+)");
    private static final Pattern SPF_DOMAIN =
            Pattern.compile("\\bsmtp\\.mailfrom\\s*=\\s*\"?(?:[^\\s\";]*@)?([a-z0-9._-]+)");

    /** A hand-over from one server to another; within a machine other words stand there, such as LMTP. */
    private static final Pattern HAND_OVER =
            Pattern.compile("^(?:.*\\s)?by\\s+([^\\s;]+)\\s.*?\\bwith\\s+(?:microsoft\\s+)?\\S*smtp", Pattern.DOTALL);

    /** The topmost of all, if this server wrote it: below it, one with the same name may be the sender's. */
    static Optional<AuthenticationResults> by(String server, Headers headers) {
        return headers.raw("authentication-results")
                .map(AuthenticationResults::plain)
                .filter(text -> isBy(text, server) && isWhereItCameIn(headers, server))
                .map(text -> new AuthenticationResults(Arrays.stream(text.split(";"))
                        .skip(1)
                        .map(String::strip)
                        .toList()));
    }

    /** Without comments, which may hold anything. */
    private static String plain(String raw) {
        var text = new StringBuilder();
        int depth = 0;
        for (char c : raw.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isBy(String results, String server) {
        var first = results.split(";", 2)[0].strip().split("\\s+")[0];
        return first.equals(server.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether the last server that took the mail before the results were written, if any did, is of the organisation that wrote them. */
    private static boolean isWhereItCameIn(Headers headers, String server) {
        return headers.above("authentication-results", "received").reversed().stream()
                .map(line -> HAND_OVER.matcher(plain(line)))
                .filter(Matcher::find)
                .findFirst()
                .map(by -> new MailDomain(by.group(1)).isAlignedWith(new MailDomain(server.strip())))
                .orElse(true);
    }

    Authentication about(MailDomain author) {
        return results.stream().anyMatch(result -> vouches(result, author))
                ? Authentication.PASSED
                : Authentication.FAILED;
    }

    private static boolean vouches(String result, MailDomain author) {
        var method = PASSED.matcher(result);
        if (!method.find()) {
            return false;
        }
        return switch (method.group(1)) {
            case "dmarc" -> named(DMARC_DOMAIN, result).filter(author::equals).isPresent();
            case "dkim" ->
                named(DKIM_DOMAIN, result).filter(author::isAlignedWith).isPresent();
            default -> named(SPF_DOMAIN, result).filter(author::isAlignedWith).isPresent();
        };
    }

    private static Optional<MailDomain> named(Pattern place, String result) {
        var found = place.matcher(result);
        return found.find() ? Optional.of(new MailDomain(found.group(1))) : Optional.empty();
    }
}
