package org.otklik.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PersonName;
import org.otklik.nlu.GrammaticalCase;
import org.otklik.nlu.NameForms;
import org.otklik.nlu.RussianNames;
import org.otklik.store.Database;
import org.postgresql.PGConnection;

/**
 * How long it takes to find somebody among many by a name in some case, and by one with a slip, in the way that the dialogue asks.
 * The contacts and their forms are copied into an empty database, and indexed afterwards.
 */
final class NamesBench {
    private static final double MOST_EXACT = 20;
    private static final double MOST_RESCUE = 300;
    private static final double NEARLY_ALL = 95;
    private static final int CHOICES = 5;
    private static final int BATCH = 2_000;
    private static final int WARM_UP = 50;

    private final Database database;
    private final Plan plan;
    private final Consumer<String> progress;
    private final NameForms forms = new NameForms();
    private final RussianNames names = new RussianNames();

    /** @param lookups of each kind */
    record Plan(int contacts, int lookups, long seed) {}

    private record Person(long id, PersonName name) {}

    NamesBench(Database database, Plan plan, Consumer<String> progress) {
        this.database = database;
        this.plan = plan;
        this.progress = progress;
    }

    List<Measure> run() {
        var invented = new InventedNames(plan.seed());
        var sought = fill(invented);
        var contacts = new Contacts(database.sql());
        var exact = new ArrayList<Duration>();
        var rescued = new ArrayList<Duration>();
        int found = 0;
        int foundWithSlip = 0;
        for (int i = 0; i < WARM_UP + plan.lookups(); i++) {
            var person = sought.get(invented.nextInt(sought.size()));
            var name = inflected(person.name(), invented);
            long start = System.nanoTime();
            boolean isFound = contacts.named(name).stream().anyMatch(contact -> contact.getId() == person.id());
            long between = System.nanoTime();
            var slip = slipped(name, invented);
            long second = System.nanoTime();
            var exactly = contacts.named(slip);
            var rescue = exactly.isEmpty() ? contacts.alike(slip, CHOICES) : exactly;
            long end = System.nanoTime();
            if (i >= WARM_UP) {
                exact.add(Duration.ofNanos(between - start));
                rescued.add(Duration.ofNanos(end - second));
                found += isFound ? 1 : 0;
                foundWithSlip += rescue.stream().anyMatch(contact -> contact.getId() == person.id()) ? 1 : 0;
            }
        }
        return List.of(
                Measure.atLeast(1, "found by a form of their names", found, plan.lookups(), "people"),
                Measure.atLeast(0, "offered for a name with a slip", foundWithSlip, plan.lookups(), "people"),
                Measure.atMost(MOST_EXACT, "an exact form, p95", new Latencies(exact).percentile(NEARLY_ALL), "ms"),
                Measure.atMost(
                        MOST_RESCUE, "a name with a slip, p95", new Latencies(rescued).percentile(NEARLY_ALL), "ms"));
    }

    /** Fills the tables; gives back some of the people. */
    private List<Person> fill(InventedNames invented) {
        var sql = database.sql();
        var indexes = sql.fetch("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'contact_name_form'"
                + " AND indexname NOT IN (SELECT conname FROM pg_constraint)");
        indexes.forEach(index -> sql.execute("DROP INDEX " + index.get(0, String.class)));
        // Nobody has to know who added people that nobody knows.
        sql.execute("ALTER TABLE contact DISABLE TRIGGER USER");
        var sought = new ArrayList<Person>();
        int every = Math.max(1, plan.contacts() / Math.max(1, plan.lookups()));
        for (int first = 1; first <= plan.contacts(); first += BATCH) {
            int size = Math.min(BATCH, plan.contacts() - first + 1);
            long from = first;
            var people = IntStream.range(0, size)
                    .mapToObj(i -> new Person(from + i, invented.next()))
                    .toList();
            people.stream().filter(person -> person.id() % every == 0).forEach(sought::add);
            copy(
                    "contact (id, kind, name, given_name, patronymic, family_name, language, source, created_at)",
                    people.stream().map(NamesBench::row).toList());
            copy(
                    "contact_name_form (contact_id, form, is_whole)",
                    people.parallelStream()
                            .flatMap(person -> formRows(person).stream())
                            .toList());
            if (first / BATCH % 10 == 9) {
                progress.accept((first + size - 1) + " contacts");
            }
        }
        progress.accept("%d names to look up; indexing"
                .formatted(sql.fetchSingle("SELECT count(*) FROM contact_name_form")
                        .get(0, Integer.class)));
        indexes.forEach(index -> sql.execute(index.get(1, String.class)));
        sql.execute("VACUUM ANALYZE contact, contact_name_form");
        return sought;
    }

    private static String row(Person person) {
        var name = person.name();
        return String.join(
                "\t",
                Long.toString(person.id()),
                "person",
                name.full(),
                name.given().orElseThrow(),
                name.patronymic().orElseThrow(),
                name.family().orElseThrow(),
                "ru",
                "bench",
                "2026-01-01");
    }

    private List<String> formRows(Person person) {
        var name = person.name();
        var whole = forms.fold(name.family().orElseThrow() + " " + name.given().orElseThrow());
        var keys = new LinkedHashSet<>(forms.ofPerson(name.said()));
        keys.add(whole);
        return keys.stream()
                .map(key -> person.id() + "\t" + key + "\t" + key.equals(whole))
                .toList();
    }

    private void copy(String into, List<String> rows) {
        var bytes = (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        database.sql().connection(connection -> {
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + into + " FROM STDIN", new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The given name and the family name in one of the cases in which people are spoken of. */
    private String inflected(PersonName name, InventedNames invented) {
        var cases = GrammaticalCase.values();
        return names.inflect(
                new PersonName(name.given(), Optional.empty(), name.family()).said(),
                cases[invented.nextInt(cases.length)]);
    }

    /** Two letters of the family name in the wrong order. */
    private static String slipped(String name, InventedNames invented) {
        int first = name.lastIndexOf(' ') + 2;
        int at = first + invented.nextInt(Math.max(1, name.length() - first - 2));
        var letters = new StringBuilder(name);
        letters.setCharAt(at, name.charAt(at + 1));
        letters.setCharAt(at + 1, name.charAt(at));
        return letters.toString();
    }
}
