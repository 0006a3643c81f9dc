package org.otklik.nlp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import org.jspecify.annotations.Nullable;

/**
 * A model as bytes. OpenNLP's own formats write parameters as text or as doubles; half floats are a quarter of that, which is what a bot
 * that starts within seconds needs, and cost no accuracy.
 */
final class ModelFile {
    private ModelFile() {}

    /** The parameters of one feature, as half floats. */
    private static final class Row {
        private final int[] outcomes;
        private final byte[] bytes;

        Row(int size) {
            outcomes = IntStream.range(0, size).toArray();
            bytes = new byte[size * Short.BYTES];
        }

        Context read(DataInputStream in) throws IOException {
            in.readFully(bytes);
            var halves = ByteBuffer.wrap(bytes).asShortBuffer();
            return new Context(
                    outcomes,
                    Arrays.stream(outcomes)
                            .mapToDouble(at -> Float.float16ToFloat(halves.get(at)))
                            .toArray());
        }
    }

    static void write(IntentModel model, OutputStream stream) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(stream));
        writeScope(model.scope(), out);
        writeVocabulary(model.vocabulary(), out);
        writeGroups(model.weights().groups(), out);
        writeParameters(model, out);
        out.flush();
    }

    static IntentModel read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        var scope = new Scope(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        var vocabulary = readVocabulary(in);
        var groups = readGroups(in);
        var outcomes = readOutcomes(in);
        boolean hasReality = in.readBoolean();
        double border = hasReality ? in.readDouble() : 0;
        var realities = hasReality ? readOutcomes(in) : new String[0];
        int size = in.readInt();
        var features = new String[size];
        var contexts = new Context[size];
        var wanted = new Context[size];
        Map<String, Float> rarity = HashMap.newHashMap(size);
        var row = new Row(outcomes.length);
        var both = new Row(realities.length);
        for (int feature = 0; feature < size; feature++) {
            features[feature] = in.readUTF();
            rarity.put(features[feature], in.readFloat());
            contexts[feature] = row.read(in);
            if (hasReality) {
                wanted[feature] = both.read(in);
            }
        }
        var model = new GISModel(contexts, features, outcomes);
        var reality = hasReality
                ? Optional.of(new Reality(new GISModel(wanted, features, realities), border))
                : Optional.<Reality>empty();
        return new IntentModel(model, reality, new FeatureWeights(rarity, groups), vocabulary, scope);
    }

    private static void writeScope(Scope scope, DataOutputStream out) throws IOException {
        out.writeDouble(scope.undecided());
        out.writeDouble(scope.strange());
        out.writeDouble(scope.known());
        out.writeDouble(scope.length());
        out.writeDouble(scope.bias());
    }

    private static void writeVocabulary(Vocabulary vocabulary, DataOutputStream out) throws IOException {
        var byTag = new TreeMap<String, Map<String, Integer>>();
        vocabulary.counts().forEach((language, words) -> byTag.put(language.toLanguageTag(), words));
        out.writeInt(byTag.size());
        for (var language : byTag.entrySet()) {
            out.writeUTF(language.getKey());
            out.writeInt(language.getValue().size());
            for (var word : language.getValue().entrySet()) {
                out.writeUTF(word.getKey());
                out.writeInt(word.getValue());
            }
        }
    }

    private static Vocabulary readVocabulary(DataInputStream in) throws IOException {
        Map<Locale, Map<String, Integer>> counts = new HashMap<>();
        for (int languages = in.readInt(); languages > 0; languages--) {
            Map<String, Integer> words = new LinkedHashMap<>();
            counts.put(Locale.forLanguageTag(in.readUTF()), words);
            for (int size = in.readInt(); size > 0; size--) {
                words.put(in.readUTF(), in.readInt());
            }
        }
        return new Vocabulary(counts);
    }

    private static void writeGroups(Map<Character, Float> groups, DataOutputStream out) throws IOException {
        out.writeInt(groups.size());
        for (var group : new TreeMap<>(groups).entrySet()) {
            out.writeChar(group.getKey());
            out.writeFloat(group.getValue());
        }
    }

    private static Map<Character, Float> readGroups(DataInputStream in) throws IOException {
        Map<Character, Float> groups = new HashMap<>();
        for (int size = in.readInt(); size > 0; size--) {
            groups.put(in.readChar(), in.readFloat());
        }
        return groups;
    }

    private static void writeParameters(IntentModel model, DataOutputStream out) throws IOException {
        var gis = model.model();
        writeOutcomes(gis, out);
        var parameters = parameters(gis);
        var wanted = model.reality().map(reality -> parameters(reality.model()));
        writeReality(model.reality(), out);
        var features = new TreeSet<>(parameters.keySet());
        wanted.ifPresent(more -> features.addAll(more.keySet()));
        out.writeInt(features.size());
        for (var feature : features) {
            out.writeUTF(feature);
            out.writeFloat(model.weights().rarity().getOrDefault(feature, 0f));
            writeRow(parameters.get(feature), gis, out);
            if (model.reality().isPresent()) {
                writeRow(
                        wanted.orElse(Map.of()).get(feature),
                        model.reality().get().model(),
                        out);
            }
        }
    }

    private static void writeReality(Optional<Reality> reality, DataOutputStream out) throws IOException {
        out.writeBoolean(reality.isPresent());
        if (reality.isPresent()) {
            out.writeDouble(reality.get().border());
            writeOutcomes(reality.get().model(), out);
        }
    }

    private static void writeOutcomes(GISModel model, DataOutputStream out) throws IOException {
        out.writeInt(model.getNumOutcomes());
        for (int at = 0; at < model.getNumOutcomes(); at++) {
            out.writeUTF(model.getOutcome(at));
        }
    }

    private static String[] readOutcomes(DataInputStream in) throws IOException {
        var outcomes = new String[in.readInt()];
        for (int at = 0; at < outcomes.length; at++) {
            outcomes[at] = in.readUTF();
        }
        return outcomes;
    }

    /** @param parameters none of a feature that the model has not met */
    private static void writeRow(@Nullable Context parameters, GISModel model, DataOutputStream out)
            throws IOException {
        var row = parameters == null ? new double[model.getNumOutcomes()] : parameters.getParameters();
        for (double parameter : row) {
            out.writeShort(Float.floatToFloat16((float) parameter));
        }
    }

    /** OpenNLP hands its model out as an array of parts: the second is the parameters of each feature. */
    @SuppressWarnings("unchecked")
    private static Map<String, Context> parameters(GISModel model) {
        return new TreeMap<>((Map<String, Context>) model.getDataStructures()[1]);
    }
}
