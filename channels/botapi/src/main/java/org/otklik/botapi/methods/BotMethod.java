package org.otklik.botapi.methods;

import io.vertx.core.Future;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;

/** What answers to one name. Throws a {@link Refusal}, or fails with one. */
@FunctionalInterface
public interface BotMethod {
    /** @return the result, as JSON knows it */
    Future<?> answer(Parameters parameters);
}
