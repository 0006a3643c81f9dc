package org.otklik.channels.telegram.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * The updates that wait, as they are written (getUpdates). The library's own method reads them into its types, which loses what it does not
 * know, and all of them when one can't be read.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class FetchUpdates extends BotApiMethod<ArrayNode> {
    private static final String METHOD = "getUpdates";

    private final Optional<Long> offset;
    private final Duration timeout;
    private final List<String> kinds;

    /**
     * @param offset the first update that is wanted; those before it are forgotten by the server. Without it nothing is.
     * @param timeout how long to wait for one, in whole seconds
     * @param kinds the names of the updates that are wanted at all
     */
    public FetchUpdates(Optional<Long> offset, Duration timeout, List<String> kinds) {
        this.offset = offset;
        this.timeout = timeout;
        this.kinds = List.copyOf(kinds);
    }

    @JsonProperty("offset")
    @Nullable
    Long offset() {
        return offset.orElse(null);
    }

    @JsonProperty("timeout")
    long seconds() {
        return timeout.toSeconds();
    }

    @JsonProperty("allowed_updates")
    List<String> kinds() {
        return kinds;
    }

    @Override
    public String getMethod() {
        return METHOD;
    }

    @Override
    public ArrayNode deserializeResponse(String answer) throws TelegramApiRequestException {
        return deserializeResponse(answer, ArrayNode.class);
    }
}
