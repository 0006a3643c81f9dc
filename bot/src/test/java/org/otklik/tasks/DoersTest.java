package org.otklik.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.access.Role;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PersonName;
import org.otklik.i18n.Language;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.store.TestDatabase;

/** Who is to do what is asked for. Ольга Ёжикова and Mary Hill work here; Зоя Белова does not. */
class DoersTest {
    private static final Instant NOW = Instant.parse("2026-05-20T08:30:00Z");
    private static final Database DATABASE = TestDatabase.open();

    private final Doers doers = new Doers(new TaskCommands());

    @BeforeAll
    static void people() {
        DATABASE.change(ChangeContext.system(NOW), sql -> {
            var contacts = new Contacts(sql);
            var staff = new StaffMembers(sql);
            staff.add(contacts.add(person("Ольга Ёжикова", Language.RU), NOW), Role.FIELD);
            staff.add(contacts.add(person("Mary Hill", Language.EN), NOW), Role.FUNDRAISER);
            contacts.add(person("Зоя Белова", Language.RU), NOW);
        });
    }

    private static Contacts.NewPerson person(String name, Language language) {
        return new Contacts.NewPerson(PersonName.parse(name), language, "test");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Поставь Ольге задачу позвонить Зое Беловой | Ольга Ёжикова
                    пусть Ольга позвонит Зое Беловой 📞 | Ольга Ёжикова
                    задача для Ольги Ёжиковой: купить краски | Ольга Ёжикова
                    let Mary call Zoe | Mary Hill
                    Mary should buy the paint | Mary Hill
                    task for Mary Hill: buy the paint | Mary Hill
                    """)
    void theColleagueIsFoundWhereverTheNameStands(String text, String name) {
        assertThat(in(text).flatMap(Doers.Doer::colleague).map(Member::name)).contains(name);
    }

    @Test
    void whatIsLeftIsTheThingItself() {
        assertThat(in("пусть Ольга позвонит Зое Беловой 📞")
                        .map(Doers.Doer::rest)
                        .map(String::strip))
                .contains("позвонит Зое Беловой 📞");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"let Mary know that the paint has come", "напомни позвонить Зое Беловой", "remind me to call Zoe"
            })
    void whoIsOnlyToldOrSpokenOfDoesNothing(String text) {
        assertThat(in(text).flatMap(Doers.Doer::colleague)).isEmpty();
    }

    @Test
    void aNameThatIsNobodysIsAskedAbout() {
        assertThat(in("пусть Кондрат позвонит Зое Беловой").flatMap(Doers.Doer::stranger))
                .contains("Кондрат");
    }

    private Optional<Doers.Doer> in(String text) {
        return doers.in(DATABASE.sql(), text);
    }
}
