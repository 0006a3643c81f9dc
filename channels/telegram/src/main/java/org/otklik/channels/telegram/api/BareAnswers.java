package org.otklik.channels.telegram.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Leaves of the answers to sent messages only what is needed: their numbers. The library reads all of a message, and where it can't, for a
 * field that is new or missing, the message would count as not sent and be sent again and again.
 */
final class BareAnswers implements Interceptor {
    private static final Set<String> METHODS = Set.of("sendmessage", "senddocument", "sendphoto");
    private static final Set<String> NEEDED = Set.of("message_id", "date");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var answer = chain.proceed(request);
        var method = request.url().pathSegments().getLast().toLowerCase(Locale.ROOT);
        if (!METHODS.contains(method) || !answer.isSuccessful()) {
            return answer;
        }
        var body = Objects.requireNonNull(answer.body(), "every answer to a call has a body");
        var type = body.contentType();
        return answer.newBuilder()
                .body(ResponseBody.create(bare(body.string()), type))
                .build();
    }

    private static String bare(String text) throws IOException {
        var written = JSON.readTree(text);
        if (written instanceof ObjectNode envelope && envelope.path("result") instanceof ObjectNode message) {
            message.retain(NEEDED);
            return envelope.toString();
        }
        return text;
    }
}
