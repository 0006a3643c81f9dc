package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.schema.Tables.ATTACHMENT;
import static org.otklik.schema.Tables.MESSAGE;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Accepted;
import org.otklik.channels.Attachment;
import org.otklik.channels.InboundMessage;

/** Pictures that were sent as one and come one by one. */
class AlbumsTest {
    private final TestNode node = new TestNode();
    private final Visitor anna = Visitor.named("anna");

    @AfterEach
    void close() {
        node.close();
    }

    private InboundMessage picture(String id, String words, String album) {
        return anna.says(id, words)
                .ofAlbum(album)
                .withAttachments(List.of(new Attachment(id + ".jpg", "image/jpeg", Buffer.buffer(id))));
    }

    @Test
    void theyAreOneMessageWithTheWordsOfWhicheverHasThem() {
        node.inbox().accept(picture("1", "", "a"));
        node.inbox().accept(picture("2", "три чека 🐾", "a"));
        node.inbox().accept(picture("3", "", "a"));

        var message = node.messages("in");
        assertThat(message).singleElement().satisfies(row -> {
            assertThat(row.getBody()).isEqualTo("три чека 🐾");
            assertThat(row.getDueAt()).isEqualTo(node.clock().instant().plus(Duration.ofSeconds(1)));
            assertThat(Json.read(row.getPayload(), Payload.Received.class).files())
                    .isEqualTo(3);
        });
        assertThat(node.database()
                        .sql()
                        .select(ATTACHMENT.NAME)
                        .from(ATTACHMENT)
                        .orderBy(ATTACHMENT.ID)
                        .fetch(ATTACHMENT.NAME))
                .containsExactly("1.jpg", "2.jpg", "3.jpg");
    }

    @Test
    void aPictureThatComesTwiceIsThereOnce() {
        var first = picture("1", "чеки 🐾", "a");
        var second = picture("2", "", "a");
        node.inbox().accept(first);
        node.inbox().accept(second);

        assertThat(node.inbox().accept(second)).isEqualTo(Accepted.DUPLICATE);
        assertThat(node.inbox().accept(first)).isEqualTo(Accepted.DUPLICATE);

        assertThat(node.database().sql().fetchCount(ATTACHMENT)).isEqualTo(2);
    }

    @Test
    void twoAlbumsAreTwoMessages() {
        node.inbox().accept(picture("1", "раз 🐾", "a"));
        node.inbox().accept(picture("2", "два", "b"));

        assertThat(node.messages("in")).hasSize(2);
    }

    @Test
    void whatComesAfterItsTurnIsAMessageOfItsOwnAndOnceOnly() {
        node.inbox().accept(picture("1", "чеки 🐾", "a"));
        node.database().sql().update(MESSAGE).set(MESSAGE.STATUS, "handled").execute();
        var late = picture("2", "", "a");

        assertThat(node.inbox().accept(late)).isEqualTo(Accepted.STORED);
        assertThat(node.inbox().accept(late)).isEqualTo(Accepted.DUPLICATE);
        assertThat(node.messages("in")).hasSize(2);
    }

    @Test
    void aPictureThatWentToAnEarlierMessageOfItsAlbumIsNotRepeatedByALaterOne() {
        node.inbox().accept(picture("1", "чеки 🐾", "a"));
        var early = picture("2", "", "a");
        node.inbox().accept(early);
        node.database().sql().update(MESSAGE).set(MESSAGE.STATUS, "handled").execute();
        node.inbox().accept(picture("3", "", "a"));

        assertThat(node.inbox().accept(early)).isEqualTo(Accepted.DUPLICATE);
        assertThat(node.messages("in")).hasSize(2);
        assertThat(node.database().sql().fetchCount(ATTACHMENT)).isEqualTo(3);
    }
}
