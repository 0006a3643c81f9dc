package org.otklik.channels.telegram.incoming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.otklik.channels.StoreUnavailable;
import org.otklik.channels.telegram.Seal;
import org.otklik.channels.telegram.api.ApiFailure;
import org.otklik.channels.telegram.api.BotApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/**
 * Updates that Telegram brings (setWebhook), one at a time for each chat. Each request must show the secret that Telegram was told, else nothing of it is
 * looked at. An update is acknowledged once it is stored; any other answer makes Telegram bring it again.
 */
final class Webhook implements UpdateLoop.Source {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final int SECRET_BYTES = 32;
    private static final int LARGEST = 1 << 20;
    /** How often to see whether the token still holds. */
    private static final Duration LOOK = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BotApi api;
    private final URI page;
    private final String secret;
    private final Introduction introduction;
    private final ExecutorService threads;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<Introduction.Ready> ready = Optional.empty();

    Webhook(BotApi api, URI page, String token, Introduction introduction, ExecutorService threads) {
        this.api = api;
        this.page = page;
        this.secret = new Seal(token, "webhook").of(page.toString(), SECRET_BYTES);
        this.introduction = introduction;
        this.threads = threads;
    }

    void mount(Router routes) {
        routes.post(page.getPath()).handler(this::admit);
        routes.post(page.getPath())
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
                .handler(this::receive);
    }

    private void admit(RoutingContext context) {
        var shown = Optional.ofNullable(context.request().getHeader(HEADER)).orElse("");
        boolean isTelegram =
                MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        if (isTelegram) {
            context.next();
        } else {
            context.response().setStatusCode(401).end();
        }
    }

    private void receive(RoutingContext context) {
        var body = context.body().buffer();
        threads.execute(() -> {
            int status = status(body == null ? Buffer.buffer() : body);
            context.vertx()
                    .runOnContext(
                            any -> context.response().setStatusCode(status).end());
        });
    }

    /** 200 for what is safe or never will be, 503 for what has to be brought again. */
    private int status(Buffer body) {
        var taker = ready;
        if (taker.isEmpty()) {
            return 503;
        }
        try {
            var update = JSON.readTree(body.getBytes());
            return taker.get().intake().take(List.of(update)).safe() == 1 ? 200 : 503;
        } catch (JsonProcessingException e) {
            LOG.warn("The webhook was brought something that is no JSON");
            return 400;
        } catch (IOException | StoreUnavailable e) {
            LOG.debug("An update has to be brought again", e);
            return 503;
        } catch (RuntimeException e) {
            // The edge of a request: whatever it was, Telegram brings the update again.
            LOG.error("An update could not be taken", e);
            return 500;
        }
    }

    @Override
    public String introduce() throws ApiFailure {
        if (ready.isEmpty()) {
            ready = Optional.of(introduction.make());
        }
        api.call(SetWebhook.builder()
                .url(page.toString())
                .secretToken(secret)
                .allowedUpdates(UpdateReader.KINDS)
                .build());
        return "is brought updates as " + ready.get().says();
    }

    /** None come this way; it is only seen whether the bot is still there. */
    @Override
    public List<JsonNode> updates(Optional<Long> from) throws ApiFailure {
        try {
            if (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                api.call(new GetMe());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    @Override
    public Intake.Progress take(List<JsonNode> updates) {
        throw new IllegalStateException("updates come by the web");
    }

    @Override
    public void close() {
        closed.countDown();
        api.close();
    }
}
