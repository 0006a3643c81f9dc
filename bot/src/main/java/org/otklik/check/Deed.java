package org.otklik.check;

import java.nio.file.Path;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.channels.Enclosure;

/** What somebody does in a turn of a script; its text form is how a report names it. */
sealed interface Deed {
    record Says(String text) implements Deed {
        @Override
        public String toString() {
            return text;
        }
    }

    /** @param turn whose message is put right */
    record Edits(int turn, String text) implements Deed {
        @Override
        public String toString() {
            return "(edits turn " + turn + ") " + text;
        }
    }

    /** The message of a turn is delivered again. */
    record Repeats(int turn) implements Deed {
        @Override
        public String toString() {
            return "(repeats turn " + turn + ")";
        }
    }

    record Taps(Expression label) implements Deed {
        @Override
        public String toString() {
            return "[" + label.source() + "]";
        }
    }

    /** Fetches a link, as mail scanners do; nothing may happen. */
    record Opens(Expression label) implements Deed {
        @Override
        public String toString() {
            return "(opens) " + label.source();
        }
    }

    record Waits(TemporalAmount time) implements Deed {
        @Override
        public String toString() {
            return "(waits " + time + ")";
        }
    }

    /** A raw message. */
    record Mails(Path file) implements Deed {
        @Override
        public String toString() {
            return "(mail " + file.getFileName() + ")";
        }
    }

    /** Several are an album. */
    record Sends(List<Item> items) implements Deed {
        public Sends {
            items = List.copyOf(items);
        }

        String caption() {
            return items.stream()
                    .map(Item::caption)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public String toString() {
            return items.stream().map(item -> "(sends " + item.kind() + ")").collect(Collectors.joining(" ")) + " "
                    + caption();
        }
    }

    /** The speaker blocks the bot, or lets it write again. */
    record Blocks(boolean isBlocked) implements Deed {
        @Override
        public String toString() {
            return isBlocked ? "(blocks the bot)" : "(unblocks the bot)";
        }
    }

    /**
     * Something sent.
     *
     * @param kind photo, document, voice, sticker, location or contact
     * @param tooLarge the name of a file that the medium does not hand out
     */
    record Item(
            String kind,
            Optional<Path> file,
            Optional<Enclosure> enclosure,
            Optional<String> tooLarge,
            String caption) {}
}
