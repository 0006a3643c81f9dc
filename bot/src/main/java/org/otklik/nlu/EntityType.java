package org.otklik.nlu;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of entities, as commands and files name them. */
public enum EntityType {
    MONEY,
    DATE,
    DATETIME,
    DURATION,
    HOURS,
    PERSON,
    ORGANIZATION,
    PHONE,
    EMAIL,
    RATING,
    ADDRESS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EntityType> named(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    public static EntityType of(Entity entity) {
        return switch (entity) {
            case Entity.Money _ -> MONEY;
            case Entity.Date _ -> DATE;
            case Entity.DateTime _ -> DATETIME;
            case Entity.Duration _ -> DURATION;
            case Entity.Hours _ -> HOURS;
            case Entity.Person _ -> PERSON;
            case Entity.Organization _ -> ORGANIZATION;
            case Entity.Phone _ -> PHONE;
            case Entity.Email _ -> EMAIL;
            case Entity.Rating _ -> RATING;
            case Entity.PostalAddress _ -> ADDRESS;
        };
    }
}
