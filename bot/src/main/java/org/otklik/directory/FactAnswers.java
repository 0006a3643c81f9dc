package org.otklik.directory;

import java.util.Optional;
import org.otklik.contacts.PointKind;
import org.otklik.contacts.Relationships.Kind;
import org.otklik.i18n.Text;

/** Answers one fact of a card at a time. */
final class FactAnswers {
    private final ContactCard card;
    private final Question question;

    FactAnswers(ContactCard card, Question question) {
        this.card = card;
        this.question = question;
    }

    Text answer(Fact fact) {
        return found(fact)
                .map(line -> Text.of(DirectoryText.FACT).with("line", line))
                .orElseGet(() -> unknown(fact))
                .with("name", card.name());
    }

    private Text unknown(Fact fact) {
        if (fact == Fact.GIVEN) {
            return Text.of(card.showsAllAmounts() ? DirectoryText.NOTHING_GIVEN : DirectoryText.AMOUNTS_HIDDEN);
        }
        return Text.of(DirectoryText.FACT_UNKNOWN).with("fact", fact.name());
    }

    private Optional<Text> found(Fact fact) {
        return switch (fact) {
            case PHONE -> card.points(kind -> kind == PointKind.PHONE);
            case EMAIL -> card.points(kind -> kind == PointKind.EMAIL);
            case ADDRESS -> card.points(kind -> kind == PointKind.POSTAL);
            case CONTACTS -> card.points(kind -> kind != PointKind.TELEGRAM);
            case OWNER -> card.owner().or(() -> Optional.of(Text.of(DirectoryText.UNOWNED)));
            case WORKS, POSITION -> card.works();
            case EMPLOYEES -> card.people(kind -> true).or(card::works);
            case DIRECTOR -> card.people(kind -> kind == Kind.DIRECTOR_OF);
            case FAMILY -> card.family();
            case TAGS -> card.tags();
            case ROLES -> card.roles();
            case LANGUAGE -> card.language();
            case LAST_DEALING -> card.last();
            case TASKS -> card.tasks();
            case CASES -> card.cases();
            case GIVEN -> card.given(question);
            case LAST_GIFT -> card.lastGift();
        };
    }
}
