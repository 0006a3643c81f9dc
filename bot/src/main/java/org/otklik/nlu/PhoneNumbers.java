package org.otklik.nlu;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Reads telephone numbers as E.164. */
public final class PhoneNumbers {
    private static final int FULL_NATIONAL_LENGTH = 10;
    /** Begins British mobile numbers without their country code. */
    private static final String ZERO_PREFIX = "07";

    private final String region;
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /** @param region ISO 3166: how numbers without a country code are read */
    public PhoneNumbers(String region) {
        this.region = region;
    }

    /** A number as somebody writes it; empty for what is none. */
    public Optional<String> normalised(String typed) {
        return parsed(typed)
                .filter(number -> numbers.isValidNumber(number) || isPlausible(typed, number))
                .map(this::e164);
    }

    /** A number as an address book has it, often with its country code but without the plus. */
    public Optional<String> ofCard(String written) {
        var digits = written.replaceAll("\\D+", "");
        boolean isInFull = written.strip().startsWith("+");
        var international = "+" + digits;
        return parsed(international)
                .filter(numbers::isValidNumber)
                .or(() -> isInFull ? Optional.empty() : parsed(digits).filter(numbers::isValidNumber))
                .map(this::e164)
                .or(() -> normalised(international));
    }

    /** Numbers that are kept for fiction and tests are valid nowhere, but written in full they are meant as numbers. */
    private boolean isPlausible(String typed, PhoneNumber number) {
        boolean isInFull = typed.startsWith("+") || typed.startsWith(ZERO_PREFIX);
        return isInFull
                && numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                && String.valueOf(number.getNationalNumber()).length() >= FULL_NATIONAL_LENGTH;
    }

    private Optional<PhoneNumber> parsed(String typed) {
        try {
            return Optional.of(numbers.parse(typed, region));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private String e164(PhoneNumber number) {
        return numbers.format(number, PhoneNumberFormat.E164);
    }
}
