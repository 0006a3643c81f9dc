package org.otklik.channels;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;

/** What the bot lends a channel. Methods block; call them on virtual threads or workers, never on an event loop. */
public interface ChannelHost {
    /**
     * Stores a message in a transaction of its own, before the channel acknowledges it. Characters that the database can't hold
     * (U+0000) are dropped from the text; the raw form keeps them.
     */
    Accepted accept(InboundMessage message);

    /**
     * Stores several messages in their order, in one transaction where the store takes them all.
     *
     * @return what became of each, up to the first for which the store could not be reached: those after it have not been tried
     */
    List<Accepted> accept(List<InboundMessage> messages);

    Sessions sessions();

    Checkpoints checkpoints();

    /**
     * Gives staff a task, for what a channel can't settle by itself.
     *
     * @param matter what it is about, among the channel's own: however often it is told, there is one task
     * @throws StoreUnavailable when nobody can be told now
     */
    void tell(String matter, Text task);

    /** The messages of a conversation after a given one, oldest first; the newest ones when there are more than the limit. */
    List<HistoryEntry> history(Address address, long afterId, int limit);

    /**
     * Whether something that came from there has not been answered or otherwise dealt with yet.
     *
     * @throws StoreUnavailable when it can't be asked now
     */
    boolean isWaiting(Address address);

    /** Says that the other side is connected to this node, so that replies waiting for it can go out. */
    void attach(Address address);

    /** Says that its last connection to this node has ended. */
    void detach(Address address);

    /** The routes of the bot's HTTP server. */
    Router routes();

    Vertx vertx();

    Texts texts();

    /** The organisation's name as it is written in a language. */
    String organization(Language language);

    Clock clock();
}
