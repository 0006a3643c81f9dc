package org.otklik.channels.telegram.incoming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.otklik.channels.Address;
import org.otklik.channels.Enclosure;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.telegram.Bot;
import org.otklik.channels.telegram.ButtonData;
import org.otklik.channels.telegram.MessageNumber;
import org.otklik.channels.telegram.TelegramFactory;
import org.otklik.i18n.Language;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Reads updates (Update in the Bot API). Who writes is told by {@code from}, which Telegram vouches for; a private chat has the number of the
 * one person in it. Never throws, whatever an update holds.
 */
final class UpdateReader {
    /** The kinds that are asked for. */
    static final List<String> KINDS = List.of("message", "edited_message", "callback_query");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Bot bot;
    private final ButtonData buttons;
    private final Clock clock;
    private final Addressed addressed;

    UpdateReader(Bot bot, ButtonData buttons, Clock clock) {
        this.bot = bot;
        this.buttons = buttons;
        this.clock = clock;
        this.addressed = new Addressed(bot);
    }

    Reading read(JsonNode written) {
        try {
            var update = JSON.treeToValue(written, Update.class);
            var raw = Buffer.buffer(JSON.writeValueAsBytes(written));
            return Stream.of(
                            Optional.ofNullable(update.getMessage()).map(message -> said(message, raw, "")),
                            Optional.ofNullable(update.getEditedMessage())
                                    .map(message -> said(message, raw, "/" + update.getUpdateId())),
                            Optional.ofNullable(update.getCallbackQuery()).map(press -> pressed(press, raw)))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(Reading.Beside::new);
        } catch (JsonProcessingException | RuntimeException e) {
            // An update may hold anything; what the library's types make of a missing part can't be foreseen.
            return new Reading.Unreadable();
        }
    }

    /** @param edition what tells an edit from the message that it edits; empty for a message */
    private Reading said(Message message, Buffer raw, String edition) {
        var chat = Objects.requireNonNull(message.getChat(), "chat");
        var author = message.getFrom();
        if (author == null || Boolean.TRUE.equals(author.getIsBot()) || isNews(message)) {
            return new Reading.Beside();
        }
        boolean isPrivate = isPrivate(chat.getType(), chat.getId(), author);
        var typed = Objects.requireNonNullElse(
                Optional.ofNullable(message.getText()).orElse(message.getCaption()), "");
        if (!isPrivate && !addressed.isToBot(message, typed)) {
            return new Reading.Beside();
        }
        var number = MessageNumber.of(chat.getId(), message.getMessageId());
        var said = InboundMessage.text(
                address(chat.getId()), number + edition, addressed.withoutName(typed), sentAt(message), raw);
        if (!isPrivate) {
            said = said.writtenBy(address(author.getId()));
        }
        if (!edition.isEmpty()) {
            said = said.editing(number);
        }
        var answered = message.getReplyToMessage();
        if (answered != null && answered.getMessageId() != null) {
            said = said.replyingTo(MessageNumber.of(chat.getId(), answered.getMessageId()));
        }
        var enclosure = enclosure(message, author);
        if (enclosure.isPresent()) {
            said = said.withEnclosure(enclosure.get());
        }
        if (message.getMediaGroupId() != null) {
            said = said.ofAlbum(message.getMediaGroupId());
        }
        return new Reading.Said(withLanguage(said, author), MessageFiles.of(message));
    }

    /** That somebody came, left, or pinned something. */
    private static boolean isNews(Message message) {
        return Stream.of(
                        message.getLeftChatMember(),
                        message.getPinnedMessage(),
                        message.getMigrateToChatId(),
                        message.getMigrateFromChatId(),
                        message.getNewChatTitle(),
                        message.getGroupchatCreated(),
                        message.getSuperGroupCreated(),
                        message.getNewChatMembers() == null
                                        || message.getNewChatMembers().isEmpty()
                                ? null
                                : message.getNewChatMembers())
                .anyMatch(Objects::nonNull);
    }

    /** @throws IllegalArgumentException for a private chat of somebody else, which there is not */
    private static boolean isPrivate(@Nullable String type, long chat, User author) {
        boolean isPrivate = "private".equals(type);
        if (isPrivate && chat != author.getId()) {
            throw new IllegalArgumentException("a private chat of somebody else");
        }
        return isPrivate;
    }

    private Reading pressed(CallbackQuery press, Buffer raw) {
        var author = press.getFrom();
        var language = language(author).orElse(Language.EN);
        var offered = press.getMessage();
        if (offered == null || offered.getChat() == null || press.getData() == null) {
            return new Reading.ForeignPress(press.getId(), language);
        }
        long chat = offered.getChat().getId();
        boolean isPrivate = isPrivate(offered.getChat().getType(), chat, author);
        return buttons.read(chat, press.getData())
                .<Reading>map(button -> {
                    var message = InboundMessage.text(address(chat), "press/" + press.getId(), "", clock.instant(), raw)
                            .withPress(button);
                    return new Reading.Pressed(
                            withLanguage(isPrivate ? message : message.writtenBy(address(author.getId())), author),
                            press.getId());
                })
                .orElseGet(() -> new Reading.ForeignPress(press.getId(), language));
    }

    private Address address(long chat) {
        return new Address(TelegramFactory.NAME, bot.name(), String.valueOf(chat));
    }

    /** Telegram's word, where its clock is not ahead of ours. An edit is of the moment when the message was first sent. */
    private Instant sentAt(Message message) {
        var now = clock.instant();
        return Optional.ofNullable(message.getDate())
                .map(Instant::ofEpochSecond)
                .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(now))
                .orElse(now);
    }

    private static Optional<Enclosure> enclosure(Message message, User author) {
        if (message.getVoice() != null) {
            return Optional.of(new Enclosure.Voice());
        }
        if (message.getSticker() != null || message.getDice() != null || message.getAnimation() != null) {
            return Optional.of(new Enclosure.Sticker());
        }
        var card = message.getContact();
        if (card != null) {
            var name = Stream.of(card.getFirstName(), card.getLastName())
                    .filter(part -> part != null && !part.isBlank())
                    .reduce((first, last) -> first + " " + last)
                    .orElse("");
            return Optional.of(new Enclosure.Card(
                    name,
                    Objects.requireNonNullElse(card.getPhoneNumber(), ""),
                    author.getId().equals(card.getUserId())));
        }
        return Optional.ofNullable(message.getLocation())
                .map(place -> new Enclosure.Place(place.getLatitude(), place.getLongitude()));
    }

    private static InboundMessage withLanguage(InboundMessage message, User author) {
        return language(author).map(message::withLanguage).orElse(message);
    }

    /** The language of the sender's device, as far as we speak it. */
    private static Optional<Language> language(User author) {
        return Optional.ofNullable(author.getLanguageCode())
                .flatMap(tag -> Language.of(tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT)));
    }
}
