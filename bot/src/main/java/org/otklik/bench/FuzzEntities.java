package org.otklik.bench;

import org.otklik.i18n.Language;

/** What the fuzzer calls for the search for entities, read in either language. The names of the methods are Jazzer's. */
public final class FuzzEntities {
    private static final SoundReading SOUND = new SoundReading();
    private static final Fuzzed FUZZED = new Fuzzed(text -> {
        SOUND.entities(text, Language.RU);
        SOUND.entities(text, Language.EN);
    });

    private FuzzEntities() {}

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
