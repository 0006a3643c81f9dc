-- A message is a row: inbox, log, timeline and outbox are this one table.

CREATE TABLE conversation (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel     text        NOT NULL,
    account     text        NOT NULL,
    address     text        NOT NULL,
    contact_id  bigint,
    identity    text        NOT NULL DEFAULT 'anonymous' CHECK (identity IN ('anonymous', 'linked', 'verified')),
    owner       text        NOT NULL DEFAULT 'bot' CHECK (owner IN ('bot', 'queue', 'staff')),
    assignee_id bigint,
    state       jsonb       NOT NULL DEFAULT '{}',
    created_at  timestamptz NOT NULL,
    UNIQUE (channel, account, address)
);

CREATE INDEX conversation_contact ON conversation (contact_id);

CREATE TABLE message (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id bigint      NOT NULL REFERENCES conversation,
    channel         text        NOT NULL,
    account         text        NOT NULL,
    direction       text        NOT NULL CHECK (direction IN ('in', 'out')),
    external_id     text,
    status          text        NOT NULL CHECK (status IN ('received', 'handled', 'failed', 'queued', 'sending', 'sent')),
    body            text        NOT NULL DEFAULT '',
    raw             bytea,
    -- What a body cannot hold: buttons of a reply; the pressed button, the sign-in code, the files of an inbound message.
    payload         jsonb       NOT NULL DEFAULT '{}',
    language        text,
    -- What the bot understood (acts, intents, entities), for audit and retraining.
    understanding   jsonb,
    in_reply_to     bigint REFERENCES message,
    attempts        int         NOT NULL DEFAULT 0,
    -- Not to be handled or sent before this instant; null: at once, whatever the clock does.
    due_at          timestamptz,
    -- While a message is being sent: when another node may take it over.
    lease_until     timestamptz,
    error           text,
    received_at     timestamptz NOT NULL,
    sent_at         timestamptz,
    handled_at      timestamptz
);

CREATE UNIQUE INDEX message_external ON message (channel, account, external_id) WHERE direction = 'in';
CREATE INDEX message_conversation ON message (conversation_id, id);
CREATE INDEX message_received ON message (conversation_id, id) WHERE status = 'received';
CREATE INDEX message_received_first ON message (id) WHERE status = 'received';
CREATE INDEX message_unsent ON message (conversation_id, id) WHERE status IN ('queued', 'sending');
CREATE INDEX message_unsent_first ON message (channel, id) WHERE status IN ('queued', 'sending');

-- Bearer tokens of channels that have no identity of their own. Only the hash is kept. The conversation itself begins with
-- its first message.
CREATE TABLE session (
    token_hash bytea PRIMARY KEY,
    channel    text        NOT NULL,
    account    text        NOT NULL,
    address    text        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);

CREATE INDEX session_address ON session (channel, account, address);
CREATE INDEX session_revoked ON session (channel, account, address) WHERE revoked_at IS NOT NULL;

-- Addresses with an open connection, and the node that holds it: only that node sends to them.
CREATE TABLE presence (
    channel text        NOT NULL,
    account text        NOT NULL,
    address text        NOT NULL,
    node    text        NOT NULL,
    since   timestamptz NOT NULL,
    PRIMARY KEY (channel, account, address)
);

CREATE INDEX presence_node ON presence (node);
