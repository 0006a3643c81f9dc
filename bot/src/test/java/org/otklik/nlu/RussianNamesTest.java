package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RussianNamesTest {
    private final RussianNames names = new RussianNames();

    @Test
    void aNameIsDeclinedByItsGender() {
        var anna = PersonName.of("Анна", "Ивановна", "Петрова");
        var lev = PersonName.of("Лев", "", "Иванов-Крамской");

        assertThat(names.inflect(anna, GrammaticalCase.DATIVE)).isEqualTo("Анне Ивановне Петровой");
        assertThat(names.inflect(anna, GrammaticalCase.NOMINATIVE)).isEqualTo("Анна Ивановна Петрова");
        assertThat(names.inflect(lev, GrammaticalCase.INSTRUMENTAL)).isEqualTo("Львом Ивановым-Крамским");
    }

    @Test
    void aWomansForeignFamilyNameStays() {
        assertThat(names.inflect(PersonName.of("Инна", "", "Вебер"), GrammaticalCase.GENITIVE))
                .isEqualTo("Инны Вебер");
    }

    @Test
    void whereTheGenderCannotBeToldTheNameStays() {
        assertThat(names.gender(PersonName.of("Саша", "", "Черных"))).isEmpty();
        assertThat(names.inflect(PersonName.of("Саша", "", "Черных"), GrammaticalCase.DATIVE))
                .isEqualTo("Саша Черных");
        assertThat(names.inflect(PersonName.of("Priya", "", "Raman"), GrammaticalCase.DATIVE))
                .isEqualTo("Priya Raman");
    }
}
