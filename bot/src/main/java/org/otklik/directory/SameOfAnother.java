package org.otklik.directory;

import static org.otklik.schema.Tables.MESSAGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understander;
import org.otklik.nlu.Understanding;

/**
 * "And Helen Marsh?", "the same for Marsh": what staff have just looked up about one person is looked up about another, in the words
 * in which it was asked for.
 */
public final class SameOfAnother implements Preparation {
    private static final String FIND = "contacts.find";
    private static final Set<String> LOOKS = Set.of(FIND, "contacts.timeline", "tasks.list");
    /** Says that the same is wanted, also where nothing was asked before. */
    private static final String SAME = "same";

    /** So many messages back may be what is asked for again; others between asked for it again themselves. */
    private static final int BACK = 4;

    private final Understander understander;
    private final SpeakingOfOthers others = new SpeakingOfOthers();
    private final Cues words = new Cues("about-another");

    public SameOfAnother(Understander understander) {
        this.understander = understander;
    }

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        boolean isAsked = turn.state().form().isPresent() || turn.state().fixing();
        var place = turn.speaker().isStaff() && !isAsked ? another(turn, understanding) : Optional.<Span>empty();
        if (place.isEmpty()) {
            return understanding;
        }
        var again =
                before(turn).flatMap(look -> ofAnother(turn, look, place.get().in(understanding.text())));
        return again.orElseGet(() -> words.has(understanding.text(), SAME) ? card(understanding) : understanding);
    }

    private static Understanding card(Understanding understanding) {
        return understanding.with(List.of(understanding.whole(FIND)));
    }

    /** Where somebody is named, with nothing else said but that they are another. */
    private Optional<Span> another(Turn turn, Understanding understanding) {
        return new Mentions(new Contacts(turn.sql()), understanding).place().filter(name -> {
            var rest = new StringBuilder(understanding.text());
            name.blank(rest);
            var small = words.in(rest.toString());
            small.forEach(word -> word.span().blank(rest));
            return !small.isEmpty() && rest.codePoints().noneMatch(Character::isLetterOrDigit);
        });
    }

    /** What was said before, down to what asks for nothing again. */
    private Optional<Understanding> before(Turn turn) {
        var said = turn.sql()
                .select(MESSAGE.UNDERSTANDING)
                .from(MESSAGE)
                .where(turn.conversation().talk().has())
                .and(MESSAGE.DIRECTION.eq("in"))
                .and(MESSAGE.ID.lt(turn.message().id()))
                .and(MESSAGE.UNDERSTANDING.isNotNull())
                .orderBy(MESSAGE.ID.desc())
                .limit(BACK)
                .fetch(row ->
                        Json.read(row.value1(), JsonNode.class).path("text").asText());
        return said.stream()
                .map(text -> understand(turn, text))
                .filter(understood -> another(turn, understood).isEmpty())
                .findFirst();
    }

    private Understanding understand(Turn turn, String text) {
        return understander.understand(text, turn.message().sentAt(), turn.language(), true);
    }

    /** The same words with another name, where they only look. */
    private Optional<Understanding> ofAnother(Turn turn, Understanding look, String name) {
        return new Mentions(new Contacts(turn.sql()), look)
                .place()
                .map(place -> look.text().substring(0, place.start())
                        + name
                        + look.text().substring(place.end()))
                .map(text -> others.prepare(turn, understand(turn, text)))
                .filter(again -> !again.acts().isEmpty()
                        && again.acts().stream().map(Act::intent).allMatch(LOOKS::contains));
    }
}
