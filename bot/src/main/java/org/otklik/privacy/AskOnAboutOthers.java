package org.otklik.privacy;

import static org.otklik.schema.Tables.MESSAGE;

import java.util.EnumSet;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.i18n.Text;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;

/** "And for her sister Anna?", after nothing was told of somebody: the same of the next one, also where an address was asked for. */
public final class AskOnAboutOthers implements Attentive {
    /** Who asks on says little more than whom they mean. */
    private static final int MOST_WORDS = 8;

    private static final Set<PrivacyText> REFUSALS =
            EnumSet.of(PrivacyText.NOTHING_OF_OTHERS, PrivacyText.ONLY_ONESELF);

    private final Phrases followUps = new Phrases("follow-ups");

    @Override
    public boolean looksIntoForms() {
        return true;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var text = understanding.text().strip();
        boolean isQuestion = text.endsWith("?") || followUps.opening(text).isPresent();
        boolean isAskedOn = !turn.speaker().isStaff()
                && isQuestion
                && text.split("\\s+").length <= MOST_WORDS
                && understanding.entities().stream().anyMatch(AskAboutOthers::isOfAnother)
                && wasRefused(turn)
                && new SomebodyElse(turn, understanding).isNamed();
        if (isAskedOn) {
            turn.say(PrivacyText.NOTHING_OF_OTHERS);
        }
        return isAskedOn;
    }

    /** Whether the last reply was that nobody hears of others. */
    private static boolean wasRefused(Turn turn) {
        return turn.sql()
                .select(MESSAGE.BODY)
                .from(MESSAGE)
                .where(turn.conversation().talk().has())
                .and(MESSAGE.DIRECTION.eq("out"))
                .orderBy(MESSAGE.ID.desc())
                .limit(1)
                .fetchOptional(MESSAGE.BODY)
                .filter(body -> REFUSALS.stream().anyMatch(refusal -> body.contains(turn.written(Text.of(refusal)))))
                .isPresent();
    }
}
