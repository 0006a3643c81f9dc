package org.otklik.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.channels.OutboundMessage;
import org.otklik.check.Script.Step;
import org.otklik.check.Verdict.Mismatch;

/** One script being played, up to the first turn that goes wrong. */
final class Performance {
    private final Script script;
    private final Scene scene;
    private final Cast cast;
    private final Doing doing;
    private final Rows rows;
    private final Map<String, String> captured = new HashMap<>();
    private String speaker;
    private Medium medium;
    private List<OutboundMessage> received = List.of();
    private Map<String, Long> newest = Map.of();
    private boolean isLetter;

    Performance(Script script, Fund fund, Stage.Set set, Letters letters) {
        this.script = script;
        this.scene = set.scene();
        this.cast = set.cast();
        this.doing = new Doing(scene, cast, letters);
        this.rows = new Rows(
                scene.database().sql(),
                set.keys(),
                new CellCheck(set.keys(), fund.organization().zone(), captured));
        this.speaker = script.speaker();
        this.medium = script.channel();
    }

    /**
     * Plays it.
     *
     * @param file the name of the script in the report
     */
    Verdict play(String file) {
        for (var step : script.steps()) {
            Optional<Mismatch> mismatch;
            try {
                mismatch = play(step);
            } catch (BadScript e) {
                throw new BadScript(script.file() + ":" + step.line() + ": " + e.getMessage(), e);
            }
            if (mismatch.isPresent()) {
                return Verdict.failed(file, script, step, mismatch.get());
            }
        }
        return Verdict.passed(file, script.title());
    }

    private Optional<Mismatch> play(Step step) {
        step.as().ifPresent(who -> speaker = who);
        step.channel().ifPresent(channel -> medium = channel);
        if (step.deed().isPresent()) {
            try {
                perform(step, step.deed().get());
            } catch (Doing.NoSuchButton e) {
                return Optional.of(new Mismatch(String.valueOf(e.getMessage()), e.offered()));
            }
        }
        return judge(step.expected());
    }

    private void perform(Step step, Deed deed) {
        newest = rows.newest(step.expected().added().keySet());
        int before = scene.sent().size();
        doing.perform(deed, new Doing.Speech(step.number(), speaker, medium, step.circumstances(), captured));
        var sent = scene.sent();
        received = sent.subList(before, sent.size());
        isLetter = deed instanceof Deed.Mails;
        doing.answered(step.number(), to(speaker));
    }

    private Optional<Mismatch> judge(Expected expected) {
        var failure = scene.failures().stream().findFirst().map(Performance::broken);
        if (failure.isPresent()) {
            return failure;
        }
        var replies = new Replies(to(expected), captured);
        return replies.compare(expected)
                .or(() -> rows.added(expected.added(), newest))
                .or(() -> rows.present(expected.rows()))
                .or(() -> rows.absent(expected.none()))
                .or(() -> capture(expected, replies));
    }

    private static Mismatch broken(Throwable e) {
        var places = Arrays.stream(e.getStackTrace())
                .filter(place -> place.getClassName().startsWith("org.otklik"))
                .limit(4)
                .map(place -> "\n  at " + place)
                .collect(Collectors.joining());
        return new Mismatch("a turn that ends well", e + places);
    }

    private List<OutboundMessage> to(Expected expected) {
        if (isLetter && expected.silent() && expected.to().isEmpty()) {
            return toAnybodyOutside();
        }
        return to(expected.to().orElse(speaker));
    }

    private List<OutboundMessage> to(String who) {
        var addresses = cast.addresses(who);
        return received.stream()
                .filter(message -> addresses.contains(message.to()))
                .toList();
    }

    /** A letter that is to be passed over in silence is answered to nobody, whomever it names; staff may be told of it. */
    private List<OutboundMessage> toAnybodyOutside() {
        var colleagues = new HashSet<>(cast.addressesOfStaff());
        colleagues.removeAll(cast.addresses(speaker));
        return received.stream()
                .filter(message -> !colleagues.contains(message.to()))
                .toList();
    }

    private Optional<Mismatch> capture(Expected expected, Replies replies) {
        for (var capture : expected.captures().entrySet()) {
            var value = replies.capture(capture.getValue());
            if (value.isEmpty()) {
                return Optional.of(replies.uncaptured(capture.getValue()));
            }
            captured.put(capture.getKey(), value.get());
        }
        return Optional.empty();
    }
}
