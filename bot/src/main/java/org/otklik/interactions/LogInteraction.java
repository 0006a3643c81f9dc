package org.otklik.interactions;

import static org.otklik.dialogue.DialogueIntents.UNDO;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.contacts.ContactNames;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Written;
import org.otklik.dialogue.DialogueText;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.interactions.Interactions.Kind;
import org.otklik.interactions.Interactions.NewInteraction;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;

/** Staff tell in a sentence what happened with somebody, and it is kept, with the day and the words. */
public final class LogInteraction implements Skill {
    private static final String LOG = "interactions.log";

    private final Organization organization;
    private final ContactNames names = new ContactNames(LOG);
    private final Phrases kinds = new Phrases("dealings");

    public LogInteraction(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Set<String> intents() {
        return Set.of(LOG);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        names.resolve(turn, heard).ifPresent(contact -> log(turn, heard, contact));
    }

    private void log(Turn turn, Heard heard, ContactRecord contact) {
        var words = heard.argument("text").orElse(heard.text());
        var today = organization.day(turn.message().sentAt());
        var day = heard.argument("day")
                .map(LocalDate::parse)
                .or(() -> day(heard, today))
                .orElse(today);
        var kind = kinds.firstStem(words)
                .map(name -> Kind.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Kind.NOTE);
        var author = turn.speaker().staff().orElseThrow();
        new Interactions(turn.sql())
                .add(new NewInteraction(
                        contact.getId(),
                        kind,
                        day,
                        words,
                        author.id(),
                        turn.message().id()));
        turn.say(Text.of(InteractionsText.LOGGED)
                .with("name", contact.getName())
                .with("kind", kind.name())
                .with("day", day));
        turn.offer(DialogueText.UNDO, Action.of(UNDO, "turn", turn.id()));
        turn.state(turn.state().having(new Written(turn.id(), LOG, turn.at())));
    }

    /** The first day named that is not ahead: one ahead is a promise or a plan, and not when it happened. */
    private static Optional<LocalDate> day(Heard heard, LocalDate today) {
        return heard.act().entities().stream()
                .flatMap(entity -> switch (entity) {
                    case Entity.Date date -> Stream.of(date.value().last());
                    case Entity.DateTime moment -> Stream.of(moment.value().toLocalDate());
                    default -> Stream.<LocalDate>empty();
                })
                .filter(day -> !day.isAfter(today))
                .findFirst();
    }
}
