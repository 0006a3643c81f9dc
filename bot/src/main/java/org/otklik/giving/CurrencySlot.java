package org.otklik.giving;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** In which currency. A sign that several currencies share is asked about. People whom the organisation knows mean its own when they say none; of others it is asked. */
public class CurrencySlot implements Slot<String> {
    static final String NAME = "currency";
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final List<String> COMMON = List.of("EUR", "USD", "RUB");

    private final String form;
    private final Organization organization;
    private final EntityRecognizer recognizer;
    private final Predicate<Answers> isMoney;
    private final Cues shared = new Cues("shared-currencies");

    /**
     * @param form the form that it belongs to
     * @param isMoney whether there is money that has a currency, as far as it is known
     */
    public CurrencySlot(
            String form, Organization organization, EntityRecognizer recognizer, Predicate<Answers> isMoney) {
        this.form = form;
        this.organization = organization;
        this.recognizer = recognizer;
        this.isMoney = isMoney;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        boolean isAmbiguous = answers.hint(this).isPresent();
        return isMoney.test(answers) && (isAmbiguous || !turn.speaker().isKnown());
    }

    @Override
    public Optional<String> implied() {
        return Optional.of(organization.currency());
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(GivingText.ASK_CURRENCY);
        var offered = new LinkedHashSet<String>();
        offered.add(organization.currency());
        offered.addAll(COMMON);
        offered.forEach(code -> FormFilling.offer(
                turn, form, name(), Text.of(GivingText.CURRENCY).with("code", code), TextNode.valueOf(code)));
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        return understanding
                .all(Entity.Money.class)
                .flatMap(money -> money.currency().stream())
                .findFirst()
                .or(() -> Contrast.in(understanding.text())
                        .flatMap(contrast -> named(turn, contrast.right().in(understanding.text()))))
                .or(() -> asked ? named(turn, understanding.text()) : Optional.empty());
    }

    /** The code of one; a word that several share stays to be asked about. */
    @Override
    public Optional<String> recall(Turn turn, String hint) {
        return Optional.of(hint).filter(code -> CODE.matcher(code).matches());
    }

    /** The word or sign of several currencies that stands beside an amount. */
    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        var text = understanding.text();
        return understanding
                .all(Entity.Money.class)
                .filter(money -> money.currency().isEmpty())
                .flatMap(money -> shared.in(text).stream()
                        .filter(word -> isBeside(text, word.span(), money.span()))
                        .map(word -> word.span().in(text)))
                .findFirst();
    }

    private static boolean isBeside(String text, Span one, Span other) {
        int from = Math.min(one.end(), other.end());
        int to = Math.max(one.start(), other.start());
        return one.overlaps(other) || (from <= to && text.substring(from, to).isBlank());
    }

    /** "Euros, please" names a currency as soon as there is an amount before it. */
    private Optional<String> named(Turn turn, String text) {
        return Stream.concat(Stream.of(text), Arrays.stream(text.strip().split("[\\s,;]+")))
                .flatMap(word -> recognizer.amount("1 " + word, turn.language()).stream())
                .flatMap(money -> money.currency().stream())
                .findFirst();
    }
}
