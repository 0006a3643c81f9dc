package org.otklik.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.otklik.channels.Attachment;
import org.otklik.check.Verdict.Mismatch;

/** What stands in a file that came with a reply. Of an archive, what stands in its files. */
record FileText(String name, String text) {
    private static final int SHOWN = 300;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static FileText of(Attachment file) {
        var content = file.content().getBytes();
        boolean isZip = content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3;
        var text = isZip ? unpacked(content) : new String(content, StandardCharsets.UTF_8);
        return new FileText(file.name(), text.replace(BYTE_ORDER_MARK, ""));
    }

    private static String unpacked(byte[] archive) {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        } catch (IOException e) {
            return text.append("(a damaged archive)").toString();
        }
        return text.toString();
    }

    Optional<Mismatch> compare(Expected.FilePattern pattern, Map<String, String> captured) {
        var missing = pattern.contains().stream()
                .filter(part -> !text.contains(Expression.fill(part.source(), captured))
                        && !part.filled(captured).matcher(text).find())
                .findFirst()
                .map(part -> new Mismatch("the file " + name + " with " + part, shown()));
        return missing.isPresent() || pattern.lines().isEmpty()
                ? missing
                : Optional.of(pattern.lines().getAsInt())
                        .filter(lines -> lines != text.lines().count())
                        .map(lines -> new Mismatch(
                                "the file " + name + " with " + lines + " lines",
                                text.lines().count() + " lines: " + shown()));
    }

    private String shown() {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
