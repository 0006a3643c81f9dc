package org.otklik.channels.email.mime;

/** Text whose paragraphs were broken into lines for the way (RFC 3676). */
final class Flowed {
    private Flowed() {}

    /** @param delsp whether the blank at the end of a broken line was added by the breaking */
    static String unwrap(String text, boolean delsp) {
        var out = new StringBuilder(text.length());
        int open = -1;
        for (var line : text.split("\n", -1)) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            var content = line.substring(depth);
            content = content.startsWith(" ") ? content.substring(1) : content;
            boolean signature = content.equals("-- ");
            if (open != depth || signature) {
                // A paragraph ends where the quotation changes, or the signature begins, whatever its last line says.
                out.append(out.isEmpty() && open < 0 ? "" : "\n")
                        .append(">".repeat(depth))
                        .append(depth > 0 ? " " : "");
            }
            boolean flows = content.endsWith(" ") && !signature;
            out.append(flows && delsp ? content.substring(0, content.length() - 1) : content);
            open = flows ? depth : -2;
        }
        return out.toString();
    }
}
