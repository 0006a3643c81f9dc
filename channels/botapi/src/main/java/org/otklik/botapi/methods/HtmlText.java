package org.otklik.botapi.methods;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.botapi.wire.Refusal;

/** Reads the HTML style of formatting, and refuses what Telegram can't read. */
final class HtmlText {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("span", "spoiler"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("tg-emoji", "custom_emoji"),
            Map.entry("a", "text_link"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("blockquote", "blockquote"));

    private static final Pattern TAG = Pattern.compile("<(/?)([^\\s>/]*)([^>]*)>");
    private static final Pattern LINK = Pattern.compile("href\\s*=\\s*[\"']?([^\"'\\s>]+)");
    private static final Pattern CHARACTER = Pattern.compile("&(?:(lt|gt|amp|quot)|#(\\d{1,7})|#x([0-9a-fA-F]{1,6}));");
    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<JsonObject> entities = new ArrayList<>();

    private record Open(String tag, int offset, Optional<String> link) {}

    private HtmlText(String html) {
        this.html = html;
    }

    static Formatted read(String html) {
        return new HtmlText(html).read();
    }

    private Formatted read() {
        int at = 0;
        while (at < html.length()) {
            char here = html.charAt(at);
            at = switch (here) {
                case '<' -> tag(at);
                case '&' -> character(at);
                default -> plain(here, at);
            };
        }
        if (!open.isEmpty()) {
            throw refused("Can't find end tag corresponding to start tag \""
                    + open.peek().tag() + "\"");
        }
        entities.sort(Comparator.comparingInt((JsonObject it) -> it.getInteger("offset"))
                .thenComparingInt(it -> -it.getInteger("length")));
        return new Formatted(text.toString(), new JsonArray(entities));
    }

    private int plain(char here, int at) {
        text.append(here);
        return at + 1;
    }

    private int character(int at) {
        var found = CHARACTER.matcher(html).region(at, html.length());
        if (!found.lookingAt()) {
            return plain('&', at);
        }
        if (found.group(1) != null) {
            text.append(NAMED.get(found.group(1)));
        } else {
            int code = found.group(2) != null ? Integer.parseInt(found.group(2)) : Integer.parseInt(found.group(3), 16);
            if (!Character.isValidCodePoint(code)) {
                return plain('&', at);
            }
            text.appendCodePoint(code);
        }
        return found.end();
    }

    private int tag(int at) {
        var found = TAG.matcher(html).region(at, html.length());
        if (!found.lookingAt()) {
            throw refused("Unclosed start tag at byte offset " + bytes(at));
        }
        var name = found.group(2).toLowerCase(Locale.ROOT);
        if (found.group(1).isEmpty()) {
            start(name, found.group(3), at);
        } else {
            end(name, at);
        }
        return found.end();
    }

    private void start(String name, String attributes, int at) {
        if (!TYPES.containsKey(name)) {
            throw refused("Unsupported start tag \"" + name + "\" at byte offset " + bytes(at));
        }
        if (name.equals("span") && !attributes.contains("tg-spoiler")) {
            throw refused("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + bytes(at));
        }
        var link = LINK.matcher(attributes);
        open.push(new Open(
                name,
                text.length(),
                name.equals("a") && link.find() ? Optional.of(link.group(1).replace("&amp;", "&")) : Optional.empty()));
    }

    private void end(String name, int at) {
        if (open.isEmpty()) {
            throw refused("Unexpected end tag at byte offset " + bytes(at));
        }
        var opened = open.pop();
        if (!name.isEmpty() && !name.equals(opened.tag())) {
            throw refused("Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
                    .formatted(bytes(at), opened.tag(), name));
        }
        if (text.length() > opened.offset()) {
            var entity = new JsonObject()
                    .put("type", TYPES.get(opened.tag()))
                    .put("offset", opened.offset())
                    .put("length", text.length() - opened.offset());
            opened.link().ifPresent(url -> entity.put("url", url));
            entities.add(entity);
        }
    }

    private int bytes(int at) {
        return html.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Refusal refused(String why) {
        return Refusal.badRequest("can't parse entities: " + why);
    }
}
