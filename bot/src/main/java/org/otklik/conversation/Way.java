package org.otklik.conversation;

import java.util.List;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;

/** A choice to be offered to somebody in another conversation, in whose language it is not written yet. */
public record Way(Text label, Action action) {
    static List<Choice> choices(List<Way> ways, Texts texts, Language reader) {
        return ways.stream()
                .map(way -> new Choice(texts.say(reader, way.label()), way.action(), Choice.Answer.NEITHER))
                .toList();
    }
}
