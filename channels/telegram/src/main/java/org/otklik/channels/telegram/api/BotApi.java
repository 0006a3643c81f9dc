package org.otklik.channels.telegram.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serializable;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * The Bot API, called with the token of one bot. Calls block, and are made once: a call whose answer is lost may have had its effect, and a
 * message would be there twice if it were made again unasked. Safe for threads.
 */
public final class BotApi implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    /** Of a file, which may be of many megabytes. */
    private static final Duration DOWNLOAD = Duration.ofSeconds(60);
    /** A call may have to wait before it begins. */
    private static final Duration BEGIN = Duration.ofSeconds(15);

    private static final int SERVER_BROKE = 500;
    private static final int CALLS_AT_ONCE = 128;

    private final BotAccount account;
    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final Duration longest;

    /** @param longestPoll how long a call for updates may wait at the server for some to come */
    public BotApi(BotAccount account, Duration longestPoll) {
        this.account = account;
        this.longest = longestPoll.plus(ANSWER).plus(BEGIN);
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(CALLS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
        this.http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool())
                .addInterceptor(new BareAnswers())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(longestPoll.plus(ANSWER))
                .callTimeout(longestPoll.plus(ANSWER))
                .build();
        var server = account.server();
        this.client = new OkHttpTelegramClient(
                new ObjectMapper(),
                http,
                account.token(),
                new TelegramUrl(server.getScheme(), server.getHost(), account.port(), false));
    }

    /** @throws ApiFailure when it did not succeed, or can't be told to have */
    public <T extends Serializable, M extends BotApiMethod<T>> T call(M method) throws ApiFailure {
        return ended(() -> client.executeAsync(method));
    }

    /** @throws ApiFailure when it did not succeed, or can't be told to have */
    public Message call(SendDocument document) throws ApiFailure {
        return ended(() -> client.executeAsync(document));
    }

    /** @throws ApiFailure when it did not succeed, or can't be told to have */
    public Message call(SendPhoto photo) throws ApiFailure {
        return ended(() -> client.executeAsync(photo));
    }

    /** @throws ApiFailure when it did not succeed, or can't be told to have */
    public boolean call(SetWebhook webhook) throws ApiFailure {
        return ended(() -> client.executeAsync(webhook));
    }

    /**
     * The bytes of a file.
     *
     * @param path as getFile tells it
     * @return empty for one of more than so many bytes
     * @throws ApiFailure when it can't be had, now or at all
     */
    public Optional<byte[]> download(String path, int maxBytes) throws ApiFailure {
        var server = account.server();
        var url = new HttpUrl.Builder()
                .scheme(server.getScheme())
                .host(server.getHost())
                .port(account.port())
                .addPathSegment("file")
                .addPathSegment("bot" + account.token())
                .addPathSegments(path)
                .build();
        var patient = http.newBuilder().callTimeout(DOWNLOAD).build();
        var call = patient.newCall(new Request.Builder().url(url).build());
        try (var response = call.execute()) {
            if (!response.isSuccessful()) {
                throw failure(response.code(), "the file can't be fetched");
            }
            var body = response.body();
            if (body == null || body.contentLength() > maxBytes) {
                return Optional.empty();
            }
            // One byte more than is wanted shows that there is more.
            var bytes = body.byteStream().readNBytes(maxBytes + 1);
            return bytes.length > maxBytes ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The library's calls can fail before they begin. */
    private interface Call<T> {
        CompletableFuture<T> begin() throws TelegramApiException;
    }

    private <T> T ended(Call<T> call) throws ApiFailure {
        try {
            return call.begin().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ApiFailure(ApiFailure.Kind.UNCERTAIN, "Telegram did not answer in time");
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } catch (TelegramApiException e) {
            // The library looks at a method before it sends it.
            throw new ApiFailure(ApiFailure.Kind.REFUSED, "the library refuses the call");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiFailure(ApiFailure.Kind.UNCERTAIN, "interrupted");
        }
    }

    /** What a library's exception says may hold the address, and in it the token: only its kind is told on. */
    private static ApiFailure failure(Throwable cause) {
        return switch (cause) {
            case TelegramApiRequestException answer -> answered(answer);
            case ConnectException e -> new ApiFailure(ApiFailure.Kind.UNREACHABLE, "Telegram can't be reached");
            case UnknownHostException e -> new ApiFailure(ApiFailure.Kind.UNREACHABLE, "Telegram can't be found");
            case NoRouteToHostException e -> new ApiFailure(ApiFailure.Kind.UNREACHABLE, "there is no way to Telegram");
            case InterruptedIOException e ->
                new ApiFailure(ApiFailure.Kind.UNCERTAIN, "Telegram did not answer in time");
            case IOException e -> new ApiFailure(ApiFailure.Kind.UNCERTAIN, "the line to Telegram broke");
            default ->
                new ApiFailure(
                        ApiFailure.Kind.UNCERTAIN,
                        "the call broke: " + cause.getClass().getSimpleName());
        };
    }

    private static ApiFailure answered(TelegramApiRequestException answer) {
        int code = Optional.ofNullable(answer.getErrorCode()).orElse(0);
        var parameters = Optional.ofNullable(answer.getParameters());
        if (code == 429) {
            var wait = parameters.flatMap(told -> Optional.ofNullable(told.getRetryAfter()));
            return ApiFailure.busy(Duration.ofSeconds(Math.max(1, wait.orElse(1))));
        }
        return parameters
                .flatMap(told -> Optional.ofNullable(told.getMigrateToChatId()))
                .map(ApiFailure::moved)
                .orElseGet(() -> failure(
                        code, Optional.ofNullable(answer.getApiResponse()).orElse("Telegram's answer can't be read")));
    }

    private static ApiFailure failure(int code, String says) {
        var kind = switch (code) {
            case 0 -> ApiFailure.Kind.UNCERTAIN;
            case 401 -> ApiFailure.Kind.UNAUTHORIZED;
            case 403 -> ApiFailure.Kind.BLOCKED;
            case 404 -> ApiFailure.Kind.NOT_FOUND;
            case 409 -> ApiFailure.Kind.CONFLICT;
            default -> code >= SERVER_BROKE ? ApiFailure.Kind.BROKEN : ApiFailure.Kind.REFUSED;
        };
        return new ApiFailure(kind, says);
    }

    /** Ends calls that are under way. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
