package org.otklik.channels.telegram.incoming;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.otklik.channels.Attachment;
import org.otklik.channels.FileName;
import org.otklik.channels.FileType;
import org.otklik.channels.telegram.api.ApiFailure;
import org.otklik.channels.telegram.api.BotApi;
import org.telegram.telegrambots.meta.api.methods.GetFile;

/** Fetches the files of messages (getFile). Telegram's own server hands out none above 20 MB. */
final class FileFetcher {
    private final BotApi api;
    private final int maxBytes;

    FileFetcher(BotApi api, int maxBytes) {
        this.api = api;
        this.maxBytes = maxBytes;
    }

    /**
     * @return empty for a file that can't be had at all
     * @throws ApiFailure when it can't be had now
     */
    Optional<Attachment> fetch(TelegramFile file) throws ApiFailure {
        try {
            var told = api.call(new GetFile(file.id()));
            if (told.getFilePath() == null || (told.getFileSize() != null && told.getFileSize() > maxBytes)) {
                return Optional.empty();
            }
            return api.download(told.getFilePath(), maxBytes).map(bytes -> attachment(file, bytes));
        } catch (ApiFailure failure) {
            return switch (failure.kind()) {
                case REFUSED, NOT_FOUND -> Optional.empty();
                default -> throw failure;
            };
        }
    }

    private static Attachment attachment(TelegramFile file, byte[] bytes) {
        return new Attachment(FileName.clean(file.name()), FileType.of(bytes, file.mediaType()), Buffer.buffer(bytes));
    }
}
