package org.otklik.giving;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.otklik.schema.Tables.ATTACHMENT;
import static org.otklik.schema.Tables.GIFT;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Duration;
import org.otklik.channels.Enclosure;
import org.otklik.conversation.Turn;

/** Which message shows that somebody has paid: the one with the picture of it, though the sum came after it. */
final class Evidence {
    private static final Duration REACH = Duration.ofMinutes(30);

    private final Turn turn;

    Evidence(Turn turn) {
        this.turn = turn;
    }

    /** A picture too, but of nothing that was paid. */
    static boolean isSticker(Turn turn) {
        return turn.message()
                .enclosure()
                .filter(Enclosure.Sticker.class::isInstance)
                .isPresent();
    }

    long messageId() {
        long told = turn.message().id();
        return turn.message().files() > 0 && !isSticker(turn)
                ? told
                : turn.sql()
                        .select(MESSAGE.ID)
                        .from(MESSAGE)
                        .where(MESSAGE.CONVERSATION_ID.eq(turn.conversation().id()))
                        .and(MESSAGE.DIRECTION.eq("in"))
                        .and(MESSAGE.BODY.eq(""))
                        .and(MESSAGE.RECEIVED_AT.gt(turn.at().minus(REACH)))
                        .and(field("{0} -> 'enclosure' ->> 'kind'", String.class, MESSAGE.PAYLOAD)
                                .isDistinctFrom("sticker"))
                        .and(exists(selectOne()
                                .from(ATTACHMENT)
                                .where(ATTACHMENT.MESSAGE_ID.eq(MESSAGE.ID))
                                .and(ATTACHMENT
                                        .MEDIA_TYPE
                                        .startsWith("image/")
                                        .or(ATTACHMENT.MEDIA_TYPE.eq("application/pdf")))))
                        .and(notExists(selectOne().from(GIFT).where(GIFT.MESSAGE_ID.eq(MESSAGE.ID))))
                        .orderBy(MESSAGE.ID.desc())
                        .limit(1)
                        .fetchOptional(MESSAGE.ID)
                        .orElse(told);
    }
}
