package org.otklik.botapi.files;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.botapi.waiting.Monitor;
import org.otklik.botapi.wire.Refusal;
import org.otklik.botapi.wire.Upload;

/** All files, by the id that a bot names and by the path that it downloads. */
public final class Files {
    /** The largest that a bot may download. */
    private static final long MOST_BYTES = 20L << 20;

    private final Monitor monitor;
    private final Map<String, StoredFile> byId = new LinkedHashMap<>();
    private final Map<String, StoredFile> byPath = new LinkedHashMap<>();

    public Files(Monitor monitor) {
        this.monitor = monitor;
    }

    public StoredFile add(String folder, Upload upload) {
        return add(folder, upload, upload.content().length());
    }

    /** @param size as it is told */
    public StoredFile add(String folder, Upload upload, long size) {
        return monitor.change(() -> put(folder, upload, size));
    }

    private StoredFile put(String folder, Upload upload, long size) {
        int number = byId.size() + 1;
        int dot = upload.name().lastIndexOf('.');
        var ending = dot < 0 ? "" : upload.name().substring(dot).replaceAll("[^.A-Za-z0-9]", "");
        var file = new StoredFile(
                "BQACAgIAAxk" + number + "AAF",
                folder + "/file_" + number + ending,
                upload.name(),
                upload.type(),
                size,
                upload.content());
        byId.put(file.id(), file);
        byPath.put(file.path(), file);
        return file;
    }

    public int count() {
        return monitor.look(byId::size);
    }

    /** The answer to getFile. */
    public JsonObject describe(String id) {
        var file = find(id);
        if (file.size() > MOST_BYTES) {
            throw Refusal.badRequest("file is too big");
        }
        return file.json().put("file_path", file.path());
    }

    public StoredFile find(String id) {
        var file = byId.get(id);
        if (file == null) {
            throw Refusal.badRequest("wrong file_id or the file is temporarily unavailable");
        }
        return file;
    }

    public Optional<Buffer> content(String path) {
        return monitor.look(() -> Optional.ofNullable(byPath.get(path)).map(StoredFile::content));
    }
}
