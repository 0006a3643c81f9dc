package org.otklik.channels.email.incoming;

import java.time.Duration;
import java.util.List;
import org.otklik.channels.email.connection.MailServer;

/**
 * The mailbox that mails come from.
 *
 * @param failedFolder where mails go that can't be taken in
 * @param poll how often to look without being told
 * @param maxBytes the largest mail that is fetched
 */
public record IncomingSettings(
        MailServer server, List<String> folders, String failedFolder, Duration poll, int maxBytes) {
    public IncomingSettings {
        folders = List.copyOf(folders);
    }
}
