package org.otklik.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.otklik.channels.Attachment;
import org.otklik.config.BadConfiguration;
import org.otklik.config.Settings;
import org.otklik.i18n.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program of the operator's that is given a recording and prints what is said in it. It is started directly and never by a shell,
 * and sees a file of our own naming: nothing that people send becomes a part of a command. Safe for threads.
 */
public final class Recognizer {
    private static final Logger LOG = LoggerFactory.getLogger(Recognizer.class);
    private static final String FILE = "{file}";
    private static final String LANGUAGE = "{language}";
    /** An hour of speech is shorter. */
    private static final int LONGEST_OUTPUT = 64 * 1024;

    /** Nobody dictates more to a bot at once. */
    private static final int LONGEST_SAID = 3_000;

    private static final String SECRETS = "OTKLIK_";

    private final List<String> command;
    private final Duration patience;

    /** @param command the program and its arguments, with {@code {file}} where the recording's name goes */
    public Recognizer(List<String> command, Duration patience) {
        this.command = List.copyOf(command);
        this.patience = patience;
    }

    /**
     * The one that the operator has set up.
     *
     * @throws BadConfiguration when it is not told which file to read
     */
    public static Optional<Recognizer> of(Settings.Voice settings) {
        var command = settings.command().orElse(List.of());
        if (command.isEmpty()) {
            return Optional.empty();
        }
        if (command.stream().noneMatch(part -> part.contains(FILE))) {
            throw new BadConfiguration("voice.command: has no {file}, where the name of the recording goes;"
                    + " for example: [/usr/local/bin/transcribe, \"{file}\"]");
        }
        return Optional.of(new Recognizer(command, settings.timeout()));
    }

    /**
     * What is said in a recording. Takes as long as the program does, up to the time that it is given.
     *
     * @param language of who speaks, as far as it is known
     * @return empty where nothing was made out
     */
    public Optional<String> said(Attachment recording, Language language) {
        try {
            var file = Files.createTempFile("otklik-voice", ending(recording.mediaType()));
            try {
                Files.write(file, recording.content().getBytes());
                return run(file, language).map(Recognizer::cleaned).filter(words -> !words.isEmpty());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("The recogniser could not be run: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** As programs tell formats apart; the sender's own name of the file is not used. */
    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "audio/mpeg", "audio/mp3" -> ".mp3";
            case "audio/mp4", "audio/x-m4a", "audio/m4a" -> ".m4a";
            case "audio/wav", "audio/x-wav" -> ".wav";
            default -> ".ogg";
        };
    }

    private Optional<String> run(Path file, Language language) throws IOException {
        var builder = new ProcessBuilder(command.stream()
                .map(part -> part.replace(FILE, file.toString()).replace(LANGUAGE, language.code()))
                .toList());
        builder.environment().keySet().removeIf(name -> name.startsWith(SECRETS));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        var process = builder.start();
        try {
            process.getOutputStream().close();
            return heard(process);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Optional<String> heard(Process process) {
        var output = CompletableFuture.supplyAsync(
                () -> read(process.getInputStream()), task -> Thread.ofVirtual().start(task));
        try {
            var bytes = output.thenCombine(process.onExit(), (said, _) -> said)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            boolean hasEnded = bytes.length <= LONGEST_OUTPUT && process.exitValue() == 0;
            if (!hasEnded) {
                LOG.warn("The recogniser failed, or said too much");
            }
            return hasEnded ? Optional.of(new String(bytes, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (TimeoutException e) {
            LOG.warn("The recogniser was stopped after {}", patience);
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.warn("The recogniser could not be listened to: {}", e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static byte[] read(InputStream output) {
        try (output) {
            return output.readNBytes(LONGEST_OUTPUT + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cleaned(String output) {
        var words = Normalizer.normalize(output, Normalizer.Form.NFC)
                .replaceAll("\\p{Cntrl}+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return words.codePointCount(0, words.length()) <= LONGEST_SAID
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_SAID)).strip() + "…";
    }
}
