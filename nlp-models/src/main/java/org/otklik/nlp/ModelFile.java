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
import java.util.TreeMap;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;

/**
 * A model as bytes. OpenNLP's own formats write parameters as text or as doubles; half floats are a quarter of that, which is what a bot
 * that starts within seconds needs, and cost no accuracy.
 */
final class ModelFile {
    private ModelFile() {}

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
        var outcomes = new String[in.readInt()];
        for (int at = 0; at < outcomes.length; at++) {
            outcomes[at] = in.readUTF();
        }
        int size = in.readInt();
        var features = new String[size];
        var contexts = new Context[size];
        Map<String, Float> rarity = HashMap.newHashMap(size);
        var all = new int[outcomes.length];
        Arrays.setAll(all, at -> at);
        var row = new byte[outcomes.length * Short.BYTES];
        for (int feature = 0; feature < size; feature++) {
            features[feature] = in.readUTF();
            rarity.put(features[feature], in.readFloat());
            in.readFully(row);
            var halves = ByteBuffer.wrap(row).asShortBuffer();
            var parameters = new double[outcomes.length];
            Arrays.setAll(parameters, at -> Float.float16ToFloat(halves.get(at)));
            contexts[feature] = new Context(all, parameters);
        }
        var model = new GISModel(contexts, features, outcomes);
        return new IntentModel(model, new FeatureWeights(rarity, groups), vocabulary, scope);
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
        out.writeInt(gis.getNumOutcomes());
        for (int at = 0; at < gis.getNumOutcomes(); at++) {
            out.writeUTF(gis.getOutcome(at));
        }
        var parameters = parameters(gis);
        out.writeInt(parameters.size());
        for (var feature : parameters.entrySet()) {
            out.writeUTF(feature.getKey());
            out.writeFloat(model.weights().rarity().getOrDefault(feature.getKey(), 0f));
            for (double parameter : feature.getValue().getParameters()) {
                out.writeShort(Float.floatToFloat16((float) parameter));
            }
        }
    }

    /** OpenNLP hands its model out as an array of parts: the second is the parameters of each feature. */
    @SuppressWarnings("unchecked")
    private static Map<String, Context> parameters(GISModel model) {
        return new TreeMap<>((Map<String, Context>) model.getDataStructures()[1]);
    }
}
