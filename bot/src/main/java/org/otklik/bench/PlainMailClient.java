package org.otklik.bench;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;

/** A mail program that fetches all mails of a mailbox, one after the other, and throws them away. */
final class PlainMailClient {
    /** What one command brings of a mail. Each comes in one. */
    private static final String CHUNK_BYTES = "1048576";

    private final Dovecot server;

    PlainMailClient(Dovecot server) {
        this.server = server;
    }

    /** @return how many there were */
    int fetchAll(String mailbox) {
        var properties = new Properties();
        properties.setProperty("mail.imap.fetchsize", CHUNK_BYTES);
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect(Dovecot.HOST, server.port(), mailbox, Dovecot.PASSWORD);
            try (var folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                var mails = folder.getMessages();
                for (var mail : mails) {
                    mail.writeTo(OutputStream.nullOutputStream());
                }
                return mails.length;
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
