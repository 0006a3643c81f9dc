package org.otklik.contacts;

import java.util.Map;
import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.schema.tables.records.AddressProofRecord;

/**
 * What somebody has proven: by the button of a letter, or by its code in the chat where they asked. The words of the button prove
 * nothing: they can be typed by anybody who writes in that address' name.
 */
public final class Proven {
    /** The argument that says which proof it is. */
    public static final String PROOF = "proof";

    /** No button has it. */
    private static final String IS_TYPED = "typed";

    private Proven() {}

    /** The arguments of who has typed the code of a proof. */
    public static Map<String, String> byCode(long proofId) {
        return Map.of(PROOF, String.valueOf(proofId), IS_TYPED, "yes");
    }

    /** The proof, which is used up by it; empty where there is none, or no longer. */
    public static Optional<AddressProofRecord> by(Turn turn, Heard heard) {
        boolean isProof =
                turn.message().press().isPresent() || heard.argument(IS_TYPED).isPresent();
        return heard.number(PROOF).filter(_ -> isProof).flatMap(id -> new AddressProofs(turn.sql()).use(id, turn.at()));
    }
}
