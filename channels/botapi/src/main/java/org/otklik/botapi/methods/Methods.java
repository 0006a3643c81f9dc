package org.otklik.botapi.methods;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;

/** All methods that the stand-in knows, by name in any case. */
public final class Methods {
    private final Map<String, BotMethod> methods = new HashMap<>();

    /** One that answers at once. */
    void add(String name, Function<Parameters, ?> method) {
        addWaiting(name, parameters -> Future.succeededFuture(method.apply(parameters)));
    }

    /** One that may take its time. */
    public void addWaiting(String name, BotMethod method) {
        methods.put(name.toLowerCase(Locale.ROOT), method);
    }

    public Future<?> answer(String name, Parameters parameters) {
        var method = methods.get(name.toLowerCase(Locale.ROOT));
        if (method == null) {
            throw Refusal.notFound();
        }
        return method.answer(parameters);
    }
}
