package org.otklik.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Address;
import org.otklik.channels.Button;
import org.otklik.channels.Capabilities;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.Delivery;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.channels.Press;
import org.otklik.channels.Threading;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Json;
import org.otklik.conversation.Letterbox;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Payload;
import org.otklik.conversation.TestNode;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;

class SpelledChoicesTest {
    private final TestNode node = new TestNode();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final List<OutboundMessage> sent = new ArrayList<>();
    private HttpServer server = node.vertx().createHttpServer();
    private ChoiceLinks links = new ChoiceLinks(Seal.of(node.database().sql()), "");

    @BeforeEach
    void serve() {
        var router = Router.router(node.vertx());
        server = server.requestHandler(router).listen(0, "127.0.0.1").await();
        links = new ChoiceLinks(Seal.of(node.database().sql()), "http://127.0.0.1:" + server.actualPort());
        new ChoicePages(
                        node.database(),
                        node.inbox(),
                        links,
                        new Texts(),
                        language -> language == Language.RU ? "Фонд «Причал»" : "Pier",
                        node.clock())
                .mount(router);
    }

    @AfterEach
    void close() {
        browser.close();
        node.close();
    }

    /** A medium that carries words alone. */
    private final class Post implements Channel {
        @Override
        public Capabilities capabilities() {
            return new Capabilities(false, false, false, 1_000, false);
        }

        @Override
        public void start() {
            // Nothing comes in.
        }

        @Override
        public Delivery send(OutboundMessage message) {
            sent.add(message);
            return new Delivery.Sent();
        }

        @Override
        public ChannelHealth health() {
            return new ChannelHealth(true, "fine");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static final Address ANNA = new Address("email", "bot@fund.example", "anna@donor.example");

    /** What goes out in a thread of hers, after a message that somebody wrote. */
    private String said(Address writer, String... labels) {
        node.inbox()
                .accept(InboundMessage.text(
                        writer, "m1 " + writer.value(), "?", node.clock().instant(), Buffer.buffer()));
        var asked = node.messages("in").getLast();
        var payload = new Payload.Said(
                Stream.of(labels)
                        .map(label -> new Choice(label, Action.of("x"), Choice.Answer.NEITHER))
                        .toList(),
                Author.BOT);
        long hers = conversation();
        long id = node.database()
                .transaction(sql -> new Outbox(sql)
                        .queue(
                                new Outbox.Draft(
                                        hers, ANNA, "Что делаем?", payload, Language.RU, Optional.of(asked.getId())),
                                node.clock().instant()));
        return sent(id, Optional.of("a@b.example"), labels);
    }

    private long conversation() {
        node.inbox().accept(InboundMessage.text(ANNA, "m0", "!", node.clock().instant(), Buffer.buffer()));
        return node.messages("in").stream()
                .filter(message -> message.getExternalId().equals("m0"))
                .findFirst()
                .orElseThrow()
                .getConversationId();
    }

    private String sent(long id, Optional<String> inReplyTo, String... labels) {
        var buttons = Stream.of(labels).map(label -> new Button(label)).toList();
        new SpelledChoices(new Post(), new Texts(), links, node.database())
                .send(new OutboundMessage(
                        id,
                        ANNA,
                        "Что делаем?",
                        buttons,
                        Language.RU,
                        Author.BOT,
                        List.of(),
                        Optional.of(new Threading("Re: Помощь", inReplyTo, List.of()))));
        assertThat(sent.getLast().buttons()).isEmpty();
        return sent.getLast().text();
    }

    @Test
    void inAnAnswerChoicesAreNumbered() {
        assertThat(said(ANNA, "Отменить", "Оставить"))
                .isEqualTo("Что делаем?\n\n1. Отменить\n2. Оставить\n\nОтветьте номером или словами.");
    }

    @Test
    void aSingleChoiceNeedsNoNumber() {
        assertThat(said(ANNA, "Отменить")).isEqualTo("Что делаем?\n\nЧтобы выбрать это, ответьте: Отменить");
    }

    @Test
    void aTextWithoutChoicesStaysAsItIs() {
        assertThat(sent(7, Optional.of("a@b.example"))).isEqualTo("Что делаем?");
    }

    @Test
    void inALetterThatNobodyAskedForEachChoiceIsALink() {
        assertThat(sent(7, Optional.empty(), "Подтвердить")).isEqualTo("Что делаем?\n\nПодтвердить: " + links.of(7, 0));
    }

    @Test
    void aNoticeOfAnotherConversationIsNoAnswerWhereverItGoesOn() {
        assertThat(said(new Address("webchat", "site", "somebody"), "Одобрить", "Отказать"))
                .contains("Одобрить: http://127.0.0.1", "Отказать: http://127.0.0.1");
    }

    private long letter() {
        var choice = new Choice("Подтвердить <подписку>", Action.of("mailing.confirm", "proof", 3), Choice.Answer.YES);
        return node.database().transaction(sql -> {
            var draft = new Letterbox(sql, "bot@fund.example")
                    .draft(
                            "anna@donor.example",
                            new Letterbox.Letter(
                                    "Подписка", "Подтвердите", List.of(choice), Language.RU, Optional.empty()),
                            node.clock().instant());
            return new Outbox(sql).queue(draft, node.clock().instant());
        });
    }

    private HttpResponse<String> send(String method, URI page) throws Exception {
        var request = HttpRequest.newBuilder(page)
                .method(method, BodyPublishers.noBody())
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    @Test
    void lookingAtALinkPressesNothing() throws Exception {
        var page = send("GET", links.of(letter(), 0));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"ru\">", "Подтвердить &lt;подписку&gt;");
        assertThat(node.messages("in")).isEmpty();
    }

    @Test
    void theButtonOfThePageIsTheButtonOfTheLetterAndIsPressedOnce() throws Exception {
        long letter = letter();
        var page = send("GET", links.of(letter, 0)).body();
        var form = Pattern.compile("action=\"([^\"]+)\"").matcher(page);
        assertThat(form.find()).isTrue();
        var action = URI.create("http://127.0.0.1:" + server.actualPort() + form.group(1));

        assertThat(send("POST", action).body()).contains("Спасибо!");
        assertThat(send("POST", action).body()).contains("Спасибо!");

        assertThat(node.messages("in")).singleElement().satisfies(message -> {
            assertThat(message.getChannel()).isEqualTo("email");
            assertThat(Json.read(message.getPayload(), Payload.Received.class).press())
                    .contains(new Press(letter, 0));
        });
    }

    @Test
    void noOtherLinkPressesAnything() throws Exception {
        long letter = letter();

        assertThat(send("POST", links.of(letter, 1)).statusCode()).isEqualTo(404);
        assertThat(send("POST", links.of(letter + 1, 0)).statusCode()).isEqualTo(404);
        assertThat(send("POST", URI.create(links.of(letter, 0) + "x")).statusCode())
                .isEqualTo(404);
        node.clock().advance(Duration.ofDays(31));
        assertThat(send("POST", links.of(letter, 0)).statusCode()).isEqualTo(404);
        assertThat(node.messages("in")).isEmpty();
    }
}
