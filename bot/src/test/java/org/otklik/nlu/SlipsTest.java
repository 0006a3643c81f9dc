package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SlipsTest {
    private final Slips slips = new Slips();

    @Test
    void aSlipInATellingWordIsMended() {
        assertThat(slips.mended("Встертилась с Верой, обищала помочь"))
                .isEqualTo("Встретилась с Верой, обещала помочь");
        assertThat(slips.mended("spoek to Nina yesterdy, she promissed 40 🙂"))
                .isEqualTo("spoke to Nina yesterday, she promised 40 🙂");
        assertThat(slips.mended("приостоновите ежемесячьное")).isEqualTo("приостановите ежемесячное");
        assertThat(slips.mended("20 euros a month insted of 30")).isEqualTo("20 euros a month instead of 30");
    }

    @Test
    void aWordThatIsOnlyLikeATellingWordStays() {
        assertThat(slips.mended("завтрак в семь вечера")).isEqualTo("завтрак в семь вечера");
        assertThat(slips.mended("she is taking the remainder")).isEqualTo("she is taking the remainder");
    }

    @Test
    void anotherFormOfATellingWordStays() {
        assertThat(slips.mended("позвонит, позвони")).isEqualTo("позвонит, позвони");
        assertThat(slips.mended("remote calls")).isEqualTo("remote calls");
    }
}
