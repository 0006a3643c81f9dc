package org.otklik.channels.email.incoming;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.RawReader;
import org.otklik.channels.email.connection.Complaint;

/** Fetches the mails of a mailbox, all its folders beside each other. */
public final class ImapFetcher implements AutoCloseable {
    private final IncomingSettings settings;
    private final List<FolderWatch> watches;

    public ImapFetcher(IncomingSettings settings, RawReader reader, ChannelHost host) {
        this.settings = settings;
        this.watches = settings.folders().stream()
                .map(name -> new FolderWatch(settings, name, reader, host))
                .toList();
    }

    public void start() {
        watches.forEach(FolderWatch::start);
    }

    /** Works when every folder does; else says what the first one that does not is missing. */
    public ChannelHealth health() {
        var states = watches.stream().map(FolderWatch::health).toList();
        return states.stream()
                .filter(state -> !state.working())
                .findFirst()
                .orElseGet(() -> new ChannelHealth(
                        true,
                        states.stream().map(ChannelHealth::says).collect(Collectors.joining(", ", "reads ", ""))
                                + " on " + settings.server().host()));
    }

    /** Connects, opens each folder and leaves again, for somebody who asks whether the settings are right. */
    public static ChannelHealth probe(IncomingSettings settings) {
        for (var name : settings.folders()) {
            try (var folder = OpenFolder.open(settings, name)) {
                folder.validity();
            } catch (MessagingException e) {
                return new ChannelHealth(false, name + ": " + Complaint.about(settings.server(), e));
            }
        }
        return new ChannelHealth(
                true,
                "reads " + String.join(", ", settings.folders()) + " on "
                        + settings.server().host());
    }

    /** Takes in to the end what was begun, and lets go of the connections. */
    @Override
    public void close() {
        watches.forEach(FolderWatch::stop);
        watches.forEach(FolderWatch::close);
    }
}
