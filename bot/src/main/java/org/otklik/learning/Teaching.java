package org.otklik.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.otklik.nlp.KeptModel;
import org.otklik.nlp.NluModels;
import org.otklik.nlp.OwnCorpus;
import org.otklik.nlp.Retraining;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the models know what stands in an organisation's folder: by what was trained before and still fits, or by training. New models are used
 * only where they understand no language worse than those before, on messages that are held out. Not safe for threads.
 */
public final class Teaching {
    private static final Logger LOG = LoggerFactory.getLogger(Teaching.class);

    /** In bytes; a training was measured to hold 300 MiB at once beside what is there anyway. */
    private static final long NEEDED = 360L << 20;

    private final NluFolder folder;
    private final NluModels models;
    private final Retraining retraining;
    private final Clock clock;
    /** The fingerprint of the product without anything of an organisation's own. */
    private final String nothing;

    private String known;
    private List<String> complaints = List.of();

    /** @param models those of the product, which learn more by this */
    public Teaching(NluFolder folder, NluModels models, Retraining retraining, Clock clock) {
        this.folder = folder;
        this.models = models;
        this.retraining = retraining;
        this.clock = clock;
        this.nothing = retraining.fingerprint(OwnCorpus.none());
        this.known = nothing;
    }

    /** Takes up what was trained before, where it was for this very product; what has changed since is to be learned. */
    public void takeUp() {
        if (!OwnCorpus.read(folder.intents()).isEmpty()) {
            kept(retraining::isOfThisProduct).ifPresent(this::use);
        }
    }

    /**
     * Learns what is new in the folder.
     *
     * @return what came of it; empty where nothing had to be trained
     * @throws IOException when the folder can't be written
     */
    public Optional<LastLesson> learn() throws IOException {
        var own = OwnCorpus.read(folder.intents());
        complain(own.complaints());
        var wanted = retraining.fingerprint(own);
        boolean isToForget = !known.equals(nothing) && !Files.exists(folder.model());
        if (wanted.equals(known) && !isToForget) {
            return Optional.empty();
        }
        if (own.isEmpty()) {
            models.adopt(retraining.product());
            known = nothing;
            return Optional.empty();
        }
        var kept = kept(wanted::equals);
        if (kept.isPresent()) {
            use(kept.get());
            return Optional.empty();
        }
        boolean wasRefused = LastLesson.read(folder.lastLesson())
                .filter(last -> last.fingerprint().equals(wanted) && !last.isUsed())
                .isPresent();
        if (wasRefused) {
            leave(wanted, isToForget);
            return Optional.empty();
        }
        return hasRoom() ? Optional.of(train(own, isToForget)) : Optional.empty();
    }

    /** Rather nothing is learned than that nobody is answered any more. */
    private boolean hasRoom() {
        if (room() < NEEDED) {
            // What is only rubbish does not count.
            System.gc();
        }
        long room = room();
        if (room < NEEDED) {
            LOG.warn(
                    "What {} teaches is not learned: training wants {} MiB of memory, and {} MiB are free."
                            + " Give more, for example by OTKLIK_JAVA_OPTIONS=-Xmx768m, or do that for: otklik nlu train",
                    folder.intents(),
                    NEEDED >> 20,
                    room >> 20);
        }
        return room >= NEEDED;
    }

    private static long room() {
        var memory = Runtime.getRuntime();
        return memory.maxMemory() - (memory.totalMemory() - memory.freeMemory());
    }

    /** @param isToForget whether what is known must not go on being known: somebody was erased, and the file of the model with them */
    private LastLesson train(OwnCorpus own, boolean isToForget) throws IOException {
        var at = clock.instant();
        long start = System.nanoTime();
        var lesson = retraining.teach(isToForget ? retraining.product() : models, own);
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        var last = new LastLesson(lesson.fingerprint(), lesson.isGood(), lesson.before(), lesson.after(), seconds, at);
        if (last.isUsed()) {
            lesson.keep(folder.model());
            models.adopt(lesson.models());
            known = lesson.fingerprint();
            LOG.info(
                    "Learned {} utterances of {} in {} s; understood of the held-out messages: {} before, {} now",
                    own.corpus().utterances().size(),
                    folder.intents(),
                    seconds,
                    last.before(),
                    last.after());
        } else {
            LOG.warn(
                    "What {} teaches is not used: of the held-out messages {} were understood before, and only {} with it",
                    folder.intents(),
                    last.before(),
                    last.after());
            leave(lesson.fingerprint(), isToForget);
        }
        last.write(folder.lastLesson());
        return last;
    }

    /** What stands in the folder is not used. */
    private void leave(String fingerprint, boolean isToForget) {
        if (isToForget) {
            models.adopt(retraining.product());
        }
        known = fingerprint;
    }

    private Optional<KeptModel> kept(Predicate<String> fingerprint) {
        try {
            return KeptModel.read(folder.model(), fingerprint);
        } catch (IOException e) {
            LOG.warn("{} can't be read, so it is trained anew: {}", folder.model(), e.getMessage());
            return Optional.empty();
        }
    }

    private void use(KeptModel kept) {
        models.adopt(kept.models());
        known = kept.fingerprint();
    }

    /** Once for each state of the files. */
    private void complain(List<String> about) {
        if (!about.equals(complaints)) {
            complaints = about;
            about.forEach(complaint -> LOG.warn("{}", complaint));
        }
    }

    /** What can't be used of the files. */
    public List<String> complaints() {
        return complaints;
    }
}
