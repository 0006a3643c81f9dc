package org.otklik.contacts;

/**
 * An address of a contact.
 *
 * @param value normalised: e-mail in lower case, phone as E.164
 */
public record ContactPoint(PointKind kind, String value) {}
