package org.otklik.botapi;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.otklik.botapi.limits.Rules;

/**
 * How a stand-in is to be.
 *
 * @param clock dates messages; may be set
 * @param ticker nanoseconds by which the limits are counted, as {@link System#nanoTime}
 * @param token of the bot
 * @param userName of the bot, without @
 * @param port 0 for any that is free
 * @param rules how much the bot may send
 * @param firstNumber of messages and updates; larger at each start of a stand-in that forgets, for a bot that does not
 */
public record BotApiOptions(
        Clock clock, LongSupplier ticker, String token, String userName, int port, Rules rules, int firstNumber) {
    /** A bot with any token, and the limits of the reference written down but not enforced. */
    public static BotApiOptions of(Clock clock) {
        return new BotApiOptions(
                clock,
                System::nanoTime,
                "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
                "otklik_bot",
                0,
                Rules.watched(),
                1);
    }

    public BotApiOptions withTicker(LongSupplier other) {
        return new BotApiOptions(clock, other, token, userName, port, rules, firstNumber);
    }

    public BotApiOptions withPort(int other) {
        return new BotApiOptions(clock, ticker, token, userName, other, rules, firstNumber);
    }

    public BotApiOptions withRules(Rules other) {
        return new BotApiOptions(clock, ticker, token, userName, port, other, firstNumber);
    }

    public BotApiOptions withUserName(String other) {
        return new BotApiOptions(clock, ticker, token, other, port, rules, firstNumber);
    }

    public BotApiOptions withFirstNumber(int other) {
        return new BotApiOptions(clock, ticker, token, userName, port, rules, other);
    }
}
