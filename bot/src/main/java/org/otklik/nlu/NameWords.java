package org.otklik.nlu;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Symbol;

/** The words that stand beside names, as the tables name them. */
final class NameWords {
    /** Before a family name: Mr, Dr. */
    static final Symbol<String> TITLE = new Symbol<>("title");
    /** A noun for a person, before any name: neighbour, lawyer. */
    static final Symbol<String> ROLE = new Symbol<>("role");
    /** A verb or noun that a person's name follows, with the case that it wants. */
    static final Symbol<Optional<GrammaticalCase>> PERSON_VERB = new Symbol<>("person-verb");
    /** A preposition and the case that it wants. */
    static final Symbol<GrammaticalCase> CASE = new Symbol<>("case");
    /** The ending of a word that agrees with a name, and the case that it shows. */
    static final Symbol<GrammaticalCase> CASE_ENDING = new Symbol<>("case-ending");
    /** A noun whose name is no person: street, theatre. */
    static final Symbol<String> NO_PERSON = new Symbol<>("no-person");

    /** The ending of an adjective that family names have too. */
    static final Symbol<String> ADJECTIVE = new Symbol<>("adjective");
    /** The ending of common nouns and verbs. */
    static final Symbol<String> COMMON_ENDING = new Symbol<>("common-ending");
    /** The ending of those to whom something is done. */
    static final Symbol<String> OBJECT_ENDING = new Symbol<>("object-ending");
    /** Behind the name of somebody's father: a part of the names of many peoples. */
    static final Symbol<String> CHILD_OF = new Symbol<>("child-of");
    /** A preposition of places, not of people. */
    static final Symbol<String> IN_PLACE = new Symbol<>("in-place");

    /** A family name that is another word as well. */
    static final Symbol<String> FAMILY = new Symbol<>("family");

    static final Symbol<String> PLACE = new Symbol<>("place");
    static final Symbol<String> LEGAL = new Symbol<>("legal");
    /** A legal form, or an abbreviation at the end of a name, that is one only in capitals: Ashford FC. */
    static final Symbol<String> LEGAL_CAPITALS = new Symbol<>("legal-capitals");
    /** A word that makes a proper name one of an organisation: Trust, Bank. */
    static final Symbol<String> ORG_WORD = new Symbol<>("org-word");
    /** The ending of such words. */
    static final Symbol<String> ORG_ENDING = new Symbol<>("org-ending");
    /** A word of organisations that is a family name as well. */
    static final Symbol<String> ORG_OR_FAMILY = new Symbol<>("org-or-family");
    /** A common noun for an organisation, before its name. */
    static final Symbol<String> ORG_HEAD = new Symbol<>("org-head");
    /** A preposition after which an unknown name is an organisation's. */
    static final Symbol<String> ORG_BEFORE = new Symbol<>("org-before");

    static final Symbol<String> KNOWN_ORG = new Symbol<>("known-org");
    /** A noun whose quoted name is no organisation: project, film. */
    static final Symbol<String> NO_ORG = new Symbol<>("no-org");

    static final Set<Symbol<?>> BESIDE =
            Set.of(TITLE, ROLE, PERSON_VERB, NO_PERSON, LEGAL, ORG_WORD, ORG_HEAD, KNOWN_ORG, NO_ORG);

    private NameWords() {}

    static Lexicon words(Lexicon lexicon) {
        for (var symbol : List.of(
                TITLE,
                ROLE,
                NO_PERSON,
                ADJECTIVE,
                COMMON_ENDING,
                OBJECT_ENDING,
                CHILD_OF,
                IN_PLACE,
                FAMILY,
                PLACE,
                LEGAL,
                LEGAL_CAPITALS,
                ORG_WORD,
                ORG_ENDING,
                ORG_OR_FAMILY,
                ORG_HEAD,
                ORG_BEFORE,
                KNOWN_ORG,
                NO_ORG)) {
            lexicon.with(symbol, value -> value);
        }
        return lexicon.with(CASE, GrammaticalCase::named)
                .with(CASE_ENDING, GrammaticalCase::named)
                .with(
                        PERSON_VERB,
                        value -> Optional.of(value)
                                .filter(name -> !name.isEmpty())
                                .map(GrammaticalCase::named));
    }
}
