package org.otklik.channels.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name and an address (RFC 5322 §3.4).
 *
 * @param name decoded for display; says nothing about who it is
 * @param address as it was written
 */
public record Mailbox(String name, String address) {
    private static final int MOST = 200;

    private static final Pattern ATOMS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,20}"
                    + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})){1,10}");

    /** The mailboxes of a header, as far as they can be made out. */
    public static List<Mailbox> lenient(String raw, Headers headers) {
        var found = new ArrayList<Mailbox>();
        for (var piece : AddressList.cut(raw)) {
            if (found.size() == MOST) {
                break;
            }
            piece.mailbox(headers).ifPresent(found::add);
        }
        return found;
    }

    /**
     * The address of a header that names one mailbox and can be read in one way only: what any two programs could read differently is
     * refused, since one of them is the server that vouches for it.
     */
    public static Optional<String> strict(String raw) {
        var value = raw.strip();
        int open = value.lastIndexOf('<');
        var address = value;
        if (open >= 0) {
            if (!value.endsWith(">") || !isPlainName(value.substring(0, open).strip())) {
                return Optional.empty();
            }
            address = value.substring(open + 1, value.length() - 1);
        }
        return ATOMS.matcher(address).matches() ? Optional.of(address) : Optional.empty();
    }

    /** A quoted string, or words without any character that separates addresses. */
    private static boolean isPlainName(String name) {
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            return !name.substring(1, name.length() - 1).contains("\"");
        }
        return name.chars().noneMatch(c -> "<>@,;:\"\\[]()".indexOf(c) >= 0);
    }

    /** Whether a text is an address and nothing else. */
    public static boolean isAddress(String text) {
        return ATOMS.matcher(text).matches();
    }
}
