-- The letters of one address are one conversation of several threads. Each has what a chat's conversation has: a state, and somebody who
-- answers. The owner of the conversation is then that of the thread which most needs somebody.

CREATE TABLE letter_thread (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id bigint      NOT NULL REFERENCES conversation,
    -- Stands in the address that its letters are answered to. Nobody can guess it.
    token           text        NOT NULL UNIQUE DEFAULT left(replace(gen_random_uuid()::text, '-', ''), 24),
    -- Whether it is proven who writes in it; null while nobody but us has written.
    is_proven       boolean,
    owner           text        NOT NULL DEFAULT 'bot' CHECK (owner IN ('bot', 'queue', 'staff')),
    assignee_id     bigint,
    state           jsonb       NOT NULL DEFAULT '{}',
    touched_at      timestamptz NOT NULL
);

CREATE INDEX letter_thread_conversation ON letter_thread (conversation_id, touched_at);

-- The Message-IDs that the letters of a thread have or name, also those of letters that we never saw.
CREATE TABLE letter_reference (
    message_id text   NOT NULL,
    thread_id  bigint NOT NULL REFERENCES letter_thread,
    PRIMARY KEY (message_id, thread_id)
);

ALTER TABLE message ADD COLUMN thread_id bigint REFERENCES letter_thread;
ALTER TABLE service_case ADD COLUMN thread_id bigint REFERENCES letter_thread;

CREATE INDEX message_thread ON message (thread_id, id) WHERE thread_id IS NOT NULL;

-- When somebody was answered first whose address nothing proves.
CREATE TABLE first_answer (
    conversation_id bigint PRIMARY KEY REFERENCES conversation,
    domain          text        NOT NULL,
    at              timestamptz NOT NULL
);

CREATE INDEX first_answer_at ON first_answer (at);

-- What a member of staff answers was a conversation.
UPDATE conversation
SET state = jsonb_set(state, '{relay}', jsonb_build_object('conversationId', state -> 'relay', 'threadId', NULL))
WHERE jsonb_typeof(state -> 'relay') = 'number';
