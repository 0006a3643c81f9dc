package org.otklik.links;

import static org.jooq.impl.DSL.select;
import static org.otklik.schema.Tables.MESSAGE;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.otklik.channels.Button;
import org.otklik.channels.Capabilities;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.Delivery;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.Threading;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.store.Database;

/**
 * A channel whose messages have no buttons: choices are written below the text. In an answer they are numbered, to be answered with the
 * number; in a message that nobody has asked for, each is a link, which proves that its reader has got the message.
 */
public final class SpelledChoices implements Channel {
    private final Channel channel;
    private final Texts texts;
    private final ChoiceLinks links;
    private final Database database;

    public SpelledChoices(Channel channel, Texts texts, ChoiceLinks links, Database database) {
        this.channel = channel;
        this.texts = texts;
        this.links = links;
        this.database = database;
    }

    @Override
    public Delivery send(OutboundMessage message) {
        return channel.send(message.buttons().isEmpty() ? message : spelled(message));
    }

    private OutboundMessage spelled(OutboundMessage message) {
        var choices = isAnswer(message) ? numbered(message) : linked(message);
        return new OutboundMessage(
                message.id(),
                message.to(),
                message.text() + "\n\n" + choices,
                List.of(),
                message.language(),
                message.author(),
                message.attachments(),
                message.threading(),
                message.tables());
    }

    /** Only the choices of an answer are remembered as those that a number can mean. A notice may go on with a thread and is none. */
    private boolean isAnswer(OutboundMessage message) {
        var asked = MESSAGE.as("asked");
        return message.threading().flatMap(Threading::inReplyTo).isPresent()
                && database.sql()
                        .fetchExists(select().from(MESSAGE)
                                .join(asked)
                                .on(asked.ID.eq(MESSAGE.IN_REPLY_TO))
                                .where(MESSAGE.ID.eq(message.id()))
                                .and(asked.DIRECTION.eq("in"))
                                .and(asked.CONVERSATION_ID.eq(MESSAGE.CONVERSATION_ID)));
    }

    private String numbered(OutboundMessage message) {
        var labels = message.buttons().stream().map(Button::label).toList();
        if (labels.size() == 1) {
            return texts.say(
                    message.language(), Text.of(LinksText.ANSWER_WITH_ONE).with("label", labels.getFirst()));
        }
        return IntStream.range(0, labels.size())
                        .mapToObj(i -> (i + 1) + ". " + labels.get(i))
                        .collect(Collectors.joining("\n"))
                + "\n\n"
                + texts.say(message.language(), LinksText.ANSWER_WITH_SOME);
    }

    private String linked(OutboundMessage message) {
        return IntStream.range(0, message.buttons().size())
                .mapToObj(i -> texts.say(
                        message.language(),
                        Text.of(LinksText.LINK)
                                .with("label", message.buttons().get(i).label())
                                .with("address", links.of(message.id(), i).toString())))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Capabilities capabilities() {
        return channel.capabilities();
    }

    @Override
    public void start() {
        channel.start();
    }

    @Override
    public ChannelHealth health() {
        return channel.health();
    }

    @Override
    public void close() {
        channel.close();
    }
}
