package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.nlu.EntityFixture.shown;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenPhonesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "восемь девятьсот шестнадцать пятьсот двенадцать сорок семь ноль три | phone +79165124703",
                "плюс семь, девятьсот двадцать пять, сто двадцать три, сорок пять, шестьдесят семь | phone +79251234567",
                "oh seven seven double oh nine double oh one two three 📞 | phone +447700900123",
                "oh seven seven double oh nine hundred one two three | phone +447700900123",
                "right its plus 44 7700 900 391 | phone +447700900391",
                "плюс 7 921 555 01 02 | phone +79215550102",
            })
    void whatIsDictatedIsANumber(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two hundred and fifty, then one hundred more",
                "one two three four five six seven eight nine ten",
                "семь пакетов, восемь коробок, двести пар",
                "карта 4276 1234 5678 9012",
            })
    void countingIsNoNumber(String text) {
        assertThat(shown(text)).doesNotContain("phone");
    }
}
