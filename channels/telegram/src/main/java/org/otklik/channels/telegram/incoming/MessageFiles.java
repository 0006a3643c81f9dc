package org.otklik.channels.telegram.incoming;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a message: at most one, of one of many kinds (Message in the Bot API). */
final class MessageFiles {
    private static final String UNKNOWN = "application/octet-stream";

    private MessageFiles() {}

    /**
     * A kind of file.
     *
     * @param field of the message
     * @param name for those that have none
     * @param type for those that tell none
     */
    private record Kind(String field, String name, String type) {}

    /** An animation is also given as a document, for old clients. */
    private static final List<Kind> KINDS = List.of(
            new Kind("document", "file", UNKNOWN),
            new Kind("voice", "voice.ogg", "audio/ogg"),
            new Kind("audio", "audio.mp3", "audio/mpeg"),
            new Kind("video", "video.mp4", "video/mp4"),
            new Kind("video_note", "video.mp4", "video/mp4"),
            new Kind("sticker", "sticker.webp", "image/webp"));

    static List<TelegramFile> of(Written message) {
        return Stream.concat(
                        largestPhoto(message).stream(),
                        KINDS.stream()
                                .flatMap(kind -> message.find(kind.field()).flatMap(file -> file(file, kind)).stream()))
                .limit(1)
                .toList();
    }

    /** A photo comes in several sizes. */
    private static Optional<TelegramFile> largestPhoto(Written message) {
        return message.each("photo")
                .max(Comparator.comparingLong(size ->
                        size.number("width").orElse(0L) * size.number("height").orElse(0L)))
                .flatMap(size -> file(size, new Kind("photo", "photo.jpg", "image/jpeg")));
    }

    private static Optional<TelegramFile> file(Written file, Kind kind) {
        return file.text("file_id")
                .map(id -> new TelegramFile(
                        id,
                        file.text("file_name").filter(name -> !name.isBlank()).orElse(kind.name()),
                        file.text("mime_type").filter(type -> !type.isBlank()).orElse(kind.type())));
    }
}
