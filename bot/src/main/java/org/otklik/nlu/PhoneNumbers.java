package org.otklik.nlu;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads telephone numbers as E.164. */
public final class PhoneNumbers {
    private static final String PLUS = "+";
    /** Behind a country code; shorter ones are services. */
    private static final int SHORTEST_NATIONAL_LENGTH = 7;
    /** British numbers of towns, of London and of mobiles without their country code. */
    private static final Pattern BRITISH = Pattern.compile("0[127]\\d{9}");
    /** How many countries dial a plus. */
    private static final String DIALLED_PLUS = "00";

    /** A British number without its country code starts with a zero, which few others do. */
    private static final String ZERO_REGION = "GB";

    private final String region;
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /** @param region ISO 3166: how numbers without a country code are read */
    public PhoneNumbers(String region) {
        this.region = region;
    }

    /** A number as somebody writes it; empty for what is none. */
    public Optional<String> normalised(String typed) {
        var digits = digits(typed);
        var written = digits.startsWith(DIALLED_PLUS) ? PLUS + digits.substring(DIALLED_PLUS.length()) : typed;
        return parsed(written)
                .filter(number -> numbers.isValidNumber(number) || isPlausible(written, number))
                .map(this::e164);
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\D+", "");
    }

    /** A number as somebody writes it, in the region or with the zero that British numbers begin with. */
    Optional<String> inAnyRegion(String typed) {
        boolean isBritish = typed.startsWith("0") || typed.startsWith("(0");
        return normalised(typed)
                .or(() -> isBritish ? new PhoneNumbers(ZERO_REGION).normalised(typed) : Optional.empty());
    }

    /** A number as an address book has it, often with its country code but without the plus. */
    public Optional<String> ofCard(String written) {
        var digits = digits(written);
        boolean isInFull = written.strip().startsWith(PLUS);
        var international = PLUS + digits;
        return parsed(international)
                .filter(numbers::isValidNumber)
                .or(() -> isInFull ? Optional.empty() : parsed(digits).filter(numbers::isValidNumber))
                .map(this::e164)
                .or(() -> normalised(international));
    }

    /** Numbers that are kept for fiction and tests are valid nowhere, but written in full they are meant as numbers. */
    private boolean isPlausible(String typed, PhoneNumber number) {
        boolean isInFull = typed.startsWith(PLUS)
                ? String.valueOf(number.getNationalNumber()).length() >= SHORTEST_NATIONAL_LENGTH
                : BRITISH.matcher(digits(typed)).matches();
        return isInFull && numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
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
