package org.otklik.botapi.methods;

import org.otklik.botapi.updates.Updates;

/** The two ways in which a bot gets its updates. */
public final class UpdateMethods {
    private final Updates updates;

    public UpdateMethods(Updates updates) {
        this.updates = updates;
    }

    public void addTo(Methods methods) {
        methods.addWaiting("getUpdates", updates::poll);
        methods.add("setWebhook", updates::setWebhook);
        methods.add("deleteWebhook", updates::deleteWebhook);
        methods.add("getWebhookInfo", parameters -> updates.describeWebhook());
    }
}
