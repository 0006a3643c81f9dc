package org.otklik.nlp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The step of the build that trains the models. Does nothing while the data and the classes are those of the last run. */
public final class TrainModels {
    /** How much of what belongs to an intent may be refused, on voices that the model has not heard. */
    private static final double REFUSED_IN_SCOPE = 0.07;

    /** How much of it may be taken for what nobody wants done. */
    private static final double PASSED_OVER = 0.006;

    private final Path data;
    private final Path classes;

    private TrainModels(Path data, Path classes) {
        this.data = data;
        this.classes = classes;
    }

    /**
     * @param arguments the folder of the data, the folder of the classes, which the model is written to
     * @throws IOException when the data can't be read or the model can't be written
     */
    public static void main(String[] arguments) throws IOException {
        new TrainModels(Path.of(arguments[0]), Path.of(arguments[1])).train();
    }

    private void train() throws IOException {
        var folder = classes.resolve("org/otklik/nlp");
        var model = folder.resolve(NluModels.FILE);
        var seal = classes.resolveSibling("models.sha256");
        var fingerprint = fingerprint(folder);
        if (Files.exists(model) && Files.exists(seal) && Files.readString(seal).equals(fingerprint)) {
            return;
        }
        var corpus = Corpus.read(data.resolve("intents"));
        var trained = new IntentTrainer(Recipe.USUAL)
                .trainWithBorders(corpus, new IntentCatalogue(), REFUSED_IN_SCOPE, PASSED_OVER);
        try (var stream = Files.newOutputStream(model)) {
            ModelFile.write(trained, stream);
        }
        Files.writeString(seal, fingerprint);
    }

    private String fingerprint(Path folder) throws IOException {
        var digest = digest();
        for (var root : new Path[] {data, folder}) {
            try (var files = Files.walk(root)) {
                for (var file : files.filter(TrainModels::isInput).sorted().toList()) {
                    digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean isInput(Path file) {
        return Files.isRegularFile(file) && !file.endsWith(NluModels.FILE);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
