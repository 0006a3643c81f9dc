package org.otklik.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.conversation.Json;
import org.otklik.store.TestDatabase;

class CheckTest {
    private static final Theatre THEATRE = new Theatre(List.of(TestDatabase.fresh()), organization -> new Parrot());

    private static final String HEAD = """
            title: проба 🦜
            given: fund.yaml
            now: 2026-03-12T11:00:00+04:00
            channel: telegram
            as: nina
            turns:
            """;

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        THEATRE.close();
    }

    @BeforeEach
    void fund() {
        write("fund.yaml", """
                org: {name: {ru: "Фонд"}, timezone: Europe/Samara, addresses: {email: desk@fund.example}, authserv_id: mx.fund.example}
                staff:
                  - {key: nina, name: "Нина Чернова", role: manager, telegram: 31, email: nina@fund.example}
                contact:
                  - {key: anna, given_name: Анна, family_name: Ёлкина, language: ru, telegram: 41, email: Anna@Post.example}
                gift:
                  - {key: old, contact_id: anna, amount: 1500, currency: RUB, status: received, received_on: 2026-01-02, reconciled_at: 2026-01-03T10:20:30+04:00}
                event:
                  - {key: fair, title: {ru: "Ярмарка", en: "Fair"}, starts_at: 2026-05-01T12:00:00+04:00}
                """);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verdict play(String turns) {
        return playWhole(HEAD + turns);
    }

    private Verdict playWhole(String script) {
        write("script.yaml", script);
        return THEATRE.play(folder.resolve("script.yaml"), "script.yaml");
    }

    private void passes(String turns) {
        assertThat(play(turns).sentence()).isEqualTo("ok script.yaml");
    }

    private void isRefused(String turns, String... reasons) {
        var verdict = play(turns);

        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.turn()).isEmpty();
        assertThat(verdict.got().orElseThrow()).contains(reasons);
    }

    @Test
    void repliesAreSearchedInAnyCaseOfAnyAlphabet() {
        passes("""
                  - says: "ПРИВЕТ 👋"
                    reply: ['привет', 'HEARD', 'staff manager', 'known']
                    never: ['пока']
                """);
    }

    @Test
    void theFirstTurnThatGoesWrongIsTold() {
        var verdict = play("""
                  - says: "раз"
                  - says: "два"
                    reply: ['три']
                  - says: "break"
                """);

        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.turn()).contains(2);
        assertThat(verdict.said()).contains("два");
        assertThat(verdict.expected()).contains("a reply with /три/");
        assertThat(verdict.got().orElseThrow()).contains("heard «два»");
        assertThat(verdict.sentence())
                .startsWith("FAILED script.yaml turn 2: said два\n")
                .contains("expected", "got");
    }

    @Test
    void programsGetTheSame() {
        var failed = Json.write(play("  - says: \"раз\"\n    reply: ['два']\n")).data();
        var passed = Json.write(play("  - says: \"раз\"\n")).data();

        assertThat(failed)
                .startsWith(
                        "{\"file\":\"script.yaml\",\"title\":\"проба 🦜\",\"ok\":false,\"turn\":1,\"said\":\"раз\",")
                .contains("\"expected\":\"a reply with /два/\",\"got\":\"heard «раз»");
        assertThat(passed).isEqualTo("{\"file\":\"script.yaml\",\"title\":\"проба 🦜\",\"ok\":true}");
    }

    @Test
    void aTurnThatThrowsIsTold() {
        var verdict = play("""
                  - says: "break"
                    silent: true
                """);

        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.got().orElseThrow()).contains("it broke 💥", "Parrot");
    }

    @Test
    void anUnknownKeyIsNamedWithItsLine() {
        isRefused("  - says: \"раз\"\n    answer: ['раз']\n", "script.yaml:8", "no key answer", "reply");
        isRefused("  - sends: {kind: gift}\n", "script.yaml:7", "no kind gift");
    }

    @Test
    void anUnknownTableOrColumnIsNamedWithItsLine() {
        isRefused("  - says: \"раз\"\n    rows: {gifts: []}\n", "script.yaml:8", "no table gifts");
        isRefused("  - says: \"раз\"\n    rows: {gift: [{sum: 5}]}\n", "script.yaml:8", "gift has no column sum");
        isRefused("  - says: \"раз\"\n    added: {gifts: 1}\n", "script.yaml:8", "no table gifts");
    }

    @Test
    void aTurnDoesOneThing() {
        isRefused("  - says: \"раз\"\n    taps: \"Да\"\n", "script.yaml:7", "says and taps");
        isRefused("  - repeats: 1\n", "no turn 1 before this one");
    }

    @Test
    void aMissingFixtureAndAWrongOneAreNamed() {
        assertThat(playWhole(HEAD.replace("fund.yaml", "found.yaml") + "  - says: \"раз\"\n")
                        .got()
                        .orElseThrow())
                .contains("script.yaml:2", "no fixture found.yaml");

        write("fund.yaml", "org: {motto: \"Вперёд\"}");
        isRefused("  - says: \"раз\"\n", "fund.yaml", "no key motto");

        write("other.yaml", "org: {currency: RUB}\ngift:\n  - {key: g, contact_id: nobody, amount: 5}\n");
        assertThat(playWhole(HEAD.replace("fund.yaml", "other.yaml") + "  - says: \"раз\"\n")
                        .got()
                        .orElseThrow())
                .contains("other.yaml", "gift g", "key nobody");
    }

    @Test
    void whoIsNotInTheFixtureCannotSpeak() {
        isRefused("  - as: boris\n    says: \"раз\"\n", "script.yaml:7", "nobody has the key boris");
    }

    @Test
    void aMessageOfFilesIsOneMessage() {
        write("a.jpg", "photo");
        write("b.ogg", "voice 🎙");
        passes("""
                  - sends: [{file: a.jpg, kind: photo, says: "вот"}, {file: a.jpg, kind: photo}]
                    reply: ['«вот»', 'files a.jpg image/jpeg 5, a.jpg image/jpeg 5']
                    added: {message: 2, attachment: 2}
                  - sends: {file: b.ogg, kind: voice}
                    reply: ['Voice', 'audio/ogg']
                  - sends: {kind: location, latitude: 53.2, longitude: 50.15}
                    reply: ['Place\\[latitude=53.2']
                  - as: anna
                    channel: email
                    sends: {file: a.jpg, kind: document, says: "письмом"}
                    reply: ['a.jpg image/jpeg 5', 'known']
                """);
    }

    @Test
    void inAGroupNobodyIsKnown() {
        passes("""
                  - group: -100500
                    says: "всем"
                    reply: ['unknown']
                    rows: {conversation: [{channel: telegram, address: "-100500", contact_id: null}]}
                  - says: "мне"
                    reply: ['staff manager']
                """);
    }

    @Test
    void aMessageCanBeEditedAndAnsweredAndComeTwice() {
        passes("""
                  - says: "раз"
                    never: ['edits', 'replies']
                  - edits: 1
                    says: "два"
                    reply: ['«два»', 'edits']
                  - replies_to: 1
                    says: "три"
                    reply: ['«три»', 'replies']
                  - repeats: 2
                    silent: true
                    added: {message: 0}
                """);
    }

    @Test
    void theNewestButtonIsPressedAndALinkThatIsOnlyFetchedIsNot() {
        passes("""
                  - says: "choice"
                    buttons: ['Взять|Take']
                  - opens: "Взять|Take"
                    silent: true
                    added: {message: 0}
                  - taps: "Взять|Take"
                    reply: ['pressed 0']
                """);
        assertThat(play("  - taps: \"Нет\"\n").expected()).contains("a button /Нет/");
    }

    @Test
    void whoBlocksTheBotReceivesNothing() {
        passes("""
                  - blocks: true
                  - says: "раз"
                    silent: true
                    rows: {message: [{direction: out, status: failed}]}
                """);
    }

    @Test
    void lettersAreSignedThreadedAndAnswered() {
        passes("""
                  - channel: email
                    subject: "Книги 📚"
                    says: |
                      вопрос

                      On Wed, 11 Mar 2026 at 10:00, Anna wrote:
                      > старое
                    reply: ['«вопрос»', 'staff manager', 'thread 0']
                    never: ['старое']
                    headers: {Subject: '^Re: Книги 📚$', In-Reply-To: '^<turn-1@.+>$', auto-submitted: 'auto-replied', To: 'nina@fund'}
                  - subject: "Re: Книги 📚"
                    says: "ещё"
                    reply: ['thread 2']
                  - as: stranger
                    subject: ""
                    says: "кто там"
                    reply: ['unknown']
                """);
    }

    @Test
    void theFilesOfAReplyAreRead() {
        passes("""
                  - says: "table"
                    reply: ['Таблица']
                    never: ['Ольга']
                    attached: [{name: "доноры.*\\\\.csv", contains: ["Ольга;500", "'=Пётр"], lines: 3}]
                  - says: "раз"
                    attached: []
                """);
        assertThat(play("  - says: \"table\"\n    attached: [{name: csv, lines: 4}]\n")
                        .got()
                        .orElseThrow())
                .startsWith("3 lines");
    }

    @Test
    void whatIsCapturedCanBeSaid() {
        passes("""
                  - says: "gift"
                    captures: {code: "(\\\\d{8})"}
                  - as: stranger
                    says: "${code}"
                    reply: ['«12345678»', '«${code}»']
                """);
    }

    @Test
    void columnsAreComparedByTheirTypes() {
        passes("""
                  - says: "раз"
                    rows:
                      gift:
                        - {id: old, contact_id: anna, amount: 1500, received_on: 2026-01-02, fund: null, reconciled_at: 2026-01-03T09:20:00+03:00}
                        - {amount: '/^1500\\.00$/', reconciled_at: '/./'}
                      contact_point: [{contact_id: anna, kind: email, value: anna@post.example, status: verified}]
                      staff: [{id: nina, contact_id: nina, active: true}]
                      contact: [{id: nina, family_name: '/^черн/'}]
                      event: [{id: fair, title: Ярмарка}, {title: '/fair/'}, {title: {en: Fair, ru: Ярмарка}}]
                    none: {gift: [{amount: 1500.01}, {fund: '/./'}, {contact_id: nina}]}
                """);
    }

    @Test
    void aRowIsNamedAndWhatIsTakenBackIsNotCountedAgain() {
        passes("""
                  - says: "gift"
                    rows: {gift: [{key: new, amount: 500, source: Наличные}]}
                    added: {gift: 1, change: 1}
                  - says: "take back"
                    none: {gift: [{id: new}]}
                    added: {gift: 0}
                  - says: "gift"
                    rows: {change: [{table_name: gift, op: delete, by_staff: nina, before: '/наличные/'}]}
                    added: {gift: 1}
                """);
    }

    @Test
    void theNearestRowIsTold() {
        var verdict = play("  - says: \"раз\"\n    rows: {gift: [{contact_id: anna, amount: 500}]}\n");

        assertThat(verdict.expected()).contains("the row gift {contact_id: anna, amount: 500}");
        assertThat(verdict.got().orElseThrow()).contains("1500.00", "other in amount");
    }

    @Test
    void theClockStartsAtNowAndMovesByASecondATurn() {
        passes("""
                  - says: "раз"
                    rows: {message: [{direction: in, received_at: 2026-03-12T11:00:00+04:00}]}
                  - waits: P1DT2H
                    silent: true
                  - says: "два"
                    rows: {message: [{direction: in, body: "два", received_at: 2026-03-13T13:00:00+04:00}]}
                """);
    }

    @Test
    void whatSomebodyElseReceivesIsLookedAtToo() {
        passes("""
                  - says: "раз"
                    to: anna
                    silent: true
                  - to: nina
                    reply: ['«раз»']
                """);
    }

    @Test
    void scriptsDoNotSeeOneAnother() {
        passes("  - says: \"gift\"\n    added: {gift: 1}\n");
        passes("""
                  - says: "раз"
                    rows: {message: [{id: 1}]}
                    none: {gift: [{amount: 500}], message: [{body: gift}]}
                """);
    }
}
