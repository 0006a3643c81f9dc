package org.otklik.channels.telegram.incoming;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.channels.Address;
import org.otklik.channels.Enclosure;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.telegram.Bot;
import org.otklik.channels.telegram.ButtonData;
import org.otklik.channels.telegram.MessageNumber;
import org.otklik.channels.telegram.TelegramFactory;
import org.otklik.i18n.Language;

/**
 * Reads updates (Update in the Bot API). Who writes is told by {@code from}, which Telegram vouches for; a private chat has the number of the
 * one person in it. Never throws, whatever an update holds.
 */
final class UpdateReader {
    /** The kinds that are asked for. */
    static final List<String> KINDS = List.of("message", "edited_message", "callback_query");

    /** What a message says about the chat itself: that somebody came, left, or pinned something. */
    private static final List<String> NEWS = List.of(
            "new_chat_members",
            "left_chat_member",
            "new_chat_title",
            "new_chat_photo",
            "pinned_message",
            "group_chat_created",
            "supergroup_chat_created",
            "migrate_to_chat_id",
            "migrate_from_chat_id");

    private final ButtonData buttons;
    private final Clock clock;
    private final Addressed addressed;
    private final String account;

    UpdateReader(Bot bot, ButtonData buttons, Clock clock) {
        this.account = bot.name();
        this.buttons = buttons;
        this.clock = clock;
        this.addressed = new Addressed(bot);
    }

    /** Who wrote, and where; what both need to be answered. */
    private record Place(long chat, boolean isPrivate, long author, Optional<Language> language) {}

    Reading read(JsonNode written) {
        var update = new Written(written);
        var raw = Buffer.buffer(written.toString());
        if (update.has("message")) {
            return said(update.get("message"), raw, "");
        }
        if (update.has("edited_message")) {
            return said(
                    update.get("edited_message"),
                    raw,
                    "/" + update.number("update_id").orElse(0L));
        }
        return update.has("callback_query") ? pressed(update.get("callback_query"), raw) : new Reading.Beside();
    }

    /** @param edition what tells an edit from the message that it edits; empty for a message */
    private Reading said(Written message, Buffer raw, String edition) {
        if (message.get("from").isTrue("is_bot") || NEWS.stream().anyMatch(message::has)) {
            return new Reading.Beside();
        }
        var place = place(message.get("chat"), message.get("from"));
        var number = message.number("message_id");
        if (place.isEmpty() || number.isEmpty()) {
            return new Reading.Unreadable();
        }
        var typed = message.text("text").or(() -> message.text("caption")).orElse("");
        if (!place.get().isPrivate() && !addressed.isToBot(message, typed)) {
            return new Reading.Beside();
        }
        long chat = place.get().chat();
        var id = MessageNumber.of(chat, number.get());
        var said = InboundMessage.text(address(chat), id + edition, addressed.withoutName(typed), sentAt(message), raw);
        said = edition.isEmpty() ? said : said.editing(id);
        var answered = message.get("reply_to_message").number("message_id");
        said = answered.map(it -> MessageNumber.of(chat, it))
                .map(said::replyingTo)
                .orElse(said);
        said = enclosure(message).map(said::withEnclosure).orElse(said);
        said = message.text("media_group_id").map(said::ofAlbum).orElse(said);
        return new Reading.Said(by(place.get(), said), MessageFiles.of(message));
    }

    /** Empty where a part is missing, and for a private chat of somebody else, which there is not. */
    private static Optional<Place> place(Written chat, Written author) {
        var where = chat.number("id");
        var who = author.number("id");
        if (where.isEmpty() || who.isEmpty()) {
            return Optional.empty();
        }
        boolean isPrivate = chat.text("type").equals(Optional.of("private"));
        return isPrivate && !where.equals(who)
                ? Optional.empty()
                : Optional.of(new Place(where.get(), isPrivate, who.get(), language(author)));
    }

    private InboundMessage by(Place place, InboundMessage message) {
        var known = place.language().map(message::withLanguage).orElse(message);
        return place.isPrivate() ? known : known.writtenBy(address(place.author()));
    }

    private Reading pressed(Written press, Buffer raw) {
        var callback = press.text("id");
        if (callback.isEmpty()) {
            return new Reading.Unreadable();
        }
        var place = place(press.get("message").get("chat"), press.get("from"));
        var button = place.flatMap(where -> press.text("data").flatMap(data -> buttons.read(where.chat(), data)));
        if (place.isEmpty() || button.isEmpty()) {
            return new Reading.ForeignPress(
                    callback.get(), language(press.get("from")).orElse(Language.EN));
        }
        var message = InboundMessage.text(
                        address(place.get().chat()), "press/" + callback.get(), "", clock.instant(), raw)
                .withPress(button.get());
        return new Reading.Pressed(by(place.get(), message), callback.get());
    }

    private Address address(long chat) {
        return new Address(TelegramFactory.NAME, account, String.valueOf(chat));
    }

    /** Telegram's word, where its clock is not ahead of ours. An edit is of the moment when the message was first sent. */
    private Instant sentAt(Written message) {
        var now = clock.instant();
        return message.number("date")
                .filter(seconds -> seconds > 0 && seconds <= now.getEpochSecond())
                .map(Instant::ofEpochSecond)
                .orElse(now);
    }

    private static Optional<Enclosure> enclosure(Written message) {
        if (message.has("voice")) {
            return Optional.of(new Enclosure.Voice());
        }
        if (message.has("sticker") || message.has("dice") || message.has("animation")) {
            return Optional.of(new Enclosure.Sticker());
        }
        return message.find("contact")
                .map(card -> card(card, message))
                .or(() -> message.find("location")
                        .map(place -> new Enclosure.Place(
                                place.node().path("latitude").asDouble(),
                                place.node().path("longitude").asDouble())));
    }

    /** Passed on, it may be an old one, with a number that is somebody else's by now. */
    private static Enclosure card(Written card, Written message) {
        boolean isPassedOn = message.has("forward_origin") || message.has("forward_date");
        var name = Stream.of("first_name", "last_name")
                .flatMap(part -> card.text(part).stream())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        var owner = card.number("user_id");
        return new Enclosure.Card(
                name,
                card.text("phone_number").orElse(""),
                !isPassedOn
                        && owner.isPresent()
                        && owner.equals(message.get("from").number("id")));
    }

    /** The language of the sender's device, as far as we speak it. */
    private static Optional<Language> language(Written author) {
        return author.text("language_code")
                .flatMap(tag -> Language.of(tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT)));
    }
}
