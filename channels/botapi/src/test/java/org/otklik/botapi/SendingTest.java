package org.otklik.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.botapi.Caller.SOON;
import static org.otklik.botapi.Caller.text;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.botapi.people.Person;
import org.otklik.botapi.wire.Upload;

/** What a bot sends, and what is wrong with it. */
class SendingTest {
    private final Caller caller = new Caller();
    private final Person anna = caller.api.person("Анна", "ru");

    @BeforeEach
    void start() {
        anna.says("/start");
    }

    @AfterEach
    void stop() {
        caller.close();
    }

    private JsonObject toAnna(String text) {
        return text(anna.id(), text);
    }

    private static JsonObject buttons(String label, String data) {
        return new JsonObject()
                .put(
                        "inline_keyboard",
                        new JsonArray()
                                .add(new JsonArray()
                                        .add(new JsonObject().put("text", label).put("callback_data", data))));
    }

    @Test
    void aMessageArrivesWithItsButtonsAndWhatItAnswers() throws IOException, InterruptedException {
        int question = anna.says("Сколько?");

        caller.result(
                "sendMessage",
                toAnna("500 ₽?")
                        .put("reply_markup", buttons("Верно ✅", "да"))
                        .put("reply_parameters", new JsonObject().put("message_id", question)));

        var reply = anna.chat().next(SOON);
        assertThat(reply.text()).isEqualTo("500 ₽?");
        assertThat(reply.labels()).containsExactly("Верно ✅");
        assertThat(reply.repliesTo()).contains(question);
    }

    @Test
    void textsHaveToBeThereAndShort() throws IOException, InterruptedException {
        assertThat(caller.refusal("sendMessage", toAnna(" \n "))).isEqualTo("400 Bad Request: message text is empty");
        assertThat(caller.call("sendMessage", toAnna("я".repeat(4096))).getBoolean("ok"))
                .isTrue();
        assertThat(caller.refusal("sendMessage", toAnna("🌱".repeat(2048) + "я")))
                .isEqualTo("400 Bad Request: message is too long");
    }

    @Test
    void halfAnEmojiIsNoText() throws IOException, InterruptedException {
        var answer = caller.post(
                "/bot" + caller.api.token() + "/sendMessage",
                "application/json",
                "{\"chat_id\": %d, \"text\": \"half of \\ud83c\"}".formatted(anna.id()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("text must be encoded in UTF-8");
    }

    @Test
    void dataOfAButtonHas64Bytes() throws IOException, InterruptedException {
        var fits = toAnna("?").put("reply_markup", buttons("да", "я".repeat(32)));
        var doesNot = toAnna("?").put("reply_markup", buttons("да", "я".repeat(32) + "!"));

        assertThat(caller.call("sendMessage", fits).getBoolean("ok")).isTrue();
        assertThat(caller.refusal("sendMessage", doesNot)).isEqualTo("400 Bad Request: BUTTON_DATA_INVALID");
    }

    @Test
    void htmlIsReadOrRefused() throws IOException, InterruptedException {
        var sent = caller.result(
                "sendMessage", toAnna("<b>Ёж &amp; <i>🌱</i></b> &lt;3").put("parse_mode", "HTML"));

        assertThat(sent.getString("text")).isEqualTo("Ёж & 🌱 <3");
        assertThat(sent.getJsonArray("entities"))
                .containsExactly(
                        new JsonObject().put("type", "bold").put("offset", 0).put("length", 7),
                        new JsonObject().put("type", "italic").put("offset", 5).put("length", 2));
        Map.of(
                        "a <script>", "Unsupported start tag \"script\" at byte offset 2",
                        "ё <b>x", "Can't find end tag corresponding to start tag \"b\"",
                        "<b><i>x</b></i>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"",
                        "5 < 6", "Unclosed start tag at byte offset 2")
                .forEach((html, why) ->
                        assertThat(refusedHtml(html)).isEqualTo("400 Bad Request: can't parse entities: " + why));
    }

    private String refusedHtml(String html) {
        try {
            return caller.refusal("sendMessage", toAnna(html).put("parse_mode", "HTML"));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void entitiesHaveToLieInTheTextAndSplitNothing() throws IOException, InterruptedException {
        assertThat(caller.call("sendMessage", bold("🌱 да", 0, 2)).getBoolean("ok"))
                .isTrue();
        assertThat(caller.refusal("sendMessage", bold("🌱 да", 1, 2))).contains("begins in a middle");
        assertThat(caller.refusal("sendMessage", bold("да 🌱", 0, 4))).contains("ends in a middle");
        assertThat(caller.refusal("sendMessage", bold("да", 1, 2))).contains("ends after the end of the text");
        assertThat(caller.refusal("sendMessage", bold("да", -1, 1))).contains("incorrect offset -1");
    }

    private JsonObject bold(String text, int offset, int length) {
        return toAnna(text)
                .put(
                        "entities",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("type", "bold")
                                        .put("offset", offset)
                                        .put("length", length)));
    }

    @Test
    void onlyWhoHasWrittenIsWrittenTo() throws IOException, InterruptedException {
        var stranger = caller.api.person("Пётр", "ru");

        assertThat(caller.refusal("sendMessage", text(4711, "?"))).isEqualTo("400 Bad Request: chat not found");
        assertThat(caller.refusal("sendMessage", new JsonObject().put("text", "?")))
                .isEqualTo("400 Bad Request: chat_id is empty");
        assertThat(caller.refusal("sendMessage", text(stranger.id(), "?")))
                .isEqualTo("403 Forbidden: bot can't initiate conversation with a user");
        anna.blocks();
        assertThat(caller.refusal("sendMessage", toAnna("?"))).isEqualTo("403 Forbidden: bot was blocked by the user");
        anna.unblocks();
        assertThat(caller.call("sendMessage", toAnna("?")).getBoolean("ok")).isTrue();
    }

    @Test
    void aGroupThatGrewHasAnotherId() throws IOException, InterruptedException {
        var small = caller.api.chats().smallGroup("Волонтёры");
        var large = caller.api.chats().upgrade(small);

        var answer = caller.call("sendMessage", text(small.id(), "?"));

        assertThat(answer.getInteger("error_code")).isEqualTo(400);
        assertThat(answer.getJsonObject("parameters").getLong("migrate_to_chat_id"))
                .isEqualTo(large.id());
    }

    @Test
    void aMessageIsEditedUnlessNothingChanges() throws IOException, InterruptedException {
        int id = caller.result("sendMessage", toAnna("раз").put("reply_markup", buttons("да", "1")))
                .getInteger("message_id");
        var same = toAnna("раз").put("message_id", id).put("reply_markup", buttons("да", "1"));

        assertThat(caller.refusal("editMessageText", same)).startsWith("400 Bad Request: message is not modified");
        caller.result("editMessageText", toAnna("два").put("message_id", id));
        assertThat(caller.refusal("editMessageText", toAnna("?").put("message_id", 4711)))
                .isEqualTo("400 Bad Request: message to edit not found");
        assertThat(caller.refusal(
                        "editMessageReplyMarkup",
                        new JsonObject().put("chat_id", anna.id()).put("message_id", id)))
                .startsWith("400 Bad Request: message is not modified");

        assertThat(anna.chat().fromBot()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("два");
            assertThat(message.earlier()).containsExactly("раз");
            assertThat(message.buttons()).isEmpty();
        });
    }

    @Test
    void aDeletedMessageIsGone() throws IOException, InterruptedException {
        int id = caller.result("sendMessage", toAnna("раз")).getInteger("message_id");
        var named = new JsonObject().put("chat_id", anna.id()).put("message_id", id);

        assertThat(caller.call("deleteMessage", named).getBoolean("result")).isTrue();
        assertThat(anna.chat().fromBot()).isEmpty();
        assertThat(caller.refusal("deleteMessage", named)).isEqualTo("400 Bad Request: message to delete not found");
    }

    @Test
    void aPressIsAnsweredUntilItIsTooOld() throws IOException, InterruptedException {
        caller.result("sendMessage", toAnna("?").put("reply_markup", buttons("да", "1")));
        var press = anna.presses("да").orElseThrow();
        var query = new JsonObject().put("callback_query_id", press).put("text", "записано");

        assertThat(caller.updates(-1).getLast().getJsonObject("callback_query").getString("data"))
                .isEqualTo("1");
        caller.call("answerCallbackQuery", query);
        assertThat(caller.api.callbacks().await(press, SOON).text()).isEqualTo("записано");

        caller.api.callbacks().expire(press);
        assertThat(caller.refusal("answerCallbackQuery", query)).startsWith("400 Bad Request: query is too old");
    }

    @Test
    void aPersonsNumberIsAskedForInPrivateOnly() throws IOException, InterruptedException {
        var keyboard = new JsonObject()
                .put(
                        "keyboard",
                        new JsonArray()
                                .add(new JsonArray()
                                        .add(new JsonObject()
                                                .put("text", "Мой номер")
                                                .put("request_contact", true))));
        var group = caller.api.group("Волонтёры");
        caller.result("sendMessage", toAnna("?").put("reply_markup", keyboard));

        anna.presses("Мой номер");

        assertThat(caller.updates(-1)
                        .getLast()
                        .getJsonObject("message")
                        .getJsonObject("contact")
                        .getLong("user_id"))
                .isEqualTo(anna.id());
        assertThat(caller.refusal("sendMessage", text(group.id(), "?").put("reply_markup", keyboard)))
                .isEqualTo("400 Bad Request: phone number can be requested in private chats only");
    }

    @Test
    void filesAreUploadedAloneOrAsAnAlbum() throws IOException, InterruptedException {
        var path = "/bot" + caller.api.token() + "/";
        var to = new JsonObject().put("chat_id", anna.id());
        var list = new Upload("список.csv", "text/csv", Buffer.buffer("имя;сумма\n"));
        var picture = new Upload("a.png", "image/png", Buffer.buffer(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1}));
        var media = new JsonArray()
                .add(new JsonObject().put("type", "photo").put("media", "attach://a"))
                .add(new JsonObject().put("type", "photo").put("media", "attach://b"));

        assertThat(caller.multipart(path + "sendDocument", to, List.of(new Caller.Part("document", list)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.multipart(path + "sendPhoto", to, List.of(new Caller.Part("photo", list)))
                        .body())
                .contains("IMAGE_PROCESS_FAILED");
        assertThat(caller.multipart(
                                path + "sendMediaGroup",
                                to.copy().put("media", media.encode()),
                                List.of(new Caller.Part("a", picture), new Caller.Part("b", picture)))
                        .statusCode())
                .isEqualTo(200);

        var sent = anna.chat().fromBot();
        assertThat(sent).hasSize(3);
        assertThat(sent.getFirst().json().getJsonObject("document").getString("file_name"))
                .isEqualTo("список.csv");
        assertThat(sent.get(1).json().getString("media_group_id"))
                .isEqualTo(sent.get(2).json().getString("media_group_id"));
    }

    @Test
    void actionsAreSeen() throws IOException, InterruptedException {
        caller.call("sendChatAction", new JsonObject().put("chat_id", anna.id()).put("action", "typing"));

        assertThat(anna.chat().awaitActions(1, SOON)).containsExactly("typing");
    }

    @Test
    void commandsAreKeptForEachLanguage() throws IOException, InterruptedException {
        caller.call("setMyCommands", commands("help", "What I can do"));
        caller.call("setMyCommands", commands("help", "Что я умею").put("language_code", "ru"));

        assertThat(caller.api.commands("ru")).containsEntry("help", "Что я умею");
        assertThat(caller.api.commands("")).containsEntry("help", "What I can do");
        assertThat(caller.refusal("setMyCommands", commands("Помощь", "?")))
                .isEqualTo("400 Bad Request: BOT_COMMAND_INVALID");
    }

    private static JsonObject commands(String command, String description) {
        return new JsonObject()
                .put(
                        "commands",
                        new JsonArray()
                                .add(new JsonObject().put("command", command).put("description", description)));
    }
}
