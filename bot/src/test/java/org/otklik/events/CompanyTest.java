package org.otklik.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many people come with somebody, as they say it. */
class CompanyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    запишите нас с дочкой | 1
                    запишите меня с мужем и двумя детьми | 3
                    нас будет трое | 2
                    придём вчетвером | 3
                    запишите на 5 человек | 4
                    со мной придут 28 учеников | 28
                    запишите меня и подругу | 1
                    я и ещё двое | 2
                    +1 | 1
                    приду одна | 0
                    нет, нас двое | 1
                    me and my wife | 1
                    for three of us | 2
                    there will be 4 of us | 3
                    28 pupils with me | 28
                    I'm bringing two friends | 2
                    plus one | 1
                    just me | 0
                    my husband and I, with our 3 kids | 4
                    mum, dad and me | 2
                    party of 6 | 5
                    внуков будет трое, не двое | 3
                    учеников будет 15, а не 19 | 15
                    нас не двое, а трое | 2
                    only one friend is coming, not three | 1
                    the kids are two now | 2
                    """)
    void othersAreCounted(String words, int others) {
        assertThat(Company.in(words).others()).isEqualTo(OptionalInt.of(others));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    запишите меня на день открытых дверей
                    sign me up for the open day
                    запишите на праздник для детей
                    """)
    void nothingIsSaidOfOthers(String words) {
        assertThat(Company.in(words).others()).isEmpty();
        assertThat(Company.in(words).isUncounted()).isFalse();
    }

    @Test
    void childrenWithoutANumberAreAskedAbout() {
        assertThat(Company.in("приду с детьми").isUncounted()).isTrue();
    }
}
