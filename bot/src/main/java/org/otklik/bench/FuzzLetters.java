package org.otklik.bench;

/** What the fuzzer calls for the undoing of how a text was typed, the guess of its language and the classifier. The names of the methods are Jazzer's. */
public final class FuzzLetters {
    private static final SoundReading SOUND = new SoundReading();
    private static final Fuzzed FUZZED = new Fuzzed(SOUND::letters);

    private FuzzLetters() {}

    /** Loads what takes seconds before the time of an input counts. */
    public static void fuzzerInitialize() {
        FUZZED.read(new byte[0]);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        FUZZED.read(input);
    }

    public static void fuzzerTearDown() {
        System.err.println(FUZZED.report());
    }
}
