package org.otklik.campaigns;

import org.otklik.i18n.TextKey;

/** Mailings to many people. */
public enum CampaignsText implements TextKey {
    NOT_SENT_HERE,
    ONLY_MANAGERS;

    @Override
    public String area() {
        return "campaigns";
    }
}
