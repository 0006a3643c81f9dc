package org.otklik.channels.email.incoming;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.email.connection.Complaint;
import org.otklik.i18n.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files mails that can't be taken in, untouched, and sees to it that somebody looks at them. */
final class FailedMails {
    private static final Logger LOG = LoggerFactory.getLogger(FailedMails.class);
    private static final long MEGABYTE = 1 << 20;

    private final IncomingSettings settings;
    private final ChannelHost host;

    FailedMails(IncomingSettings settings, ChannelHost host) {
        this.settings = settings;
        this.host = host;
    }

    /** Why a mail can't be taken in. */
    enum Reason {
        TOO_LARGE(FetchingText.TOO_LARGE),
        /** The server does not hand it out. */
        UNREADABLE(FetchingText.UNREADABLE),
        /** The database does not take it. */
        REFUSED(FetchingText.REFUSED);

        private final FetchingText text;

        Reason(FetchingText text) {
            this.text = text;
        }
    }

    /**
     * One task a day tells of all that have failed for the same reason: who sends a thousand such mails must not fill the list.
     *
     * @param open the folder that it is to leave; empty: it stays
     */
    void putAside(Optional<OpenFolder> open, String from, Listed mail, Reason reason) throws MessagingException {
        var where = open.isPresent() ? moved(open.get(), from, mail) : from;
        LOG.warn("A mail of {} bytes is left unread in {}: {}", mail.bytes(), where, reason);
        var day = LocalDate.ofInstant(host.clock().instant(), ZoneOffset.UTC);
        host.tell(
                reason + " " + day,
                Text.of(reason.text)
                        .with("folder", where)
                        .with("size", Math.max(1, mail.bytes() / MEGABYTE))
                        .with("most", settings.maxBytes() / MEGABYTE));
    }

    /** Where there is no place for it, it stays where it is, and the next one is read. */
    private String moved(OpenFolder open, String from, Listed mail) throws MessagingException {
        try {
            return open.putAside(mail);
        } catch (FolderClosedException e) {
            throw e;
        } catch (MessagingException e) {
            LOG.warn("A mail can't be put into {}: {}", settings.failedFolder(), Complaint.words(e));
            return from;
        }
    }
}
