package org.otklik.mailings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.CONSENT;
import static org.otklik.schema.Tables.CONTACT;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.contacts.Consents.Purpose;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PersonName;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;
import org.otklik.links.Seal;
import org.otklik.schema.tables.records.ConsentRecord;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.store.TestDatabase;
import org.otklik.time.SettableClock;

class UnsubscribePagesTest {
    private final Database database = TestDatabase.open();
    private final SettableClock clock = SettableClock.at("2026-05-20T11:30:00Z");
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient browser = HttpClient.newHttpClient();
    private HttpServer server = vertx.createHttpServer();
    private UnsubscribeLinks links = links("");

    private UnsubscribeLinks links(String publicUrl) {
        return new UnsubscribeLinks(Seal.of(database.sql()), publicUrl);
    }

    @BeforeEach
    void serve() {
        var router = Router.router(vertx);
        server = server.requestHandler(router).listen(0, "127.0.0.1").await();
        links = links("http://127.0.0.1:" + server.actualPort());
        new UnsubscribePages(
                        database,
                        links,
                        new Texts(),
                        language -> language == Language.RU ? "Фонд «Причал» & друзья" : "Pier & Friends",
                        clock)
                .mount(router);
    }

    @AfterEach
    void close() {
        browser.close();
        vertx.close().await();
        database.close();
    }

    private long contact(String name, Language language) {
        var id = new long[1];
        database.change(
                ChangeContext.system(clock.instant()),
                sql -> id[0] = new Contacts(sql)
                        .add(new Contacts.NewPerson(PersonName.parse(name), language, "test"), clock.instant()));
        return id[0];
    }

    private List<ConsentRecord> consents(long contact) {
        return database.sql()
                .selectFrom(CONSENT)
                .where(CONSENT.CONTACT_ID.eq(contact))
                .orderBy(CONSENT.ID)
                .fetch();
    }

    private HttpResponse<String> send(String method, URI page, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void lookingAtTheLinkChangesNothing(String method) throws Exception {
        long anna = contact("Анна Щербакова", Language.RU);

        var page = send(method, links.of(anna, Purpose.NEWSLETTER), "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(consents(anna)).isEmpty();
    }

    @Test
    void thePageAsksInTheReadersLanguageAndSaysNothingOfTheReader() throws Exception {
        long anna = contact("Анна Щербакова", Language.RU);
        long john = contact("John Smith", Language.EN);

        var russian = send("GET", links.of(anna, Purpose.NEWSLETTER), "").body();
        var english = send("GET", links.of(john, Purpose.APPEALS), "").body();

        assertThat(russian)
                .contains("<html lang=\"ru\">", "Больше не присылать вам новости?", "Фонд «Причал» &amp; друзья")
                .doesNotContain("Анна", "Щербаков");
        assertThat(english)
                .contains("<html lang=\"en\">", "Shall we stop asking you for donations?")
                .doesNotContain("John", "Smith");
    }

    @Test
    void thePageLoadsNothingAndTellsNobodyItsAddress() throws Exception {
        var page = send("GET", links.of(contact("Анна", Language.RU), Purpose.NEWSLETTER), "");

        assertThat(page.body())
                .doesNotContain("<script", "src=", "@import", "http://www")
                .doesNotContain("<link");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void oneClickOfAMailProgramEndsTheMailing() throws Exception {
        long anna = contact("Анна", Language.RU);

        var answer = send("POST", links.of(anna, Purpose.NEWSLETTER), "List-Unsubscribe=One-Click");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(consents(anna)).singleElement().satisfies(consent -> {
            assertThat(consent.getPurpose()).isEqualTo("newsletter");
            assertThat(consent.getGranted()).isFalse();
            assertThat(consent.getChannel()).isEqualTo("email");
            assertThat(consent.getSource()).isEqualTo("one-click");
            assertThat(consent.getAt()).isEqualTo(clock.instant());
        });
        assertThat(database.sql()
                        .selectFrom(CHANGE)
                        .where(CHANGE.TABLE_NAME.eq("consent"))
                        .fetchSingle())
                .satisfies(change -> assertThat(change.getByContact()).isEqualTo(anna));
    }

    @Test
    void theButtonsOfThePageEndItOrAllMailings() throws Exception {
        long anna = contact("Анна", Language.RU);
        var page = send("GET", links.of(anna, Purpose.NEWSLETTER), "").body();
        var actions = Pattern.compile("method=\"post\" action=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(form -> form.group(1))
                .toList();
        assertThat(actions).hasSize(2);

        for (var action : actions) {
            var done = send("POST", URI.create("http://127.0.0.1:" + server.actualPort() + action), "");
            assertThat(done.statusCode()).isEqualTo(200);
            assertThat(done.body()).contains("Готово");
        }

        assertThat(consents(anna)).extracting(ConsentRecord::getPurpose).containsExactly("newsletter", "all_mailings");
    }

    @Test
    void theLinkWorksAgainAndWritesOnce() throws Exception {
        long anna = contact("Анна", Language.RU);

        var first = send("POST", links.of(anna, Purpose.ALL_MAILINGS), "List-Unsubscribe=One-Click");
        var second = send("POST", links.of(anna, Purpose.ALL_MAILINGS), "List-Unsubscribe=One-Click");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(consents(anna)).hasSize(1);
    }

    @Test
    void aLinkIsOfOneReaderAndOneKind() throws Exception {
        long anna = contact("Анна", Language.RU);
        contact("Борис", Language.RU);
        var page = links.of(anna, Purpose.NEWSLETTER).toString();

        for (var forged : List.of(
                page.replace("newsletter", "all-mailings"),
                page.replace("newsletter", "data-processing"),
                page.replace("newsletter", "receipts"),
                page.substring(0, page.length() - 1),
                page.substring(0, page.length() - 3) + "AAA",
                page + "A",
                page.replaceFirst("[^/]+$", "1"),
                page.replaceFirst("[^/]+$", "%00"),
                page.replaceFirst("[^/]+$", "'%20OR%201=1"),
                page.replaceFirst("[^/]+$", "A".repeat(5000).substring(0, 3000)))) {
            var answer = send("POST", URI.create(forged), "List-Unsubscribe=One-Click");
            assertThat(answer.statusCode()).as(forged).isEqualTo(404);
            assertThat(answer.body()).contains("<html lang=\"en\">", "This link doesn’t work");
        }
        assertThat(database.sql().fetchCount(CONSENT)).isZero();
    }

    @Test
    void aLinkOfSomebodyWhoWasMergedIsOfTheOneRecord() throws Exception {
        long anna = contact("Анна", Language.RU);
        long merged = contact("Аня", Language.RU);
        database.change(
                ChangeContext.system(clock.instant()),
                sql -> sql.update(CONTACT)
                        .set(CONTACT.MERGED_INTO, anna)
                        .where(CONTACT.ID.eq(merged))
                        .execute());

        send("POST", links.of(merged, Purpose.APPEALS), "List-Unsubscribe=One-Click");

        assertThat(consents(anna)).hasSize(1);
        assertThat(consents(merged)).isEmpty();
    }

    @Test
    void ofSomebodyWhoIsErasedNothingIsWritten() throws Exception {
        long anna = contact("Анна", Language.RU);
        database.change(
                ChangeContext.system(clock.instant()),
                sql -> sql.update(CONTACT)
                        .set(CONTACT.ERASED_AT, clock.instant())
                        .where(CONTACT.ID.eq(anna))
                        .execute());

        assertThat(send("POST", links.of(anna, Purpose.APPEALS), "").statusCode())
                .isEqualTo(200);

        assertThat(consents(anna)).isEmpty();
    }
}
