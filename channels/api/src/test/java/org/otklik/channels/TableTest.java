package org.otklik.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void numbersStandBelowEachOtherByTheirEnds() {
        var table = new Table(
                "Доноры 🐈",
                List.of("Имя", "Сумма"),
                List.of(List.of("Анна Ли", "5"), List.of("Ян\nКим", "1 000")),
                Set.of(1));

        assertThat(table.plain()).isEqualTo("""
                        Доноры 🐈
                        Имя      Сумма
                        -------  -----
                        Анна Ли      5
                        Ян Ким   1 000""");
    }

    @Test
    void aRowHasAsManyCellsAsThereAreTitles() {
        assertThatThrownBy(() -> new Table("", List.of("A"), List.of(List.of("1", "2")), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
