package org.otklik.channels.telegram.outgoing;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.channels.Attachment;
import org.otklik.channels.Attachment.Inline;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.telegram.api.ApiFailure;
import org.otklik.channels.telegram.api.BotApi;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/**
 * The messages of Telegram's that one of ours becomes: its text in pieces, the last with the buttons, then its files. No markup is used, so that
 * nothing has to be escaped: what is a table is told by its place (MessageEntity).
 */
final class Steps {
    /** Of one message, in UTF-16 units (sendMessage). */
    private static final int LONGEST_TEXT = 4_096;

    private static final int LONGEST_CAPTION = 1_024;

    private final Keyboards keyboards;

    Steps(Keyboards keyboards) {
        this.keyboards = keyboards;
    }

    /** One call. */
    interface Step {
        Message send(BotApi api, long chat) throws ApiFailure;
    }

    List<Step> of(OutboundMessage message, long chat) {
        var steps = new ArrayList<Step>();
        var tables = new TablePlaces(message);
        var pieces = TextParts.of(message.text(), LONGEST_TEXT);
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            Optional<ReplyKeyboard> keyboard = i == pieces.size() - 1 ? keyboards.of(message, chat) : Optional.empty();
            steps.add((api, to) -> api.call(text(piece, tables.in(piece), keyboard, to)));
        }
        message.attachments().forEach(file -> steps.add(file(file)));
        return steps;
    }

    private static SendMessage text(
            TextParts.Piece piece, List<MessageEntity> tables, Optional<ReplyKeyboard> keyboard, long chat) {
        var message = SendMessage.builder()
                .chatId(chat)
                .text(piece.text())
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(true).build());
        if (!tables.isEmpty()) {
            message.entities(tables);
        }
        keyboard.ifPresent(message::replyMarkup);
        return message.build();
    }

    private static Step file(Attachment file) {
        return file.inline()
                .<Step>map(inline -> (api, chat) -> picture(file, inline, api, chat))
                .orElse((api, chat) -> api.call(document(file, chat)));
    }

    /** What Telegram can't show as a picture, too long or too small, is sent as a file. */
    private static Message picture(Attachment file, Inline inline, BotApi api, long chat) throws ApiFailure {
        try {
            return api.call(picture(file, inline, chat));
        } catch (ApiFailure failure) {
            if (failure.kind() != ApiFailure.Kind.REFUSED) {
                throw failure;
            }
            return api.call(document(file, chat));
        }
    }

    private static SendDocument document(Attachment file, long chat) {
        return SendDocument.builder().chatId(chat).document(content(file)).build();
    }

    private static SendPhoto picture(Attachment file, Inline inline, long chat) {
        var caption = TextParts.of(inline.alternative(), LONGEST_CAPTION);
        return SendPhoto.builder()
                .chatId(chat)
                .photo(content(file))
                .caption(caption.isEmpty() ? "" : caption.getFirst().text())
                .build();
    }

    private static InputFile content(Attachment file) {
        return new InputFile(new ByteArrayInputStream(file.content().getBytes()), file.name());
    }
}
