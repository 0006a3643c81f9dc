package org.otklik.channels.telegram.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.otklik.channels.Button;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.Press;
import org.otklik.channels.telegram.ButtonData;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/** The buttons of a message, below it; one that asks for a phone has to take the place of the letters, where Telegram lets a phone be shared. */
final class Keyboards {
    /** As many letters as a phone shows side by side. */
    private static final int ROW_LETTERS = 28;

    private static final int ROW_BUTTONS = 3;

    private final ButtonData data;

    Keyboards(ButtonData data) {
        this.data = data;
    }

    /** Empty for a message without buttons. */
    Optional<ReplyKeyboard> of(OutboundMessage message, long chat) {
        if (message.buttons().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                message.buttons().stream().anyMatch(Button::ownPhone)
                        ? sharing(message.buttons())
                        : choices(message, chat));
    }

    private ReplyKeyboard choices(OutboundMessage message, long chat) {
        return new InlineKeyboardMarkup(rows(
                message.buttons(),
                places -> new InlineKeyboardRow(places.stream()
                        .map(place -> InlineKeyboardButton.builder()
                                .text(message.buttons().get(place).label())
                                .callbackData(data.write(chat, new Press(message.id(), place)))
                                .build())
                        .toList())));
    }

    /** Pressing another button of such a keyboard writes its label. */
    private static ReplyKeyboard sharing(List<Button> buttons) {
        var rows = rows(
                buttons,
                places -> new KeyboardRow(places.stream()
                        .map(place -> KeyboardButton.builder()
                                .text(buttons.get(place).label())
                                .requestContact(buttons.get(place).ownPhone() ? Boolean.TRUE : null)
                                .build())
                        .toList()));
        return ReplyKeyboardMarkup.builder()
                .keyboard(rows)
                .resizeKeyboard(true)
                .oneTimeKeyboard(true)
                .build();
    }

    private static <R> List<R> rows(List<Button> buttons, Function<List<Integer>, R> row) {
        var rows = new ArrayList<List<Integer>>();
        int letters = 0;
        for (int place : IntStream.range(0, buttons.size()).toArray()) {
            int length = buttons.get(place).label().length();
            boolean fits = !rows.isEmpty() && rows.getLast().size() < ROW_BUTTONS && letters + length <= ROW_LETTERS;
            if (!fits) {
                rows.add(new ArrayList<>());
                letters = 0;
            }
            rows.getLast().add(place);
            letters += length;
        }
        return rows.stream().map(row).toList();
    }
}
