package org.otklik.channels.telegram.incoming;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/** The files of a message: at most one, of one of many kinds (Message in the Bot API). */
final class MessageFiles {
    private MessageFiles() {}

    static List<TelegramFile> of(Message message) {
        return Stream.of(
                        largest(message),
                        Optional.ofNullable(message.getDocument())
                                .map(file -> file(file.getFileId(), file.getFileName(), file.getMimeType(), "file")),
                        Optional.ofNullable(message.getVoice())
                                .map(file -> file(file.getFileId(), null, file.getMimeType(), "voice.ogg")),
                        Optional.ofNullable(message.getAudio())
                                .map(file ->
                                        file(file.getFileId(), file.getFileName(), file.getMimeType(), "audio.mp3")),
                        Optional.ofNullable(message.getVideo())
                                .map(file ->
                                        file(file.getFileId(), file.getFileName(), file.getMimeType(), "video.mp4")),
                        Optional.ofNullable(message.getVideoNote())
                                .map(file -> file(file.getFileId(), null, "video/mp4", "video.mp4")),
                        Optional.ofNullable(message.getSticker())
                                .map(file -> file(file.getFileId(), null, "image/webp", "sticker.webp")))
                .flatMap(Optional::stream)
                // An animation is also given as a document, for old clients.
                .limit(1)
                .toList();
    }

    /** A photo comes in several sizes. */
    private static Optional<TelegramFile> largest(Message message) {
        return Optional.ofNullable(message.getPhoto())
                .flatMap(sizes -> sizes.stream()
                        .max(Comparator.comparingLong(MessageFiles::area))
                        .map(size -> file(size.getFileId(), null, "image/jpeg", "photo.jpg")));
    }

    private static long area(PhotoSize size) {
        return (long) Objects.requireNonNullElse(size.getWidth(), 0) * Objects.requireNonNullElse(size.getHeight(), 0);
    }

    private static TelegramFile file(String id, @Nullable String name, @Nullable String type, String usualName) {
        return new TelegramFile(
                id,
                name == null || name.isBlank() ? usualName : name,
                type == null || type.isBlank() ? "application/octet-stream" : type);
    }
}
