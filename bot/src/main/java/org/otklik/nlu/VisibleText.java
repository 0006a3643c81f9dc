package org.otklik.nlu;

import java.util.Arrays;

/**
 * A text without its invisible characters: zero-width spaces, marks of direction, soft hyphens. They part words and numbers that
 * look whole, by accident of copying or on purpose.
 */
final class VisibleText {
    private final String text;
    /** Where each character of the visible text stands in the typed one. */
    private final int[] places;

    VisibleText(String typed) {
        var visible = new StringBuilder(typed.length());
        var kept = new int[typed.length()];
        for (int i = 0; i < typed.length(); ) {
            int c = typed.codePointAt(i);
            if (Character.getType(c) != Character.FORMAT) {
                for (int unit = 0; unit < Character.charCount(c); unit++) {
                    kept[visible.length() + unit] = i + unit;
                }
                visible.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        this.text = visible.toString();
        this.places = Arrays.copyOf(kept, visible.length());
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
        return new Span(places[span.start()], places[span.end() - 1] + 1);
    }
}
