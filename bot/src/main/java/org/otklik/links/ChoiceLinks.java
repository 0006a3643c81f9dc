package org.otklik.links;

import java.net.URI;
import java.util.Optional;
import org.otklik.channels.Press;

/** Links that stand for the buttons of a message. Safe for threads. */
public final class ChoiceLinks {
    static final String PATH = "/choice/";
    private static final String USE = "choice";

    private final Seal seal;
    private final String publicUrl;

    /** @param publicUrl where the bot's own pages are, without a slash at the end */
    public ChoiceLinks(Seal seal, String publicUrl) {
        this.seal = seal;
        this.publicUrl = publicUrl;
    }

    /** That of a button, by the number of its message and its position there. */
    public URI of(long messageId, int button) {
        return URI.create(publicUrl + PATH + seal.token(USE, messageId, button));
    }

    /** What pressing it would be; empty for a link that we have not made. */
    Optional<Press> press(String token) {
        return seal.open(USE, token)
                .filter(numbers -> numbers.length == 2)
                .map(numbers -> new Press(numbers[0], Math.toIntExact(numbers[1])));
    }
}
