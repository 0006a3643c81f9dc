package org.otklik.channels.email.incoming;

import io.vertx.core.buffer.Buffer;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.otklik.channels.Accepted;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.RawReader;

/**
 * Takes the mails of one folder in, in their order. A mail is marked as read once it is stored, and the high-water mark follows. What
 * happens between is repeated after a crash, and the inbox knows the repeat by its Message-ID.
 */
final class Intake {
    /** Mails between two high-water marks. */
    private static final int BATCH = 50;

    /** Where the marks are lost, what is older is not taken for new. As far back as repeats are told by their text. */
    private static final Duration RECENT = Duration.ofDays(14);

    /** What a try counts, and the sum from which a mail must not hold up the others any longer. A broken line is rarely its fault. */
    private static final int BROKEN_LINE = 1;

    private static final int REFUSAL = 4;
    private static final int HOPELESS = 10;

    private final IncomingSettings settings;
    private final String name;
    private final RawReader reader;
    private final ChannelHost host;
    private final FailedMails failed;
    private final Map<Long, Integer> tries = new HashMap<>();

    Intake(IncomingSettings settings, String name, RawReader reader, ChannelHost host) {
        this.settings = settings;
        this.name = name;
        this.reader = reader;
        this.host = host;
        this.failed = new FailedMails(settings, host);
    }

    /** How far it came. */
    enum Progress {
        /** Some mails came; others may have come meanwhile. */
        SOME_TAKEN,
        NOTHING_NEW,
        /** The store can't be reached; the rest waits where it is. */
        STORE_AWAY
    }

    Progress take(OpenFolder folder) throws MessagingException, IOException {
        folder.renew();
        long validity = folder.validity();
        var known = host.checkpoints().find(place()).flatMap(HighWater::parse);
        var mark = known.filter(last -> last.validity() == validity);
        long from = mark.map(HighWater::uid).orElse(0L);
        var listed = folder.after(from);
        var wanted = listed.stream()
                .filter(mail -> mark.isPresent() || isNew(mail, known.isPresent()))
                .toList();
        for (int begin = 0; begin < wanted.size(); begin += BATCH) {
            var batch = wanted.subList(begin, Math.min(begin + BATCH, wanted.size()));
            int taken = take(folder, batch);
            // Without an old mark the new one comes last: it would hide what has not been looked at.
            if (taken > 0 && mark.isPresent()) {
                keep(new HighWater(validity, batch.get(taken - 1).uid()));
            }
            if (taken < batch.size()) {
                return Progress.STORE_AWAY;
            }
        }
        if (!listed.isEmpty() || mark.isEmpty()) {
            keep(new HighWater(
                    validity, listed.isEmpty() ? from : listed.getLast().uid()));
        }
        return wanted.isEmpty() ? Progress.NOTHING_NEW : Progress.SOME_TAKEN;
    }

    /**
     * Of a mailbox that is seen for the first time, what is recent and unread: nobody wants letters of years ago answered. Of one
     * whose numbers have changed, what is recent or unread: the inbox knows the rest.
     */
    private boolean isNew(Listed mail, boolean isKnownMailbox) {
        boolean isRecent = !mail.receivedAt().isBefore(host.clock().instant().minus(RECENT));
        return isKnownMailbox ? isRecent || !mail.isSeen() : isRecent && !mail.isSeen();
    }

    private String place() {
        return "imap " + settings.server().user() + " " + settings.server().host() + " " + name;
    }

    private void keep(HighWater mark) {
        host.checkpoints().keep(place(), mark.written());
    }

    /** @return how many were dealt with before the store went away */
    private int take(OpenFolder folder, List<Listed> mails) throws MessagingException, IOException {
        var stored = new ArrayList<Listed>();
        int taken = 0;
        boolean isAway = false;
        while (taken < mails.size() && !isAway) {
            for (var end : takeSome(folder, mails.subList(taken, mails.size()))) {
                isAway |= end == Taken.STORE_AWAY;
                if (end == Taken.STORED) {
                    stored.add(mails.get(taken));
                }
                taken += isAway ? 0 : 1;
            }
        }
        folder.markAsRead(stored);
        return taken;
    }

    private enum Taken {
        STORED,
        /** It is in the failed folder, or gone. */
        SETTLED,
        STORE_AWAY
    }

    /** The first of them together; each by itself where something is wrong with one, and nobody knows with which. */
    private List<Taken> takeSome(OpenFolder folder, List<Listed> mails) throws MessagingException, IOException {
        var some = tries.isEmpty() ? Together.first(mails, settings.maxBytes()) : mails.subList(0, 1);
        if (some.size() == 1) {
            return List.of(take(folder, some.getFirst()));
        }
        Map<Long, byte[]> raw;
        try {
            raw = folder.bytes(some);
        } catch (MessagingException | RuntimeException e) {
            some.forEach(mail -> tries.merge(mail.uid(), BROKEN_LINE, Integer::sum));
            throw e;
        }
        var there = some.stream().takeWhile(mail -> raw.containsKey(mail.uid())).toList();
        return there.isEmpty() ? List.of(take(folder, some.getFirst())) : store(folder, there, raw);
    }

    private Taken take(OpenFolder folder, Listed mail) throws MessagingException, IOException {
        if (mail.bytes() > settings.maxBytes()) {
            return fail(folder, mail, FailedMails.Reason.TOO_LARGE);
        }
        if (tries.getOrDefault(mail.uid(), 0) >= HOPELESS) {
            return fail(folder, mail, FailedMails.Reason.UNREADABLE);
        }
        try {
            var raw = folder.bytes(mail);
            return raw.length > settings.maxBytes()
                    ? fail(folder, mail, FailedMails.Reason.TOO_LARGE)
                    : store(folder, mail, raw);
        } catch (MessageRemovedException e) {
            return Taken.SETTLED;
        } catch (FolderClosedException e) {
            tries.merge(mail.uid(), BROKEN_LINE, Integer::sum);
            throw e;
        } catch (MessagingException | IOException | RuntimeException e) {
            tries.merge(mail.uid(), REFUSAL, Integer::sum);
            throw e;
        }
    }

    private Taken store(OpenFolder folder, Listed mail, byte[] raw) throws MessagingException {
        return ended(folder, mail, host.accept(read(mail, raw)));
    }

    private List<Taken> store(OpenFolder folder, List<Listed> mails, Map<Long, byte[]> raw) throws MessagingException {
        var messages = mails.stream()
                .map(mail -> read(mail, Objects.requireNonNull(raw.get(mail.uid()))))
                .toList();
        var accepted = host.accept(messages);
        var ends = new ArrayList<Taken>();
        for (int i = 0; i < accepted.size(); i++) {
            ends.add(ended(folder, mails.get(i), accepted.get(i)));
        }
        return ends;
    }

    private InboundMessage read(Listed mail, byte[] raw) {
        return reader.read(Buffer.buffer(raw), receivedAt(mail));
    }

    private Taken ended(OpenFolder folder, Listed mail, Accepted accepted) throws MessagingException {
        return switch (accepted) {
            case STORED, DUPLICATE -> {
                tries.remove(mail.uid());
                yield Taken.STORED;
            }
            case REFUSED -> fail(folder, mail, FailedMails.Reason.REFUSED);
            case UNAVAILABLE -> Taken.STORE_AWAY;
        };
    }

    /** The server's word, where its clock is not ahead of ours. */
    private Instant receivedAt(Listed mail) {
        var now = host.clock().instant();
        return Optional.of(mail.receivedAt()).filter(at -> at.isBefore(now)).orElse(now);
    }

    /** Where even the moving fails again and again, it stays where it is. */
    private Taken fail(OpenFolder folder, Listed mail, FailedMails.Reason reason) throws MessagingException {
        int weight = tries.merge(mail.uid(), REFUSAL, Integer::sum);
        failed.putAside(weight > 2 * HOPELESS ? Optional.empty() : Optional.of(folder), name, mail, reason);
        tries.remove(mail.uid());
        return Taken.SETTLED;
    }
}
