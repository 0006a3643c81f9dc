package org.otklik.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.channels.Address;
import org.otklik.channels.Enclosure;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.Letter;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.channels.Press;
import org.otklik.channels.Table;
import org.otklik.channels.Threading;
import org.otklik.i18n.Language;

/** What the column {@code message.payload} holds, besides the body. */
public sealed interface Payload {
    /**
     * Of an inbound message.
     *
     * @param files how many attachments it has, so that nobody looks for those of a message without
     * @param album the album that they are of, where they came one by one
     * @param parts the external ids of what came of it so far
     * @param tooLarge the names of files that could not be fetched
     */
    record Received(
            Optional<Press> press,
            Optional<String> code,
            Optional<Language> hint,
            Optional<Address> author,
            Optional<Enclosure> enclosure,
            Optional<String> edits,
            Optional<String> repliesTo,
            Optional<Letter> letter,
            int files,
            Optional<String> album,
            List<String> parts,
            List<String> tooLarge)
            implements Payload {
        public Received {
            parts = List.copyOf(parts);
            tooLarge = List.copyOf(tooLarge);
        }

        static Received of(InboundMessage message) {
            return new Received(
                    message.press(),
                    message.code(),
                    message.language(),
                    message.author(),
                    message.enclosure(),
                    message.edits(),
                    message.repliesTo(),
                    message.letter(),
                    message.attachments().size(),
                    message.album(),
                    message.album().map(name -> List.of(message.externalId())).orElse(List.of()),
                    message.tooLarge());
        }

        Received joinedBy(InboundMessage picture) {
            var ids = new ArrayList<>(parts);
            ids.add(picture.externalId());
            var names = new ArrayList<>(tooLarge);
            names.addAll(picture.tooLarge());
            return new Received(
                    press,
                    code,
                    hint,
                    author,
                    enclosure,
                    edits,
                    repliesTo,
                    letter,
                    files + picture.attachments().size(),
                    album,
                    ids,
                    names);
        }
    }

    /**
     * Of an outbound one.
     *
     * @param files how many attachments it has
     * @param entries the records that it tells of
     * @param tables the tables in its text
     * @param form the form that waits for an answer to it
     */
    record Said(
            List<Choice> choices,
            Author author,
            Optional<Threading> threading,
            int files,
            List<Entry> entries,
            List<Table> tables,
            Optional<String> form)
            implements Payload {
        public Said {
            choices = List.copyOf(choices);
            entries = List.copyOf(entries);
            tables = List.copyOf(tables);
        }

        public Said(List<Choice> choices, Author author) {
            this(choices, author, Optional.empty(), 0, List.of());
        }

        public Said(
                List<Choice> choices, Author author, Optional<Threading> threading, int files, List<Entry> entries) {
            this(choices, author, threading, files, entries, List.of(), Optional.empty());
        }

        Said in(Threading thread) {
            return new Said(choices, author, Optional.of(thread), files, entries, tables, form);
        }

        Said with(int filesWithIt) {
            return new Said(choices, author, threading, filesWithIt, entries, tables, form);
        }
    }
}
