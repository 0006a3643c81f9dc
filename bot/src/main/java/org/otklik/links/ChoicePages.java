package org.otklik.links;

import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Record;
import org.otklik.channels.Accepted;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.Press;
import org.otklik.conversation.Inbox;
import org.otklik.conversation.Json;
import org.otklik.conversation.Payload;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;
import org.otklik.store.Database;

/**
 * The pages behind the links of a letter, at {@code /choice/{token}}: one shows the choice with a button, and pressing that is pressing
 * the button which the letter could not have.
 */
public final class ChoicePages {
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final Database database;
    private final Inbox inbox;
    private final ChoiceLinks links;
    private final Texts texts;
    private final Function<Language, String> organization;
    private final Clock clock;

    /** @param organization the name of the organisation, by language */
    public ChoicePages(
            Database database,
            Inbox inbox,
            ChoiceLinks links,
            Texts texts,
            Function<Language, String> organization,
            Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.links = links;
        this.texts = texts;
        this.organization = organization;
        this.clock = clock;
    }

    /** What was offered: in which conversation, and with which words. */
    private record Offer(Press press, Address to, String label, Language language) {}

    public void mount(Router router) {
        router.route(ChoiceLinks.PATH + ":token")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(request -> answer(request, this::asked));
        router.post(ChoiceLinks.PATH + ":token").handler(request -> answer(request, this::pressed));
    }

    private void answer(RoutingContext request, Function<Offer, LinkedPage> found) {
        var token = request.pathParam("token");
        var language = LinkedPage.languageOf(request);
        request.vertx()
                .executeBlocking(
                        () -> offer(token)
                                .map(found)
                                .orElseGet(() -> page(404, language, LinksText.NO_LINK_TITLE, LinksText.NO_LINK)),
                        false)
                .onSuccess(page -> page.send(request))
                .onFailure(request::fail);
    }

    private LinkedPage asked(Offer offer) {
        var path = links.of(offer.press().messageId(), offer.press().button()).getPath();
        return new LinkedPage(
                200,
                offer.language(),
                organization.apply(offer.language()),
                texts.say(offer.language(), LinksText.CHOICE_TITLE),
                texts.say(offer.language(), LinksText.CHOICE_ADVICE),
                List.of(new LinkedPage.Button(offer.label(), path)));
    }

    /** The same press comes once, however often the button is pressed. */
    private LinkedPage pressed(Offer offer) {
        var press = offer.press();
        var message = InboundMessage.text(
                        offer.to(),
                        "press " + press.messageId() + " " + press.button(),
                        "",
                        clock.instant(),
                        Buffer.buffer())
                .withPress(press);
        return inbox.accept(message) == Accepted.UNAVAILABLE
                ? page(503, offer.language(), LinksText.NOT_NOW_TITLE, LinksText.NOT_NOW)
                : page(200, offer.language(), LinksText.CHOSEN_TITLE, LinksText.CHOSEN);
    }

    private LinkedPage page(int status, Language language, LinksText title, LinksText sentence) {
        return new LinkedPage(
                status,
                language,
                organization.apply(language),
                texts.say(language, title),
                texts.say(language, sentence),
                List.of());
    }

    private Optional<Offer> offer(String token) {
        return links.press(token)
                .flatMap(press -> database.sql()
                        .select(
                                MESSAGE.CHANNEL,
                                MESSAGE.ACCOUNT,
                                CONVERSATION.ADDRESS,
                                MESSAGE.PAYLOAD,
                                MESSAGE.LANGUAGE)
                        .from(MESSAGE)
                        .join(CONVERSATION)
                        .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                        .where(MESSAGE.ID.eq(press.messageId()))
                        .and(MESSAGE.DIRECTION.eq("out"))
                        .and(MESSAGE.RECEIVED_AT.gt(clock.instant().minus(LIFETIME)))
                        .fetchOptional()
                        .flatMap(row -> offer(press, row)));
    }

    private static Optional<Offer> offer(Press press, Record row) {
        var choices = Json.read(row.get(MESSAGE.PAYLOAD), Payload.Said.class).choices();
        if (press.button() < 0 || press.button() >= choices.size()) {
            return Optional.empty();
        }
        return Optional.of(new Offer(
                press,
                new Address(row.get(MESSAGE.CHANNEL), row.get(MESSAGE.ACCOUNT), row.get(CONVERSATION.ADDRESS)),
                choices.get(press.button()).label(),
                Language.of(row.get(MESSAGE.LANGUAGE)).orElseThrow()));
    }
}
