package org.otklik.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Mails as an organisation gets them: mostly answers to its letters with these quoted below, from people it knows and others, in two
 * languages and several charsets, as programs write them; automatic replies, newsletters and bounces between them. The same seed
 * makes the same mails.
 */
final class Postbag {
    private static final int BYTES = 20_000;

    /** One mail in so many is from somebody the organisation knows. */
    private static final int KNOWN = 5;

    private static final int STRANGERS = 2_000;

    /** So many letters of one writer answer each other; then they write anew. */
    private static final int THREAD = 3;

    private static final double PROVEN = 0.85;
    private static final Duration APART = Duration.ofSeconds(5);

    private final long seed;
    private final List<String> known;
    private final Instant latest;
    private final Dialogues dialogues = new Dialogues();
    private final Map<String, Wording> wordings = Wording.read();

    /**
     * @param known addresses of people the organisation knows
     * @param latest when the last of them can have been written
     */
    Postbag(long seed, List<String> known, Instant latest) {
        this.seed = seed;
        this.known = List.copyOf(known);
        this.latest = latest;
    }

    /** The mail of a number, of about 20 kB. */
    byte[] mail(int number) {
        // Not Random, of which neighbouring seeds begin alike.
        var random = new SplittableRandom(seed * 1_000_003 + number);
        var form = MailForm.any(random);
        boolean isProven = random.nextDouble() < PROVEN;
        var letter = letter(number, isProven, random.nextLong());
        int least = form.write(letter, 0).length();
        int sample = form.write(letter, MailForm.SAMPLE).length();
        int filling = (BYTES - least) * MailForm.SAMPLE / (sample - least);
        return form.write(letter, filling).getBytes(StandardCharsets.ISO_8859_1);
    }

    private BenchLetter letter(int number, boolean isProven, long fileSeed) {
        boolean isKnown = number % KNOWN == 0;
        int writers = isKnown ? KNOWN * known.size() : STRANGERS;
        int writer = number % writers;
        int earlier = number / writers;
        var from = isKnown ? known.get(writer / KNOWN) : "writer" + writer + "@mail" + writer % 7 + ".example";
        var said = dialogues.get(writer + earlier / THREAD);
        var text = said.get(earlier % THREAD % said.size());
        return new BenchLetter(
                "letter-" + number + "@mail.example",
                earlier % THREAD == 0
                        ? Optional.empty()
                        : Optional.of("letter-" + (number - writers) + "@mail.example"),
                from,
                Objects.requireNonNull(wordings.get(Wording.language(text))),
                text,
                latest.minus(APART.multipliedBy(number % 1_000)),
                isProven,
                fileSeed);
    }
}
