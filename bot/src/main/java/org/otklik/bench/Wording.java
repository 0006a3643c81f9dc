package org.otklik.bench;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Words of one language that mails are made of.
 *
 * @param writer the name beside the address
 * @param wrote the line above a quotation
 * @param away what an automatic reply says
 * @param undelivered what a bounce says
 * @param quoted the paragraphs of the letter that is answered
 */
record Wording(
        String writer,
        String subject,
        String wrote,
        String closing,
        String away,
        String undelivered,
        List<String> quoted) {

    /** By the code of the language. */
    static Map<String, Wording> read() {
        Map<String, Map<String, Object>> languages =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Resource.read("letters.yaml"));
        return languages.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue())));
    }

    private static Wording of(Map<String, Object> words) {
        return new Wording(
                word(words, "writer"),
                word(words, "subject"),
                word(words, "wrote"),
                word(words, "closing"),
                word(words, "away"),
                word(words, "undelivered"),
                words.get("quoted") instanceof List<?> quoted
                        ? quoted.stream().map(String::valueOf).toList()
                        : List.of());
    }

    private static String word(Map<String, Object> words, String key) {
        return String.valueOf(words.get(key));
    }

    /** The code of the language that a text is in, of the two. */
    static String language(String text) {
        return text.codePoints().anyMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.CYRILLIC) ? "ru" : "en";
    }

    /** So many paragraphs; it begins again at its end. */
    String quotation(int paragraphs) {
        return IntStream.range(0, paragraphs)
                .mapToObj(number -> quoted.get(number % quoted.size()))
                .collect(Collectors.joining("\n\n"));
    }
}
