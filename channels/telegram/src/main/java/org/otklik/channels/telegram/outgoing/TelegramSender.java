package org.otklik.channels.telegram.outgoing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.channels.Delivery;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.telegram.ButtonData;
import org.otklik.channels.telegram.MessageNumber;
import org.otklik.channels.telegram.api.ApiFailure;
import org.otklik.channels.telegram.api.BotApi;

/**
 * Sends messages within Telegram's limits. Of one that has to be tried again, what has gone out is not sent twice while this program runs; a call
 * whose answer was lost is, since Telegram can't be asked whether it had its effect.
 */
public final class TelegramSender {
    /** Well under the lease of a send, with the longest call (20 s) behind the longest wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final BotApi api;
    private final SendLimits limits;
    private final Steps steps;
    private final Map<Long, Progress> begun = new ConcurrentHashMap<>();

    /** @param last the number of the last message of Telegram's that has gone out */
    private record Progress(int done, Optional<Integer> last) {}

    /** Refused for its own sake, before Telegram was asked. */
    private static final Delivery NOT_A_CHAT = new Delivery.Refused("the address is not the number of a chat");

    public TelegramSender(BotApi api, ButtonData buttons, int aSecond, int aMinuteInGroups) {
        this.api = api;
        this.limits = new SendLimits(aSecond, aMinuteInGroups);
        this.steps = new Steps(new Keyboards(buttons));
    }

    public Delivery send(OutboundMessage message) {
        long chat;
        try {
            chat = Long.parseLong(message.to().value());
        } catch (NumberFormatException e) {
            return NOT_A_CHAT;
        }
        try {
            var delivery = send(message, chat, steps.of(message, chat));
            if (!(delivery instanceof Delivery.Later)) {
                begun.remove(message.id());
            }
            return delivery;
        } catch (SendLimits.NoLeave e) {
            return new Delivery.Later("more is to be sent than Telegram takes at a time", Optional.of(e.untilNext()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Later("interrupted", Optional.of(SOON));
        }
    }

    private Delivery send(OutboundMessage message, long chat, List<Steps.Step> all)
            throws SendLimits.NoLeave, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        var progress = begun.getOrDefault(message.id(), new Progress(0, Optional.empty()));
        for (int i = progress.done(); i < all.size(); i++) {
            var leave = limits.await(chat, until);
            try {
                progress = new Progress(i + 1, Optional.of(sent(all.get(i), chat)));
                begun.put(message.id(), progress);
            } catch (ApiFailure failure) {
                return ended(failure);
            } finally {
                leave.end();
            }
        }
        return new Delivery.Sent(progress.last().map(number -> MessageNumber.of(chat, number)));
    }

    private int sent(Steps.Step step, long chat) throws ApiFailure {
        try {
            return step.send(api, chat).getMessageId();
        } catch (ApiFailure failure) {
            var moved = failure.movedTo();
            if (moved.isPresent()) {
                return step.send(api, moved.get()).getMessageId();
            }
            throw failure;
        }
    }

    private static Delivery ended(ApiFailure failure) {
        return switch (failure.kind()) {
            case BUSY -> new Delivery.Later(failure.says(), failure.retryAfter());
            case UNCERTAIN, BROKEN -> new Delivery.Later(failure.says(), Optional.empty());
            case UNREACHABLE, UNAUTHORIZED, NOT_FOUND, CONFLICT -> new Delivery.Down(failure.says());
            case BLOCKED -> new Delivery.Blocked(failure.says());
            case MOVED, REFUSED -> new Delivery.Refused(failure.says());
        };
    }
}
