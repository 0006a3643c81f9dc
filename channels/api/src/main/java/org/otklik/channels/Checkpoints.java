package org.otklik.channels;

import java.util.Optional;

/** How far a channel has read its sources, kept through restarts. Texts that only the channel understands. */
public interface Checkpoints {
    /** @throws StoreUnavailable when it can't be asked now */
    Optional<String> find(String place);

    /** @throws StoreUnavailable when it can't be kept now; the old one holds then */
    void keep(String place, String checkpoint);
}
