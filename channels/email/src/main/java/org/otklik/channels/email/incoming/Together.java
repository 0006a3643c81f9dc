package org.otklik.channels.email.incoming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder.ProtocolCommand;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * Fetches several small mails by one command, since a server that is far away takes longer to hear a command than to answer it. What it
 * leaves out, for whatever reason, is to be asked for alone.
 */
final class Together implements ProtocolCommand {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_MAILS = 25;

    private final List<Listed> mails;
    private final int maxBytes;
    private final Map<Long, byte[]> fetched = new HashMap<>();

    /** @param maxBytes the largest mail that is fetched; of one that is larger than the server says, one byte more is sent */
    Together(List<Listed> mails, int maxBytes) {
        this.mails = mails;
        this.maxBytes = Math.min(maxBytes, MOST_BYTES);
    }

    /** As many of the first mails as go into one command; one at least. */
    static List<Listed> first(List<Listed> mails, int maxBytes) {
        int count = 0;
        long bytes = 0;
        for (var mail : mails.subList(0, Math.min(mails.size(), MOST_MAILS))) {
            bytes += mail.bytes();
            if (bytes > MOST_BYTES || mail.bytes() > maxBytes) {
                break;
            }
            count++;
        }
        return mails.subList(0, Math.max(1, count));
    }

    /** The whole mails by UID. */
    Map<Long, byte[]> fetched() {
        return fetched;
    }

    @Override
    public Object doCommand(IMAPProtocol protocol) throws ProtocolException {
        var uids = mails.stream().map(mail -> String.valueOf(mail.uid())).collect(Collectors.joining(","));
        var responses = protocol.command("UID FETCH " + uids + " (UID BODY.PEEK[]<0." + (maxBytes + 1) + ">)", null);
        for (var response : responses) {
            if (response instanceof FetchResponse mail) {
                keep(mail);
            }
        }
        protocol.notifyResponseHandlers(responses);
        var end = responses[responses.length - 1];
        if (!end.isNO() && !end.isBAD()) {
            protocol.handleResult(end);
        }
        return this;
    }

    private void keep(FetchResponse mail) {
        var uid = mail.getItem(UID.class);
        var body = mail.getItem(BODY.class);
        if (uid != null && body != null && body.getByteArray() != null) {
            var bytes = body.getByteArray().getNewBytes();
            if (bytes.length <= maxBytes) {
                fetched.put(uid.uid, bytes);
            }
        }
    }
}
