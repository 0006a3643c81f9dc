package org.otklik.nlu;

import java.util.Arrays;

/**
 * A text as it looks: without invisible characters (zero-width spaces, marks of direction, soft hyphens), which part words and
 * numbers that look whole, and with digits and letters of other widths as the common ones.
 */
final class VisibleText {
    /** What follows this many characters of a message is not searched. */
    private static final int LONGEST = 4_000;

    private static final int FIRST_WIDE = 0xFF01;
    private static final int LAST_WIDE = 0xFF5E;
    /** How far the wide forms stand from the common ones (Unicode, Halfwidth and Fullwidth Forms). */
    private static final int WIDER = 0xFEE0;

    private final String typed;
    private final String text;
    /** Where each character of the visible text stands in the typed one. */
    private final int[] places;

    VisibleText(String typed) {
        int length = Math.min(typed.length(), LONGEST);
        var visible = new StringBuilder(length);
        // A letter outside the first plane may stand on the border.
        var kept = new int[length + 1];
        for (int i = 0; i < length; ) {
            int c = typed.codePointAt(i);
            if (Character.getType(c) != Character.FORMAT) {
                int seen = common(c);
                for (int unit = 0; unit < Character.charCount(seen); unit++) {
                    kept[visible.length() + unit] = i + unit;
                }
                visible.appendCodePoint(seen);
            }
            i += Character.charCount(c);
        }
        this.typed = typed;
        this.text = visible.toString();
        this.places = Arrays.copyOf(kept, visible.length());
    }

    /** The character that it is read as. */
    private static int common(int c) {
        if (Character.isDigit(c)) {
            return Character.forDigit(Character.digit(c, 10), 10);
        }
        return c >= FIRST_WIDE && c <= LAST_WIDE ? c - WIDER : c;
    }

    String text() {
        return text;
    }

    /** The same entity with its place in the text as typed. */
    Entity asTyped(Entity entity) {
        var span = asTyped(entity.span());
        return switch (entity) {
            case Entity.Money money ->
                new Entity.Money(span, money.amount(), money.currency(), money.to(), money.isExact());
            case Entity.Date date -> new Entity.Date(span, date.value());
            case Entity.DateTime moment -> new Entity.DateTime(span, moment.value());
            case Entity.Duration duration -> new Entity.Duration(span, duration.value());
            case Entity.Hours hours -> new Entity.Hours(span, hours.value());
            case Entity.Person person -> new Entity.Person(span, person.name());
            case Entity.Organization organization -> new Entity.Organization(span, organization.base());
            case Entity.Phone phone -> new Entity.Phone(span, phone.value());
            case Entity.Email email -> new Entity.Email(span, email.value());
            case Entity.Rating rating -> new Entity.Rating(span, rating.value(), rating.of());
            case Entity.PostalAddress _ -> new Entity.PostalAddress(span);
        };
    }

    private Span asTyped(Span span) {
        int last = places[span.end() - 1];
        return new Span(places[span.start()], last + Character.charCount(typed.codePointAt(last)));
    }
}
