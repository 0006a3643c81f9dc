package org.otklik.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.botapi.people.Person;
import org.otklik.botapi.wire.Upload;

/** What people do becomes updates such as Telegram's. */
class PeopleTest {
    private static final Upload VOICE = new Upload("voice.oga", "audio/ogg", Buffer.buffer("OggS"));
    private static final Upload PICTURE = new Upload("чек.jpg", "image/jpeg", Buffer.buffer("jpeg"));

    private final Caller caller = new Caller();
    private final Person anna = caller.api.person("Анна", "ru");

    @AfterEach
    void stop() {
        caller.close();
    }

    private JsonObject update() throws IOException, InterruptedException {
        return caller.updates(-1).getLast();
    }

    private JsonObject message() throws IOException, InterruptedException {
        return update().getJsonObject("message");
    }

    @Test
    void aCommandIsMarked() throws IOException, InterruptedException {
        anna.says("/start@otklik_bot 12345678");

        assertThat(message().getJsonArray("entities"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject()
                                .put("type", "bot_command")
                                .put("offset", 0)
                                .put("length", 17)));
        assertThat(message().getJsonObject("from").getString("language_code")).isEqualTo("ru");
        assertThat(message().getJsonObject("chat").getString("type")).isEqualTo("private");
        assertThat(message().getLong("date")).isEqualTo(Caller.NOON.instant().getEpochSecond());
    }

    @Test
    void aNameBehindAnEmojiIsMarkedInUtf16Units() throws IOException, InterruptedException {
        anna.says("🌱 @otklik_bot, напиши на anna@example.org");

        assertThat(message().getJsonArray("entities").stream().map(it -> ((JsonObject) it).getString("type")))
                .containsExactly("mention", "email");
        assertThat(message().getJsonArray("entities").getJsonObject(0).getInteger("offset"))
                .isEqualTo(3);
    }

    @Test
    void aReplyHoldsWhatItAnswersAndAnEditWhatItChanges() throws IOException, InterruptedException {
        int first = anna.says("500");

        anna.repliesTo(first, "нет, 5000");
        assertThat(message().getJsonObject("reply_to_message").getInteger("message_id"))
                .isEqualTo(first);

        anna.edits(first, "5000");
        var edited = update().getJsonObject("edited_message");
        assertThat(edited.getInteger("message_id")).isEqualTo(first);
        assertThat(edited.getString("text")).isEqualTo("5000");
        assertThat(edited.containsKey("edit_date")).isTrue();
    }

    @Test
    void anAlbumIsSeveralMessagesOfOneGroup() throws IOException, InterruptedException {
        anna.sendsAlbum(List.of(PICTURE, PICTURE), "два чека");

        var messages = caller.updates(0).stream()
                .map(update -> update.getJsonObject("message"))
                .toList();
        assertThat(messages).hasSize(2);
        assertThat(messages.getFirst().getString("caption")).isEqualTo("два чека");
        assertThat(messages.getFirst().getString("media_group_id"))
                .isEqualTo(messages.getLast().getString("media_group_id"));
        assertThat(messages.getFirst().getJsonArray("photo")).hasSize(2);
    }

    @Test
    void thereAreVoicesStickersPlacesAndCards() throws IOException, InterruptedException {
        anna.sendsVoice(VOICE, 3);
        assertThat(message().getJsonObject("voice").getInteger("duration")).isEqualTo(3);
        anna.sendsSticker(VOICE, "🙏");
        assertThat(message().getJsonObject("sticker").getString("emoji")).isEqualTo("🙏");
        anna.sendsPlace(55.75, 37.62);
        assertThat(message().getJsonObject("location").getDouble("latitude")).isEqualTo(55.75);
        anna.sendsContact("Пётр", "+7 900 000-00-01");
        assertThat(message().getJsonObject("contact").containsKey("user_id")).isFalse();
        anna.sendsOwnContact("79000000002");
        assertThat(message().getJsonObject("contact").getLong("user_id")).isEqualTo(anna.id());
    }

    @Test
    void inAGroupTheChatIsTheGroup() throws IOException, InterruptedException {
        var group = caller.api.group("Волонтёры");

        anna.in(group).says("/help");

        assertThat(message().getJsonObject("chat").getLong("id")).isEqualTo(group.id());
        assertThat(message().getJsonObject("from").getLong("id")).isEqualTo(anna.id());
        assertThat(group.id()).isNegative();
    }

    @Test
    void whoBlocksTheBotIsSeenDoingIt() throws IOException, InterruptedException {
        anna.says("/start");

        anna.blocks();

        assertThat(update().getJsonObject("my_chat_member")
                        .getJsonObject("new_chat_member")
                        .getString("status"))
                .isEqualTo("kicked");
    }

    @Test
    void anyDataCanBePressed() throws IOException, InterruptedException {
        anna.says("/start");
        int message = caller.result("sendMessage", Caller.text(anna.id(), "?")).getInteger("message_id");

        anna.pressesData(message, "чужое");

        assertThat(update().getJsonObject("callback_query").getString("data")).isEqualTo("чужое");
    }
}
