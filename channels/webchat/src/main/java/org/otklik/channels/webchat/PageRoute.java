package org.otklik.channels.webchat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.channels.ChannelHost;
import org.otklik.i18n.Language;

/**
 * The widget's files, its texts, the page of the chat at {@code /} and the demo page. A site names {@code /chat/widget.js} alone; that
 * file names the others under their version, so that they can be cached for good.
 */
final class PageRoute {
    private static final List<String> FILES = List.of(
            "app.js",
            "conversation.js",
            "dom.js",
            "link.js",
            "memory.js",
            "message.js",
            "panel.js",
            "wires.js",
            "widget.css",
            "talk.css");
    private static final String NO_CACHE = "no-cache";
    /** Nothing but the bot's own files, and no markup written by scripts. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private final ChannelHost host;
    private final int maxMessageLength;
    private final Map<String, Asset> files;
    private final String version;

    PageRoute(ChannelHost host, int maxMessageLength) {
        this.host = host;
        this.maxMessageLength = maxMessageLength;
        files = FILES.stream().collect(Collectors.toMap(Function.identity(), Asset::of));
        version = Asset.hash(
                FILES.stream().map(Asset::read).collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8));
    }

    void mount(Router router) {
        var widget = Asset.of("widget.js", Asset.read("widget.js").replace("{version}", version));
        var icon = Asset.of("icon.svg");
        var pageStyle = Asset.of("page.css");
        get(router, "/chat/widget.js").handler(context -> open(context, widget, NO_CACHE));
        get(router, "/chat/icon.svg").handler(context -> open(context, icon, NO_CACHE));
        get(router, "/chat/page.css").handler(context -> open(context, pageStyle, NO_CACHE));
        get(router, "/chat/texts").handler(this::texts);
        get(router, "/chat/" + version + "/:file")
                .handler(context -> Optional.ofNullable(files.get(context.pathParam("file")))
                        .ifPresentOrElse(
                                file -> open(context, file, "public, max-age=31536000, immutable"), context::next));
        get(router, "/").handler(context -> page(context, "page.html"));
        get(router, "/chat/demo").handler(context -> page(context, "demo.html"));
    }

    private static Route get(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** A file that any site may load. */
    private static void open(RoutingContext context, Asset asset, String caching) {
        context.response()
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                .putHeader("Cache-Control", caching);
        asset.answer(context);
    }

    private void texts(RoutingContext context) {
        var preferred = context.queryParam("prefer").stream().flatMap(tags -> Arrays.stream(tags.split(",")));
        open(context, Asset.of("texts.json", texts(language(preferred))), NO_CACHE);
    }

    private String texts(Language language) {
        var texts = new JsonObject();
        for (var key : WebChatText.values()) {
            texts.put(key.key(), host.texts().say(language, key));
        }
        var languages = new JsonArray();
        for (var spoken : Language.values()) {
            var name = titled(spoken);
            languages.add(new JsonObject().put("code", spoken.code()).put("name", name));
        }
        return new JsonObject()
                .put("language", language.code())
                .put("languages", languages)
                .put("title", host.organization(language))
                .put("maxLength", maxMessageLength)
                .put("texts", texts)
                .encode();
    }

    /** The language's own name for itself, as a heading writes it. */
    private static String titled(Language language) {
        var name = language.locale().getDisplayLanguage(language.locale());
        return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1);
    }

    private void page(RoutingContext context, String file) {
        var preferred = context.acceptableLanguages().stream().map(tag -> String.valueOf(tag.tag()));
        var language = language(Stream.concat(context.queryParam("lang").stream(), preferred));
        var page = Asset.read(file)
                .replace("{language}", language.code())
                .replace("{title}", escaped(host.organization(language)))
                .replace("{origin}", escaped(origin(context)));
        for (var key : WebChatText.values()) {
            page = page.replace("{" + key.key() + "}", escaped(host.texts().say(language, key)));
        }
        context.response()
                .putHeader("Cache-Control", NO_CACHE)
                .putHeader("Content-Language", language.code())
                .putHeader("Vary", "Accept-Language")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        Asset.of(file, page).answer(context);
    }

    /** The first of the tags that the product speaks, else English. */
    private static Language language(Stream<String> tags) {
        return tags.flatMap(tag -> Language.of(tag).stream()).findFirst().orElse(Language.EN);
    }

    private static String origin(RoutingContext context) {
        return context.request().scheme() + "://" + context.request().authority();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
