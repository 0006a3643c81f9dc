package org.otklik.channels.email.incoming;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.IMAPFolder.ProtocolCommand;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;
import org.otklik.channels.email.connection.MailServer;

/**
 * Waits until a folder has new mails (RFC 2177), or a time is over. Jakarta Mail's own way waits for ever on a line that is dead; here
 * the silence of the line is counted, and a server that does not answer DONE is given up. One for each connection.
 */
final class Idle implements ProtocolCommand, ResponseHandler {
    private final Duration atMost;
    private boolean hasNews;
    private boolean isWanted = true;
    private boolean isEnding;
    private @Nullable IMAPProtocol waiting;

    Idle(Duration atMost) {
        this.atMost = atMost;
    }

    /** What is said from now on is news: the folder is about to be looked into. */
    synchronized void look() {
        hasNews = false;
    }

    /** Told of all that the server says, also beside the answers to other commands, where new mails are mentioned too. */
    @Override
    public synchronized void handleResponse(Response response) {
        if (response instanceof IMAPResponse said && said.keyEquals("EXISTS")) {
            hasNews = true;
            endIfDue();
        }
    }

    /** Ends the wait, now and for good. From any thread. */
    synchronized void end() {
        isWanted = false;
        endIfDue();
    }

    private synchronized void endIfDue() {
        if (waiting != null && !isEnding && (hasNews || !isWanted)) {
            waiting.idleAbort();
            isEnding = true;
        }
    }

    @Override
    public Object doCommand(IMAPProtocol protocol) throws ProtocolException {
        protocol.idleStart();
        begin(protocol);
        try {
            var silence = Duration.ZERO;
            while (true) {
                var response = protocol.readIdleResponse();
                if (response == null) {
                    return this;
                }
                if (isSilence(response) && !isEnding()) {
                    silence = silence.plus(MailServer.PATIENCE);
                    if (silence.compareTo(atMost) >= 0) {
                        overdue();
                    }
                } else if (!protocol.processIdleResponse(response)) {
                    return this;
                }
            }
        } finally {
            begin(null);
        }
    }

    private synchronized void begin(@Nullable IMAPProtocol protocol) {
        waiting = protocol;
        isEnding = false;
        endIfDue();
    }

    private synchronized boolean isEnding() {
        return isEnding;
    }

    private synchronized void overdue() {
        hasNews = true;
        endIfDue();
    }

    private static boolean isSilence(Response response) {
        return response.isBYE() && response.isSynthetic() && response.getException() instanceof SocketTimeoutException;
    }
}
