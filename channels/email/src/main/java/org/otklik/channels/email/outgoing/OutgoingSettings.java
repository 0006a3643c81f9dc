package org.otklik.channels.email.outgoing;

import java.util.function.Function;
import org.otklik.channels.email.connection.MailServer;
import org.otklik.i18n.Language;

/**
 * The mail server that mails go out through, and in whose name.
 *
 * @param address the one that mails are from, and that answers and bounces go to
 * @param name the sender's, in the language of the reader
 * @param ratePerMinute how many mails at most the server takes in any minute
 */
public record OutgoingSettings(MailServer server, String address, Function<Language, String> name, int ratePerMinute) {}
