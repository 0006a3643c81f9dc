package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    private final PhoneNumbers numbers = new PhoneNumbers("RU");

    @ParameterizedTest
    @CsvSource({
        "79173110011, +79173110011",
        "+7 917 311-00-11, +79173110011",
        "8 (917) 311-00-11, +79173110011",
        "917 311 00 11, +79173110011",
        "447700900318, +447700900318",
        "+44 7700 900318, +447700900318",
        "4915112345678, +4915112345678"
    })
    void aCardHasANumberWithItsCountryCodeOrWithout(String written, String number) {
        assertThat(numbers.ofCard(written)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "call me", "000", "+", "12", "+7", "79173110011799999999999", "'; drop table contact; --"})
    void whatIsNoNumberIsNone(String written) {
        assertThat(numbers.ofCard(written)).isEmpty();
    }
}
