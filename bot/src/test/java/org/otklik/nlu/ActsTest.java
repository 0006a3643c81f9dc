package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.otklik.i18n.Language;
import org.otklik.nlp.Corpus;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.NluModels;

/** Messages that say several things, and messages that only look so. It is Wednesday, 20 May 2026. */
class ActsTest {
    private static final Instant SENT_AT = Instant.parse("2026-05-20T11:30:00Z");
    private static final Path UTTERANCES = Path.of("../nlp-models/data/intents");
    private static final double OVERCUT_AT_MOST = 0.03;

    private static final Understander UNDERSTANDER =
            new Understander(NluModels.load(), new EntityRecognizer(), ZoneId.of("Europe/Moscow"), "RU");

    record Case(String line, boolean isStaff, String text, List<String> acts) {
        static Case of(String line) {
            var cells = line.split("\t", -1);
            return new Case(line, cells[0].equals("S"), cells[1], List.of(cells[2].split(" \\| ")));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream stream = ActsTest.class.getResourceAsStream("/nlu/acts.tsv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Case::of)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachActComesOutWithItsOwnWordsAndValues(Case said) {
        var understanding = understand(said.text, said.isStaff);

        assertThat(understanding.acts().stream().map(act -> shown(understanding, act)))
                .isEqualTo(said.acts);
    }

    @Test
    void aMessageOfOneMatterIsNearlyNeverCut() throws IOException {
        var catalogue = new IntentCatalogue();
        var sample = Corpus.read(UTTERANCES).inScope().utterances();
        Predicate<Understanding> isCut = understanding -> understanding.acts().size() > 1;

        long cut = sample.stream()
                .map(said -> understand(said.text(), catalogue.isForStaff(said.intent())))
                .filter(isCut)
                .count();

        assertThat((double) cut / sample.size()).isLessThan(OVERCUT_AT_MOST);
    }

    @Test
    void whatWasSaidToBeWrongIsNotAmongWhatIsMeant() {
        var understanding = understand("давайте теперь не 900, а 400 рублей в месяц 🙏", false);

        assertThat(understanding
                        .all(Entity.Money.class)
                        .map(money -> money.amount().intValueExact()))
                .containsExactly(400);
    }

    @Test
    void anAnswerBesideAQuestionIsLeftToWhoeverAsked() {
        var act = understand("рубли. и ещё подскажите, где у вас вход?", false)
                .main()
                .orElseThrow();

        assertThat(act.isSeparate()).isTrue();
        assertThat(act.text()).doesNotContain("рубли");
    }

    @Test
    void aLongLetterIsReadQuickly() {
        var letter = "Мы встретились с Анной, и она обещала 500 рублей, а потом позвонил Борис. ".repeat(500);

        assertThat(understand(letter, true).acts()).hasSizeLessThan(2);
    }

    private static Understanding understand(String text, boolean isStaff) {
        return UNDERSTANDER.understand(text, SENT_AT, Language.RU, isStaff);
    }

    private static String shown(Understanding understanding, Act act) {
        var rejected = act.rejected().isEmpty() ? "" : " -" + shown(understanding, act.rejected());
        return act.intent() + " " + act.mood() + " " + shown(understanding, act.entities()) + rejected;
    }

    private static String shown(Understanding understanding, List<Entity> entities) {
        return entities.stream()
                .map(entity -> shown(understanding, entity))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String shown(Understanding understanding, Entity entity) {
        var fields = new NluJson().entity(understanding.text(), entity);
        var currency = fields.path("currency").asText("");
        return Stream.of("amount", "value", "base")
                .filter(fields::has)
                .map(name -> fields.get(name).asText())
                .findFirst()
                .map(value -> currency.isEmpty() || currency.equals("null") ? value : value + " " + currency)
                .orElseGet(() -> fields.get("text").asText());
    }
}
