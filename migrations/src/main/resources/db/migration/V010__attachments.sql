-- The files of a message, inbound or outbound. The bot keeps them as they are; like messages they are not tracked.
CREATE TABLE attachment (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id bigint NOT NULL REFERENCES message,
    name       text   NOT NULL,
    media_type text   NOT NULL,
    content    bytea  NOT NULL
);

CREATE INDEX attachment_message ON attachment (message_id);

-- An answer names the message that it answers by the number that the other side gave it.
CREATE INDEX message_sent ON message (conversation_id, external_id) WHERE direction = 'out' AND external_id IS NOT NULL;
