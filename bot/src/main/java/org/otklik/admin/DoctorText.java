package org.otklik.admin;

import org.otklik.i18n.TextKey;

/** What the doctor says to the operator. */
public enum DoctorText implements TextKey {
    CONFIG_OK,
    CONFIG_BAD,
    CONFIG_REMEDY,
    DATA_OK,
    DATA_BAD,
    DATA_REMEDY,
    DISK_OK,
    DISK_BAD,
    DISK_REMEDY,
    MEMORY_OK,
    MEMORY_BAD,
    MEMORY_REMEDY,
    FONTS_OK,
    FONTS_BAD,
    FONTS_REMEDY,
    LOADED,
    NOT_LOADED,
    NOT_LOADED_REMEDY,
    CHANNEL_ON,
    CHANNEL_OK,
    CHANNEL_OFF,
    CHANNEL_BAD,
    CHANNEL_REMEDY,
    DATABASE_OK,
    DATABASE_DOWN,
    DATABASE_DOWN_REMEDY,
    DATABASE_OLD,
    DATABASE_OLD_REMEDY,
    DATABASE_READ_ONLY,
    DATABASE_READ_ONLY_REMEDY,
    SCHEMA_OK,
    SCHEMA_NONE,
    SCHEMA_BEHIND,
    SCHEMA_FORBIDDEN,
    SCHEMA_FORBIDDEN_REMEDY,
    SCHEMA_BAD,
    SCHEMA_REMEDY,
    LETTERS_OK,
    LETTERS_BAD,
    LETTERS_REMEDY,
    CLOCK_OK,
    CLOCK_BAD,
    CLOCK_REMEDY,
    UNEXPECTED,
    UNEXPECTED_REMEDY;

    @Override
    public String area() {
        return "doctor";
    }
}
