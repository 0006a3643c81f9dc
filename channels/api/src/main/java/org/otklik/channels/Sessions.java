package org.otklik.channels;

import java.util.Optional;
import java.util.function.Consumer;

/** Bearer tokens for channels whose medium has no identity of its own. A token has 256 random bits; only its hash is kept. */
public interface Sessions {
    /** A token, and the address that it stands for. The address is public and proves nothing. */
    record Session(String token, Address address) {}

    /** Opens a session with a new address. */
    Session open(String account);

    /** The session of a token; empty when it never existed, has expired or was revoked. */
    Optional<Session> find(String token);

    /** Says which address's sessions have ended from now on: open connections of it must be closed. */
    void onRevoked(Consumer<Address> listener);
}
