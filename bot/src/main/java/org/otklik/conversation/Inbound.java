package org.otklik.conversation;

import static org.otklik.schema.Tables.MESSAGE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.otklik.channels.Address;
import org.otklik.channels.Enclosure;
import org.otklik.channels.Letter;
import org.otklik.channels.Press;
import org.otklik.i18n.Language;
import org.otklik.schema.tables.records.MessageRecord;

/**
 * An inbound message as it was stored.
 *
 * @param externalId the source's own id of it
 * @param text what was typed, without characters that can't be seen; may be empty
 * @param hint the language of the sender's device
 * @param author who wrote it, where several people share the conversation
 * @param enclosure what came besides words and files
 * @param edits the external id of the message that this one puts right
 * @param repliesTo the external id of the message that it answers, where the medium says so
 * @param letter what a letter carries besides its text
 * @param files how many files came with it; see {@link Turn#files}
 * @param tooLarge the names of files that the medium did not hand out
 * @param sentAt when the sender sent it: relative dates are counted from here
 */
public record Inbound(
        long id,
        String externalId,
        String text,
        Optional<Press> press,
        Optional<String> code,
        Optional<Language> hint,
        Optional<Address> author,
        Optional<Enclosure> enclosure,
        Optional<String> edits,
        Optional<String> repliesTo,
        Optional<Letter> letter,
        int files,
        List<String> tooLarge,
        Instant sentAt,
        int attempts) {

    /** All of its row but the raw form, which is kept for people and may be a letter of many megabytes. */
    static final List<Field<?>> COLUMNS = Stream.of(MESSAGE.fields())
            .filter(field -> !field.equals(MESSAGE.RAW))
            .toList();

    /** What was typed, without what was quoted below it; of a letter without text its subject, in which some say all. */
    public String said() {
        return text.isBlank() ? letter.map(Letter::subject).orElse(text) : PastedQuote.cutFrom(text);
    }

    /** The same message, of which only some words are looked at. */
    Inbound saying(String words) {
        return new Inbound(
                id,
                externalId,
                words,
                press,
                code,
                hint,
                author,
                enclosure,
                edits,
                repliesTo,
                letter,
                files,
                tooLarge,
                sentAt,
                attempts);
    }

    /** What was said aloud before, in words. */
    Inbound heard(String words, Instant at) {
        return new Inbound(
                id,
                externalId,
                words,
                Optional.empty(),
                code,
                hint,
                author,
                enclosure,
                edits,
                repliesTo,
                letter,
                files,
                tooLarge,
                at,
                attempts);
    }

    static Inbound of(MessageRecord row) {
        var payload = Json.read(row.getPayload(), Payload.Received.class);
        return new Inbound(
                row.getId(),
                row.getExternalId(),
                row.getBody(),
                payload.press(),
                payload.code(),
                payload.hint(),
                payload.author(),
                payload.enclosure(),
                payload.edits(),
                payload.repliesTo(),
                payload.letter(),
                payload.files(),
                payload.tooLarge(),
                row.getSentAt(),
                row.getAttempts());
    }
}
