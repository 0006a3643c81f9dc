package org.otklik.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.botapi.Caller.text;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.botapi.wire.Upload;

/** Every way to call a method, and what a token opens. */
class CallsTest {
    private static final String GREETING = "Здравствуйте, Анна! 🌱 + 100%";

    private final Caller caller = new Caller();

    @AfterEach
    void stop() {
        caller.close();
    }

    @Test
    void aMethodIsKnownInAnyCase() throws IOException, InterruptedException {
        for (var method : List.of("getMe", "getme", "GETME")) {
            assertThat(caller.result(method, new JsonObject()).getString("username"))
                    .isEqualTo("otklik_bot");
        }
    }

    @Test
    void parametersComeAsQueryFormJsonOrParts() throws IOException, InterruptedException {
        var anna = caller.api.person("Анна", "ru");
        anna.says("/start");
        var path = "/bot" + caller.api.token() + "/sendMessage";
        var form = "chat_id=" + anna.id() + "&text=" + URLEncoder.encode(GREETING, StandardCharsets.UTF_8);

        assertThat(caller.get(path + "?" + form).statusCode()).isEqualTo(200);
        assertThat(caller.post(path, "application/x-www-form-urlencoded", form).statusCode())
                .isEqualTo(200);
        assertThat(caller.call("sendMessage", text(anna.id(), GREETING)).getBoolean("ok"))
                .isTrue();
        assertThat(caller.multipart(path, text(anna.id(), GREETING), List.of()).statusCode())
                .isEqualTo(200);

        assertThat(anna.chat().fromBot())
                .hasSize(4)
                .allSatisfy(message -> assertThat(message.text()).isEqualTo(GREETING));
    }

    @Test
    void aLongTextFitsIntoAForm() throws IOException, InterruptedException {
        var anna = caller.api.person("Анна", "ru");
        anna.says("/start");
        var form = "chat_id=" + anna.id() + "&text=" + URLEncoder.encode("щ".repeat(4096), StandardCharsets.UTF_8);

        var answer =
                caller.post("/bot" + caller.api.token() + "/sendMessage", "application/x-www-form-urlencoded", form);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsUnknownIsRefused() throws IOException, InterruptedException {
        assertThat(caller.refusal("getNothing", new JsonObject())).isEqualTo("404 Not Found");
        assertThat(caller.get("/bot1:unknown/getMe").statusCode()).isEqualTo(401);
        assertThat(caller.get("/bot/getMe").statusCode()).isEqualTo(404);
        assertThat(caller.post("/bot" + caller.api.token() + "/getMe", "application/json", "{")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRevokedTokenOpensNothingAndANewOneDoes() throws IOException, InterruptedException {
        caller.api.revokeToken();

        assertThat(caller.refusal("getMe", new JsonObject())).isEqualTo("401 Unauthorized");

        caller.api.renewToken();

        assertThat(caller.call("getMe").getBoolean("ok")).isTrue();
    }

    @Test
    void aFileIsFoundUnderItsPathUnlessItIsTooBig() throws IOException, InterruptedException {
        var anna = caller.api.person("Анна", "ru");
        var receipt = new Upload("чек.pdf", "application/pdf", Buffer.buffer("%PDF чек 🌱"));
        anna.sendsDocument(receipt, "чек");
        anna.sendsDocument(receipt, 21 << 20, "");
        var documents = caller.updates(0).stream()
                .map(update -> update.getJsonObject("message").getJsonObject("document"))
                .toList();

        var found = caller.result("getFile", id(documents.getFirst()));

        assertThat(documents.getFirst().getString("file_name")).isEqualTo("чек.pdf");
        assertThat(caller.get("/file/bot" + caller.api.token() + "/" + found.getString("file_path"))
                        .body())
                .isEqualTo("%PDF чек 🌱");
        assertThat(caller.refusal("getFile", id(documents.getLast()))).isEqualTo("400 Bad Request: file is too big");
    }

    private static JsonObject id(JsonObject document) {
        return new JsonObject().put("file_id", document.getString("file_id"));
    }
}
