package org.otklik.channels.telegram.incoming;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.channels.Accepted;
import org.otklik.channels.Attachment;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.FileName;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.telegram.Bot;
import org.otklik.channels.telegram.ButtonData;
import org.otklik.channels.telegram.TelegramText;
import org.otklik.channels.telegram.api.ApiFailure;
import org.otklik.i18n.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes updates in, in their order, each once. An update that can't be read, or that the store does not take, is kept as it came and told to
 * staff, and the next one is read.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** How long the others wait for a file that can't be had; then its message is taken without it. */
    private static final Duration FILE_PATIENCE = Duration.ofMinutes(2);

    /** Files that are in memory at a time; with one more, since it is looked at afterwards. */
    private static final long MOST_BYTES = 32L << 20;

    private final UpdateReader reader;
    private final FileFetcher files;
    private final ChannelHost host;
    private final Courtesies courtesies;
    private final Patience patience = new Patience(FILE_PATIENCE);

    Intake(Bot bot, ButtonData buttons, FileFetcher files, ChannelHost host, Courtesies courtesies) {
        this.reader = new UpdateReader(bot, buttons, host.clock());
        this.files = files;
        this.host = host;
        this.courtesies = courtesies;
    }

    /**
     * How far it came.
     *
     * @param safe how many of the first updates Telegram may forget
     * @param trouble why it stopped there, in the operator's words; empty when it took them all, or only paused for breath
     * @param asked how long Telegram asks to wait
     */
    record Progress(int safe, Optional<String> trouble, Optional<Duration> asked) {
        Progress(int safe) {
            this(safe, Optional.empty(), Optional.empty());
        }

        Progress(int safe, String trouble) {
            this(safe, Optional.of(trouble), Optional.empty());
        }
    }

    /** A message, and the update that it came by. */
    private record Read(int position, JsonNode update, Reading reading, InboundMessage message) {}

    Progress take(List<JsonNode> updates) {
        var read = new ArrayList<Read>();
        for (int i = 0; i < updates.size(); i++) {
            var update = updates.get(i);
            try {
                var reading = reader.read(update);
                var message = message(reading, update);
                if (message.isPresent()) {
                    read.add(new Read(i, update, reading, message.get()));
                } else {
                    pass(reading, update);
                }
                if (bytes(read) > MOST_BYTES) {
                    return store(read, new Progress(i + 1));
                }
            } catch (ApiFailure failure) {
                return store(
                        read,
                        new Progress(
                                i, Optional.of("a file can't be fetched: " + failure.says()), failure.retryAfter()));
            }
        }
        return store(read, new Progress(updates.size()));
    }

    private static long bytes(List<Read> read) {
        return read.stream()
                .flatMap(one -> one.message().attachments().stream())
                .mapToLong(file -> file.content().length())
                .sum();
    }

    /** @param end how far it comes if the store takes everything */
    private Progress store(List<Read> read, Progress end) {
        var accepted = host.accept(read.stream().map(Read::message).toList());
        for (int i = 0; i < read.size(); i++) {
            var one = read.get(i);
            if (i >= accepted.size() || accepted.get(i) == Accepted.UNAVAILABLE) {
                return new Progress(one.position(), "the database can't be reached, so updates wait");
            }
            settle(accepted.get(i), one);
        }
        return end;
    }

    private Optional<InboundMessage> message(Reading reading, JsonNode update) throws ApiFailure {
        return switch (reading) {
            case Reading.Said said -> Optional.of(withFiles(said, update));
            case Reading.Pressed pressed -> Optional.of(pressed.message());
            default -> Optional.empty();
        };
    }

    private InboundMessage withFiles(Reading.Said said, JsonNode update) throws ApiFailure {
        var fetched = new ArrayList<Attachment>();
        var missing = new ArrayList<String>();
        for (var file : said.files()) {
            fetch(file, update).ifPresentOrElse(fetched::add, () -> missing.add(FileName.clean(file.name())));
        }
        return said.message().withAttachments(fetched).withoutFiles(missing);
    }

    private Optional<Attachment> fetch(TelegramFile file, JsonNode update) throws ApiFailure {
        var number = update.path("update_id").asText();
        try {
            return patience.isOver(number) ? Optional.empty() : files.fetch(file);
        } catch (ApiFailure failure) {
            patience.begin(number);
            throw failure;
        }
    }

    private void pass(Reading reading, JsonNode update) {
        switch (reading) {
            case Reading.ForeignPress(var callback, var language) ->
                courtesies.answerPress(callback, host.texts().say(language, TelegramText.STALE_BUTTON));
            case Reading.Unreadable() -> putAside(update);
            default -> LOG.debug("Update {} is not for the bot", update.path("update_id"));
        }
    }

    private void settle(Accepted accepted, Read read) {
        if (accepted == Accepted.REFUSED) {
            putAside(read.update());
            return;
        }
        if (read.reading() instanceof Reading.Pressed(var message, var callback)) {
            courtesies.answerPress(callback, "");
        }
        if (read.message().author().isEmpty()) {
            courtesies.showTyping(read.message().from());
        }
    }

    private void putAside(JsonNode update) {
        var number = update.path("update_id").asText("?");
        LOG.warn("Update {} of Telegram can't be read; it is kept, and staff are told", number);
        host.checkpoints().keep("unreadable " + number, update.toString());
        host.tell("unreadable " + number, Text.of(TelegramText.UNREADABLE).with("number", number));
    }
}
