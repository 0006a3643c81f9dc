package org.otklik.channels.telegram.incoming;

/**
 * A file that waits at Telegram's.
 *
 * @param id by which it is asked for (file_id)
 * @param name as its sender calls it; made up for those that have none
 * @param mediaType the sender's word
 */
record TelegramFile(String id, String name, String mediaType) {}
