package org.otklik.channels.telegram.outgoing;

import java.util.ArrayList;
import java.util.List;
import org.otklik.channels.OutboundMessage;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/** Where tables stand in a text, which Telegram shows in letters of one width. */
final class TablePlaces {
    private final List<Place> places = new ArrayList<>();

    private record Place(int start, int end) {}

    TablePlaces(OutboundMessage message) {
        int from = 0;
        for (var table : message.tables()) {
            var plain = table.plain();
            int start = message.text().indexOf(plain, from);
            if (start >= 0) {
                from = start + plain.length();
                places.add(new Place(start, from));
            }
        }
    }

    /** Those that a piece of the text shows, counted from its beginning in UTF-16 units. */
    List<MessageEntity> in(TextParts.Piece piece) {
        return places.stream()
                .map(place -> new Place(Math.max(place.start(), piece.start()), Math.min(place.end(), piece.end())))
                .filter(place -> place.start() < place.end())
                .<MessageEntity>map(place -> MessageEntity.builder()
                        .type("pre")
                        .offset(place.start() - piece.start())
                        .length(place.end() - place.start())
                        .build())
                .toList();
    }
}
