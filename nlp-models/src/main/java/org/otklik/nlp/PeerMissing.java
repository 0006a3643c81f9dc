package org.otklik.nlp;

/** A system to compare with cannot run here; the message tells what to install. */
public final class PeerMissing extends RuntimeException {
    PeerMissing(String message) {
        super(message);
    }
}
