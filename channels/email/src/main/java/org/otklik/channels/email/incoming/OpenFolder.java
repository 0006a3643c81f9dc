package org.otklik.channels.email.incoming;

import static org.otklik.channels.email.connection.MailServer.Protocol.IMAP;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A folder over a connection of its own, for one thread. Mails are handed out as bytes; nothing in them is read here. */
final class OpenFolder implements AutoCloseable {
    /** What one command brings of a mail. Most mails come in one. */
    private static final String CHUNK_BYTES = "1048576";

    /** Of each mail that was listed Jakarta Mail keeps some hundred bytes as long as its folder is open. */
    private static final int MOST_LISTED = 500;

    private final IncomingSettings settings;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final Idle idle;
    private int listed;

    private OpenFolder(IncomingSettings settings, IMAPStore store, IMAPFolder folder) throws MessagingException {
        this.settings = settings;
        this.store = store;
        this.folder = folder;
        this.idle = new Idle(settings.poll());
        listen();
    }

    private void listen() throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.addResponseHandler(idle);
            return protocol;
        });
    }

    /** Opens the folder once more after many mails, so that memory does not grow with them. None that was listed is valid then. */
    void renew() throws MessagingException {
        if (listed > MOST_LISTED) {
            folder.doCommand(protocol -> {
                protocol.removeResponseHandler(idle);
                return protocol;
            });
            folder.close(false);
            folder.open(Folder.READ_WRITE);
            listen();
            listed = 0;
        }
    }

    static OpenFolder open(IncomingSettings settings, String name) throws MessagingException {
        var session = settings.server().session(IMAP);
        session.getProperties().setProperty("mail.imap.fetchsize", CHUNK_BYTES);
        var store = (IMAPStore) session.getStore("imap");
        try {
            settings.server().connect(store);
            var folder = (IMAPFolder) store.getFolder(name);
            folder.open(Folder.READ_WRITE);
            return new OpenFolder(settings, store, folder);
        } catch (MessagingException e) {
            closeQuietly(store);
            throw e;
        }
    }

    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The mails above a number, in the order of their numbers. */
    List<Listed> after(long uid) throws MessagingException {
        idle.look();
        // A range that ends in * has the last mail in it, however low its number is.
        var above = new ArrayList<Message>();
        for (var message : folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
            if (message != null && folder.getUID(message) > uid) {
                above.add(message);
            }
        }
        if (above.isEmpty()) {
            return List.of();
        }
        var profile = new FetchProfile();
        profile.add(FetchProfile.Item.FLAGS);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(above.toArray(Message[]::new), profile);
        listed += above.size();
        var mails = new ArrayList<Listed>();
        for (var message : above) {
            if (!message.isExpunged()) {
                mails.add(listed((IMAPMessage) message));
            }
        }
        mails.sort(Comparator.comparingLong(Listed::uid));
        return mails;
    }

    private Listed listed(IMAPMessage message) throws MessagingException {
        var received = Optional.ofNullable(message.getReceivedDate()).map(Date::toInstant);
        return new Listed(
                message,
                folder.getUID(message),
                message.getSizeLong(),
                received.orElse(Instant.EPOCH),
                message.isSet(Flags.Flag.SEEN));
    }

    /**
     * The whole mail as it came, without marking it as read; one byte more than the limit of one that is longer than its server
     * said.
     */
    byte[] bytes(Listed mail) throws MessagingException, IOException {
        mail.handle().setPeek(true);
        try (var stream = mail.handle().getMimeStream()) {
            return stream.readNBytes(settings.maxBytes() + 1);
        } catch (IOException e) {
            // What happened to the folder or the mail comes wrapped, since streams throw nothing else.
            if (e.getCause() instanceof MessagingException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** The same of several at once, by their numbers. Those that are missing have to be asked for alone. */
    Map<Long, byte[]> bytes(List<Listed> mails) throws MessagingException {
        var together = new Together(mails, settings.maxBytes());
        folder.doCommand(together);
        return together.fetched();
    }

    void markAsRead(List<Listed> mails) throws MessagingException {
        if (!mails.isEmpty()) {
            folder.setFlags(
                    mails.stream().map(Listed::handle).toArray(Message[]::new), new Flags(Flags.Flag.SEEN), true);
        }
    }

    /**
     * Puts a mail aside into the folder for those that can't be taken in, as it is.
     *
     * @return the folder where it is
     */
    String putAside(Listed mail) throws MessagingException {
        var failed = failedFolder();
        var one = new Message[] {mail.handle()};
        if (store.hasCapability("MOVE")) {
            folder.moveMessages(one, failed);
        } else {
            folder.copyMessages(one, failed);
            folder.setFlags(one, new Flags(Flags.Flag.DELETED), true);
            // Without it, other people's deleted mails would go as well (RFC 4315).
            if (store.hasCapability("UIDPLUS")) {
                folder.expunge(one);
            }
        }
        return failed.getFullName();
    }

    private Folder failedFolder() throws MessagingException {
        var wanted = store.getFolder(settings.failedFolder());
        if (wanted.exists() || wanted.create(Folder.HOLDS_MESSAGES)) {
            return wanted;
        }
        // Some servers keep all folders of a person below the inbox.
        var below = store.getFolder("INBOX" + folder.getSeparator() + settings.failedFolder());
        if (below.exists() || below.create(Folder.HOLDS_MESSAGES)) {
            return below;
        }
        throw new MessagingException("the folder " + settings.failedFolder() + " can't be created");
    }

    boolean canPush() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Waits for mails that were not there at the last look, or for some time at most. */
    void waitForNews() throws MessagingException {
        folder.doCommand(idle);
    }

    /** Ends the wait for news, also one that is yet to begin. From any thread. */
    void endWaiting() {
        idle.end();
    }

    @Override
    public void close() {
        closeQuietly(store);
    }

    private static void closeQuietly(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException e) {
            // It was to be closed, and a broken one is.
        }
    }
}
