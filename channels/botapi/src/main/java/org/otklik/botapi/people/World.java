package org.otklik.botapi.people;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import org.otklik.botapi.chats.Callbacks;
import org.otklik.botapi.chats.Chats;
import org.otklik.botapi.files.Files;
import org.otklik.botapi.updates.Updates;
import org.otklik.botapi.waiting.Monitor;

/**
 * Where people do what they do.
 *
 * @param bot as a User
 * @param clock dates what they write
 */
public record World(
        Monitor monitor, Chats chats, Updates updates, Files files, Callbacks callbacks, JsonObject bot, Clock clock) {}
