package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameFormsTest {
    private final NameForms forms = new NameForms();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Елена Щербакова",
                "Щербаковой",
                "Елене Сергеевне",
                "с Леной Щербаковой",
                "Щербакова Елена Сергеевна",
                "Щербакову Е.",
                "Е. С. Щербаковой",
                "Shcherbakova",
                "Scherbakova",
                "Elena Sherbakova",
                "Yelena Shcherbakova",
                "АЛЁНА ЩЕРБАКОВА",
            })
    void everySpellingOfAStoredPersonHasAKey(String typed) {
        var keys = forms.ofPerson(PersonName.of("Елена", "Сергеевна", "Щербакова"));

        assertThat(keys).contains(forms.fold(typed.replace("с Леной", "Леной")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Щербаков", "Сергей Щербаков", "Иванова", "Елена"})
    void otherNamesOfTheSameLettersAreKeptApart(String typed) {
        var keys = forms.ofPerson(PersonName.of("Мария", "", "Щербатова"));

        assertThat(keys).doesNotContain(forms.fold(typed));
    }

    @Test
    void anOrganizationIsKnownWithoutItsLegalForm() {
        var keys = forms.ofOrganization("ООО «Вектор-М»");

        assertThat(keys).contains(forms.fold("Вектор М"), forms.fold("ООО Вектор-М"));
        assertThat(forms.ofOrganization("Белый кит"))
                .contains(forms.fold("Белом ките"), forms.fold("Белого кита"), forms.fold("«Белый кит»"));
    }

    @Test
    void aNameInQuotationMarksNeedsNoNounBeforeIt() {
        var keys = forms.ofOrganization("Школа «Рябинка»");

        assertThat(keys).contains(forms.quotedKey("«Рябинку»").orElseThrow());
        assertThat(keys).doesNotContain(forms.fold("рябинку"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Цоя", "Цою", "с Цоем", "о Цое", "Виктору Цою", "Tsoi"})
    void aFamilyNameOfOneSyllableIsDeclinedAsANoun(String typed) {
        var keys = forms.ofPerson(PersonName.of("Виктор", "", "Цой"));

        assertThat(keys).contains(forms.fold(typed.replaceFirst("^[со] ", "")));
    }

    @Test
    void allWhoBearANameAreCalledByItsPlural() {
        var keys = forms.ofPerson(PersonName.of("Мария", "", "Петрова"));

        assertThat(keys).contains(forms.fold("Петровы"), forms.fold("Петровых"), forms.fold("Петровыми"));
    }

    @Test
    void latinNamesHaveShortFormsToo() {
        var keys = forms.ofPerson(PersonName.of("Robert", "", "O'Brien"));

        assertThat(keys).contains(forms.fold("Bob O’Brien"), forms.fold("obrien"));
    }
}
