package org.otklik.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * How a script ended.
 *
 * @param turn the first turn that went wrong
 * @param said what was said in it
 * @param expected what should have been
 * @param got what was instead
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Verdict(
        String file,
        String title,
        boolean ok,
        Optional<Integer> turn,
        Optional<String> said,
        Optional<String> expected,
        Optional<String> got) {

    /** What should have been, and what was instead. */
    record Mismatch(String expected, String got) {}

    static Verdict passed(String file, String title) {
        return new Verdict(file, title, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Verdict failed(String file, Script script, Script.Step step, Mismatch mismatch) {
        return new Verdict(
                file,
                script.title(),
                false,
                Optional.of(step.number()),
                step.deed().map(String::valueOf).map(String::strip),
                Optional.of(mismatch.expected()),
                Optional.of(mismatch.got()));
    }

    static Verdict unplayable(String file, String reason) {
        return new Verdict(
                file,
                "",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of("a script that can be played"),
                Optional.of(reason));
    }

    /** For people. */
    public String sentence() {
        if (ok) {
            return "ok " + file;
        }
        var lines = new StringBuilder("FAILED ").append(file);
        turn.ifPresent(number -> lines.append(" turn ").append(number));
        said.ifPresent(words -> lines.append(": said ").append(indented(words)));
        expected.ifPresent(what -> lines.append("\n    expected ").append(indented(what)));
        got.ifPresent(what -> lines.append("\n    got      ").append(indented(what)));
        return lines.toString();
    }

    private static String indented(String text) {
        return text.strip().replace("\n", "\n             ");
    }
}
