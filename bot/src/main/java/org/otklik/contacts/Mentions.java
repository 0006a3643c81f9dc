package org.otklik.contacts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.PersonName.Kind;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactRecord;

/** The names by which a message speaks of people and organisations, people first. */
public final class Mentions {
    private static final int LONGEST_NAME = 4;
    private static final int SHORTEST_ALONE = 2;
    private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}’'-]+");

    private static final Cues SMALL = new Cues("function");

    private final Contacts contacts;
    private final Understanding understanding;

    public Mentions(Contacts contacts, Understanding understanding) {
        this.contacts = contacts;
        this.understanding = understanding;
    }

    /** The names in a text of which nothing is understood: a letter's subject. */
    public static Mentions in(Contacts contacts, String text) {
        return new Mentions(contacts, new Understanding(text, Optional.empty(), List.of(), List.of(), List.of()));
    }

    /** Whom the first name that we know names; empty when none is known. */
    public List<ContactRecord> known() {
        return names().stream()
                .map(contacts::named)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(() -> contacts.namedBy(runs()));
    }

    /** All whom it names and we know, also by words that only our records show to be names; each word names once. */
    public List<ContactRecord> everybody() {
        var found = new ArrayList<ContactRecord>();
        var rest = new StringBuilder(understanding.text());
        Stream.concat(understanding.all(Entity.Person.class), understanding.all(Entity.Organization.class))
                .forEach(entity -> {
                    var named = contacts.named(base(entity));
                    named = named.isEmpty() ? contacts.named(entity.span().in(understanding.text())) : named;
                    if (!named.isEmpty()) {
                        found.addAll(named);
                        entity.span().blank(rest);
                    }
                });
        for (var run : runs()) {
            int at = rest.indexOf(run);
            var named = at < 0 ? List.<ContactRecord>of() : contacts.named(run);
            if (!named.isEmpty()) {
                found.addAll(named);
                new Span(at, at + run.length()).blank(rest);
            }
        }
        return found;
    }

    /** "Met Kate Winters from the school", where only the school is known: it is not about the school. */
    boolean isOfStranger() {
        boolean isOfOrganization =
                known().stream().allMatch(found -> found.getKind().equals("organization"));
        return isOfOrganization
                && understanding
                        .all(Entity.Person.class)
                        .map(Entity.Person::name)
                        .anyMatch(name -> !name.of(Kind.GIVEN).isEmpty()
                                && !name.of(Kind.FAMILY).isEmpty());
    }

    /** The organisation that is named in whatever case; a single word counts only where it is written as a name. */
    public Optional<ContactRecord> organization() {
        return runs().stream()
                .filter(run -> run.contains(" ") || Character.isUpperCase(run.charAt(0)))
                .filter(run -> run.length() > SHORTEST_ALONE)
                .flatMap(run -> contacts.named(run).stream())
                .filter(contact -> contact.getKind().equals("organization"))
                .findFirst();
    }

    /** The first name as it should be stored, whether we know it or not; a name that only we recognise as one counts too. */
    public Optional<String> spelling() {
        return recognised().findFirst().or(() -> known().isEmpty() ? Optional.empty() : knownRun());
    }

    /** Where the first name stands, whether we know it or not. */
    public Optional<Span> place() {
        var text = understanding.text();
        return Stream.concat(understanding.all(Entity.Person.class), understanding.all(Entity.Organization.class))
                .map(Entity::span)
                .findFirst()
                .or(() -> knownRun()
                        .filter(text::contains)
                        .map(run -> new Span(text.indexOf(run), text.indexOf(run) + run.length())));
    }

    private Optional<String> knownRun() {
        return runs().stream().filter(run -> !contacts.named(run).isEmpty()).findFirst();
    }

    /** Each recognised name in the nominative and as it was written. */
    private List<String> names() {
        var names = new ArrayList<String>();
        Stream.concat(understanding.all(Entity.Person.class), understanding.all(Entity.Organization.class))
                .forEach(entity -> {
                    names.add(base(entity));
                    names.add(entity.span().in(understanding.text()));
                });
        return names;
    }

    private Stream<String> recognised() {
        return Stream.concat(understanding.all(Entity.Person.class), understanding.all(Entity.Organization.class))
                .map(Mentions::base);
    }

    private static String base(Entity entity) {
        return switch (entity) {
            case Entity.Person person -> person.name().base();
            case Entity.Organization organization -> organization.base();
            default -> throw new IllegalArgumentException("no name: " + entity);
        };
    }

    /** "Not 40 but 400" does not speak of Mr But. */
    private static boolean isSmallWord(String run) {
        return run.indexOf(' ') < 0 && Character.isLowerCase(run.charAt(0)) && SMALL.has(run, "function");
    }

    /** The words of the message in a row, the longest runs first: some names are words, too. */
    private Set<String> runs() {
        var said = understanding.acts().isEmpty()
                ? understanding.text()
                : understanding.acts().stream().map(Act::text).collect(Collectors.joining("\n"));
        var words = WORD.matcher(said)
                .results()
                .map(found -> POSSESSIVE.matcher(found.group()).replaceFirst(""))
                .toList();
        return Stream.iterate(Math.min(LONGEST_NAME, words.size()), length -> length > 0, length -> length - 1)
                .flatMap(length -> Stream.iterate(0, start -> start + length <= words.size(), start -> start + 1)
                        .map(start -> String.join(" ", words.subList(start, start + length))))
                .filter(run -> !isSmallWord(run))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
