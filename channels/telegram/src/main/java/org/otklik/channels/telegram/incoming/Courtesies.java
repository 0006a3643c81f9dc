package org.otklik.channels.telegram.incoming;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.otklik.channels.Address;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.StoreUnavailable;
import org.otklik.channels.telegram.api.ApiFailure;
import org.otklik.channels.telegram.api.BotApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/** Small signs that something was received. Nothing depends on them: they are sent beside, once, and may get lost. */
final class Courtesies {
    private static final Logger LOG = LoggerFactory.getLogger(Courtesies.class);

    /** A turn takes some milliseconds; who gets an answer sooner need not see that one is being written. */
    private static final Duration SLOW = Duration.ofMillis(1_200);

    /** So that they never stand in the way of messages. */
    private static final int AT_A_TIME = 16;

    private final BotApi api;
    private final ChannelHost host;
    private final Vertx vertx;
    private final ExecutorService threads;
    private final Semaphore free = new Semaphore(AT_A_TIME);

    Courtesies(BotApi api, ChannelHost host, ExecutorService threads) {
        this.api = api;
        this.host = host;
        this.vertx = host.vertx();
        this.threads = threads;
    }

    /**
     * Ends the waiting of a pressed button (answerCallbackQuery).
     *
     * @param says what is shown for a moment; may be empty
     */
    void answerPress(String callback, String says) {
        var answer = AnswerCallbackQuery.builder().callbackQueryId(callback);
        send(says.isEmpty() ? answer.build() : answer.text(says).build());
    }

    /** Shows that an answer is being written, if it is not there after a moment (sendChatAction). */
    void showTyping(Address chat) {
        vertx.setTimer(
                SLOW.toMillis(),
                id -> beside(() -> {
                    if (host.isWaiting(chat)) {
                        call(new SendChatAction(chat.value(), ActionType.TYPING.toString()));
                    }
                }));
    }

    private void send(BotApiMethod<Boolean> method) {
        beside(() -> call(method));
    }

    private void call(BotApiMethod<Boolean> method) {
        try {
            api.call(method);
        } catch (ApiFailure failure) {
            LOG.debug("{} did not succeed: {}", method.getMethod(), failure.says());
        }
    }

    private void beside(Runnable task) {
        if (!free.tryAcquire()) {
            LOG.debug("Too much at a time: a sign is left out");
            return;
        }
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } catch (StoreUnavailable e) {
                    LOG.debug("The store can't be asked whether somebody waits", e);
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException e) {
            free.release();
            LOG.debug("Closing: a sign is left out");
        }
    }
}
