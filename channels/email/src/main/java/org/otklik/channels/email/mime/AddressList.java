package org.otklik.channels.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts an address header at its commas, in one pass and without recursion, however comments and groups are nested. */
final class AddressList {
    private AddressList() {}

    /** One mailbox before decoding: what stood outside of angle brackets and comments, inside them, and in the comment. */
    record Piece(String outside, Optional<String> inside, String comment) {
        Optional<Mailbox> mailbox(Headers headers) {
            var address = inside.orElse(outside).strip().replaceAll("\\s", "");
            // A route before the address was given up with RFC 2822.
            int route = address.startsWith("@") ? address.indexOf(':') : -1;
            address = address.substring(route + 1);
            var name = inside.isPresent() ? outside : comment;
            if (address.isEmpty() && name.isBlank()) {
                return Optional.empty();
            }
            return Optional.of(new Mailbox(headers.decoded(name.strip()), headers.decoded(address)));
        }
    }

    static List<Piece> cut(String raw) {
        var cutter = new Cutter();
        for (int i = 0; i < raw.length(); i++) {
            cutter.take(raw.charAt(i));
        }
        cutter.end();
        return cutter.pieces;
    }

    private static final class Cutter {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder outside = new StringBuilder();
        private final StringBuilder inside = new StringBuilder();
        private final StringBuilder comment = new StringBuilder();
        private boolean angle;
        private boolean wasAngle;
        private boolean quoted;
        private boolean escaped;
        private int comments;

        void take(char c) {
            if (escaped) {
                escaped = false;
                place(c);
            } else if (c == '\\' && (quoted || comments > 0)) {
                escaped = true;
            } else if (c == '"' && comments == 0) {
                quoted = !quoted;
                if (angle) {
                    place(c);
                }
            } else if (quoted) {
                place(c);
            } else if (c == '(') {
                comments++;
            } else if (comments > 0) {
                comments -= c == ')' ? 1 : 0;
                place(comments > 0 ? c : ' ');
            } else {
                bare(c);
            }
        }

        private void bare(char c) {
            switch (c) {
                case '<' -> {
                    angle = true;
                    // A second pair of brackets is the address, what came before belonged to the name.
                    inside.setLength(0);
                }
                case '>' -> {
                    wasAngle |= angle;
                    angle = false;
                }
                case ',', ';' -> {
                    if (!angle) {
                        end();
                    }
                }
                case ':' -> {
                    if (angle) {
                        place(c);
                    } else {
                        // The name of a group.
                        outside.setLength(0);
                    }
                }
                default -> place(c);
            }
        }

        private void place(char c) {
            if (comments > 0) {
                comment.append(c);
            } else if (angle) {
                inside.append(c);
            } else {
                outside.append(c);
            }
        }

        void end() {
            boolean bracketed = wasAngle || angle;
            if (bracketed || !outside.toString().isBlank()) {
                pieces.add(new Piece(
                        outside.toString(),
                        bracketed ? Optional.of(inside.toString()) : Optional.empty(),
                        comment.toString()));
            }
            outside.setLength(0);
            inside.setLength(0);
            comment.setLength(0);
            angle = false;
            wasAngle = false;
            quoted = false;
            comments = 0;
        }
    }
}
