package org.otklik.check;

import static org.jooq.impl.DSL.val;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.otklik.cases.CasesText;
import org.otklik.channels.Attachment;
import org.otklik.channels.Letter;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.conversation.TurnHandler;
import org.otklik.schema.Tables;

/** A dialogue that says what it heard, and does what a word tells it: so that the runner is tested and not the skills. */
final class Parrot implements TurnHandler {
    @Override
    public void handle(Turn turn) {
        var words = turn.message().text();
        switch (words) {
            case "silence" -> {}
            case "break" -> throw new IllegalStateException("it broke 💥");
            case "table" -> {
                turn.quote("Таблица готова");
                turn.attach(file("доноры.csv", "\uFEFFимя;сумма\nОльга;500\n'=Пётр;700\n"));
            }
            case "gift" -> gift(turn);
            case "take back" ->
                turn.sql()
                        .deleteFrom(Tables.GIFT)
                        .where(Tables.GIFT.MESSAGE_ID.isNotNull())
                        .execute();
            default -> turn.quote(heard(turn));
        }
        if (words.equals("choice")) {
            turn.offer(CasesText.TAKE, Action.of("take"));
        }
    }

    private static Attachment file(String name, String text) {
        return new Attachment(name, "text/csv", Buffer.buffer(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void gift(Turn turn) {
        turn.sql().execute("""
                INSERT INTO gift (contact_id, amount, currency, status, received_on, source, message_id)
                SELECT min(id), 500, 'RUB', 'received', '2026-03-12', 'Наличные', {0} FROM contact
                """, val(turn.message().id()));
        turn.quote("Записано 12345678");
    }

    private static String heard(Turn turn) {
        var message = turn.message();
        var speaker = turn.speaker();
        var heard = new StringBuilder("heard «").append(message.text()).append('»');
        speaker.staff().ifPresent(member -> heard.append(" from staff ").append(member.role()));
        heard.append(speaker.isKnown() ? " known" : " unknown");
        message.press().ifPresent(press -> heard.append(" pressed ").append(press.button()));
        turn.earlier().edited().ifPresent(id -> heard.append(" edits"));
        turn.earlier().answered().ifPresent(id -> heard.append(" replies"));
        message.enclosure().ifPresent(enclosure -> heard.append(' ').append(enclosure));
        message.letter()
                .map(Letter::references)
                .ifPresent(thread -> heard.append(" thread ").append(thread.size()));
        if (message.files() > 0) {
            heard.append(turn.files().stream()
                    .map(file -> file.name() + " " + file.mediaType() + " "
                            + file.content().length())
                    .collect(Collectors.joining(", ", " files ", "")));
        }
        return heard.toString();
    }

    @Override
    public void giveUp(Turn turn) {
        turn.quote("gave up");
    }
}
