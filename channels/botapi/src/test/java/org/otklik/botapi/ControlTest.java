package org.otklik.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.botapi.wire.Upload;

/** Talking to the bot without Telegram. */
class ControlTest {
    private final Caller caller = new Caller();

    @AfterEach
    void stop() {
        caller.close();
    }

    private HttpResponse<String> form(String action, String... fields) throws IOException, InterruptedException {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return caller.post("/stand-in/" + action, "application/x-www-form-urlencoded", form.toString());
    }

    @Test
    void somebodySaysSomethingReadsTheAnswerAndPressesAButton() throws IOException, InterruptedException {
        form("say", "user", "anna", "name", "Анна", "language", "ru", "text", "Здравствуйте");
        var message = caller.updates(0).getLast().getJsonObject("message");
        var buttons = new JsonObject()
                .put(
                        "inline_keyboard",
                        new JsonArray()
                                .add(new JsonArray()
                                        .add(new JsonObject().put("text", "Да").put("callback_data", "1"))));
        caller.result(
                "sendMessage",
                Caller.text(message.getJsonObject("chat").getLong("id"), "Помочь?")
                        .put("reply_markup", buttons));

        assertThat(message.getJsonObject("from").getString("first_name")).isEqualTo("Анна");
        assertThat(caller.get("/stand-in/chat?user=anna").body())
                .isEqualTo("Анна: Здравствуйте\n\notklik_bot: Помочь?\n  [Да]\n");
        form("press", "user", "anna", "label", "Да");
        assertThat(caller.updates(-1).getLast().getJsonObject("callback_query").getString("data"))
                .isEqualTo("1");
        assertThat(form("press", "user", "anna", "label", "Нет").statusCode()).isEqualTo(400);
    }

    @Test
    void aGroupIsNamedByItsTitle() throws IOException, InterruptedException {
        form("say", "user", "anna", "text", "/help", "chat", "Волонтёры");

        assertThat(caller.updates(0)
                        .getLast()
                        .getJsonObject("message")
                        .getJsonObject("chat")
                        .getString("title"))
                .isEqualTo("Волонтёры");
    }

    @Test
    void aFileIsSentAsAFormOfParts() throws IOException, InterruptedException {
        var file = new Upload("доноры.csv", "text/csv", Buffer.buffer("имя\n"));

        var answer = caller.multipart(
                "/stand-in/send",
                new JsonObject().put("user", "anna").put("kind", "document"),
                List.of(new Caller.Part("file", file)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(caller.updates(0)
                        .getLast()
                        .getJsonObject("message")
                        .getJsonObject("document")
                        .getString("file_name"))
                .isEqualTo("доноры.csv");
    }
}
