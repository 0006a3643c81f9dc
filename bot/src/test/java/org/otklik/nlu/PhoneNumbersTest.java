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
    @CsvSource({
        "+353 20 912 3007, +353209123007",
        "+31 6 0000 4417, +31600004417",
        "+46 70 174 06 05, +46701740605",
        "+972 54 123 4567, +972541234567",
        "0044 7700 900555, +447700900555"
    })
    void whatHasACountryCodeNeedsNotBeGivenToAnybody(String written, String number) {
        assertThat(numbers.normalised(written)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "call me", "000", "+", "12", "+7", "79173110011799999999999", "'; drop table contact; --"})
    void whatIsNoNumberIsNone(String written) {
        assertThat(numbers.ofCard(written)).isEmpty();
    }
}
