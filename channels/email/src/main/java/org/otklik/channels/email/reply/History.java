package org.otklik.channels.email.reply;

import java.util.List;
import java.util.Optional;

/**
 * The place in a mail where its mail program begins to repeat an earlier one.
 *
 * @param end the line after what announces it
 * @param block the earlier mail's header, when it stands there
 */
record History(int at, int end, boolean isForward, Optional<HeaderBlock> block) {
    static Optional<History> at(List<Line> lines, int at) {
        var line = lines.get(at);
        if (line.isBlank() && line.origin() == Line.Origin.TEXT) {
            return Optional.empty();
        }
        if (line.isLong()) {
            return ReplyExtractor.isHistory(line)
                    ? Optional.of(new History(at, at, false, Optional.empty()))
                    : Optional.empty();
        }
        if (line.isRule()) {
            return HeaderBlock.at(lines, nextText(lines, at + 1))
                    .filter(block -> block.start() < lines.size())
                    .map(block -> new History(at, block.end(), false, Optional.of(block)));
        }
        return announced(lines, at)
                .or(() ->
                        HeaderBlock.at(lines, at).map(block -> new History(at, block.end(), false, Optional.of(block))))
                .or(() -> Attribution.at(lines, at).map(found -> new History(at, found.end(), false, Optional.empty())))
                .or(() -> ReplyExtractor.isHistory(line)
                        ? Optional.of(new History(at, at, false, HeaderBlock.at(lines, nextText(lines, at))))
                        : Optional.empty());
    }

    /** By words of its own: "Begin forwarded message:". */
    private static Optional<History> announced(List<Line> lines, int at) {
        var text = lines.get(at).text().strip();
        var framed = ReplyExtractor.framed(lines.get(at));
        var words = framed.orElse(text.endsWith(":") ? text.substring(0, text.length() - 1) : "");
        boolean forward = !words.isEmpty() && Phrase.FORWARDED.starts(words);
        boolean original = framed.isPresent() && Phrase.ORIGINAL.is(words);
        if (forward && framed.isEmpty() && !Phrase.FORWARDED.is(words)) {
            forward = false;
        }
        if (!forward && !original && !Phrase.ABOVE.isIn(text)) {
            return Optional.empty();
        }
        int next = nextText(lines, at + 1);
        var block = next < lines.size() ? HeaderBlock.at(lines, next) : Optional.<HeaderBlock>empty();
        return Optional.of(new History(at, block.map(HeaderBlock::end).orElse(at + 1), forward, block));
    }

    private static int nextText(List<Line> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at;
    }

    /** The earlier mail, if its header tells anything. */
    Optional<Reply.Earlier> earlier(List<Line> lines) {
        if (block.isEmpty() && !isForward) {
            return Optional.empty();
        }
        int depth = lines.get(block.map(HeaderBlock::start).orElse(at)).depth();
        var text = ReplyExtractor.joined(lines.subList(end, lines.size()).stream()
                .map(line -> Line.marked(line.text(), Math.max(0, line.depth() - depth), Line.Origin.TEXT))
                .toList());
        return Optional.of(
                new Reply.Earlier(isForward, field(Phrase.FROM), field(Phrase.DATE), field(Phrase.SUBJECT), text));
    }

    private String field(Phrase label) {
        return block.map(found -> found.fields().getOrDefault(label, "")).orElse("");
    }
}
