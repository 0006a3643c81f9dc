package org.otklik.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.contacts.PersonName;
import org.otklik.nlu.Understanding;

class ToldNameTest {
    @Test
    void aSurnameToldByItselfLeavesTheRestOfTheName() {
        var tomas = new PersonName(Optional.of("Tomas"), Optional.empty(), Optional.of("Herrera"));

        assertThat(told("no, the surname is Herrero").in(tomas).full()).isEqualTo("Tomas Herrero");
        assertThat(told("фамилия теперь галиев").in(tomas).full()).isEqualTo("Tomas Галиев");
    }

    @Test
    void eachLabelHasAPartOfItsOwn() {
        var name = told("имя Анна, отчество: Рашидовна, фамилия Ким").name();

        assertThat(name.full()).isEqualTo("Анна Рашидовна Ким");
    }

    @Test
    void whoIsSoughtByASurnameIsNotRenamed() {
        assertThat(told("найди по фамилии Макаров").isTold()).isFalse();
        assertThat(told("find by surname Bennett").isTold()).isFalse();
    }

    @Test
    void anOrganisationInSmallLettersIsNamedByTheNounBeforeIt() {
        assertThat(NamedOrganization.in(understood("добавь организацию пекарня «хлебный дом»"))
                        .map(NamedOrganization::name))
                .contains("хлебный дом");
        assertThat(NamedOrganization.in(understood("new org: green fork cafe, phone to follow"))
                        .map(NamedOrganization::name))
                .contains("green fork cafe");
    }

    private static ToldName told(String text) {
        return ToldName.in(understood(text));
    }

    private static Understanding understood(String text) {
        return new Understanding(text, Optional.empty(), List.of(), List.of(), List.of());
    }
}
