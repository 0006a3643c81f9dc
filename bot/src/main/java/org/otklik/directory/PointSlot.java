package org.otklik.directory;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.contacts.PointKind;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;

/**
 * A phone number or an e-mail address, where one was said. What is called one and can't be right is asked about, and not lost in silence.
 *
 * @param form the form that it belongs to
 * @param isOptional whether the form makes sense without it
 */
record PointSlot(PointKind kind, String form, boolean isOptional) implements Slot<String> {
    private static final WordPatterns WORDS = new WordPatterns("contact-words");
    private static final Pattern DIGITS = Pattern.compile("[\\s:=.,\u2116-]*(\\+?\\d[\\d\\s()-]*)");
    private static final Pattern ADDRESS = Pattern.compile("[\\s:=,-]*(\\S*@\\S*|\\S+\\.\\S*[\\p{L}\\p{N}])");

    /** "Change Anna's number to 123": the value may stand behind whose it is. */
    private static final Pattern LAST = Pattern.compile("(?<![\\p{L}\\p{N}])(\\+?\\d[\\d\\s()-]*)[.!]?\\s*$");

    private static final Pattern BEGUN_NUMBER = Pattern.compile("(?<!\\S)\\+\\d[\\d\\s()-]*");
    private static final Pattern BEGUN_ADDRESS = Pattern.compile("[^\\s@,;:]+@[^\\s@,;:]*");

    @Override
    public String name() {
        return kind.code();
    }

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return answers.hint(this).isPresent();
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        if (!answers.wasRefused(this)) {
            turn.say(wrong(answers.hint(this).orElseThrow()));
        }
        turn.say(Text.of(isOptional ? NewContactText.POINT_OR_NONE : NewContactText.POINT_IN_FULL)
                .with("kind", kind.code()));
        if (isOptional) {
            offerNone(turn);
        }
    }

    private void offerNone(Turn turn) {
        FormFilling.offer(
                turn,
                form,
                Map.of(name(), NullNode.getInstance()),
                Text.of(NewContactText.WITHOUT_POINT).with("kind", kind.code()),
                Choice.Answer.NO);
    }

    private boolean isAsked(Turn turn) {
        return turn.state()
                .form()
                .flatMap(open -> open.asked())
                .filter(name()::equals)
                .isPresent();
    }

    private Text wrong(String value) {
        return Text.of(NewContactText.NOT_A_POINT).with("kind", kind.code()).with("value", value);
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        var said = kind == PointKind.PHONE
                ? understanding.all(Entity.Phone.class).map(Entity.Phone::value).findFirst()
                : understanding.all(Entity.Email.class).map(Entity.Email::value).findFirst();
        return said.or(() -> isAsked(turn) ? bare(understanding.text()) : Optional.empty());
    }

    /** An answer that is meant to be one, and again can't be right. */
    private Optional<String> bare(String text) {
        var answer = (kind == PointKind.PHONE ? DIGITS : ADDRESS).matcher(text.strip());
        return answer.matches() ? Optional.of(answer.group(1).strip()) : Optional.empty();
    }

    @Override
    public Optional<Text> objection(Turn turn, String value) {
        boolean isRight = kind == PointKind.PHONE ? value.startsWith("+") : value.indexOf('@') > 0;
        return isRight ? Optional.empty() : Optional.of(wrong(value));
    }

    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        var text = new Saying(understanding).text();
        var value = kind == PointKind.PHONE ? DIGITS : ADDRESS;
        var called = WORDS.find(text).stream()
                .filter(found -> found.name().equals(kind.code()))
                .toList();
        return called.stream()
                .map(found -> value.matcher(text).region(found.span().end(), text.length()))
                .filter(rest -> rest.lookingAt())
                .map(rest -> rest.group(1).strip())
                .findFirst()
                .or(() -> called.stream()
                        .map(found -> LAST.matcher(text).region(found.span().end(), text.length()))
                        .filter(rest -> kind == PointKind.PHONE && rest.find())
                        .map(rest -> rest.group(1).strip())
                        .findFirst())
                .or(() -> uncalled(text, understanding));
    }

    /** What has the look of one, if nothing calls it so, and was not understood as one: "anna@example", "+7 916". */
    private Optional<String> uncalled(String text, Understanding understanding) {
        return (kind == PointKind.PHONE ? BEGUN_NUMBER : BEGUN_ADDRESS)
                .matcher(text)
                .results()
                .map(found -> new Span(found.start(), found.end()))
                .filter(span -> understanding.entities().stream()
                        .noneMatch(entity -> entity.span().overlaps(span)))
                .map(span -> span.in(text).strip())
                .findFirst();
    }
}
