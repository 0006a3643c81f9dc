-- A picture that is shown within the text of a letter: its name there, and what it shows in words.
ALTER TABLE attachment ADD COLUMN content_id text;
ALTER TABLE attachment ADD COLUMN alternative text;
ALTER TABLE attachment ADD CHECK ((content_id IS NULL) = (alternative IS NULL));

-- What a colleague has asked for by mail and confirms with a code: which command, and for whom the code works. The command is kept
-- as it will be done, so that a code confirms nothing else. Not tracked: an undo must not make a used code work again.
CREATE TABLE confirmation (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    staff_id   bigint      NOT NULL REFERENCES staff,
    message_id bigint      NOT NULL REFERENCES message,
    action     jsonb       NOT NULL,
    code_hash  bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    tries      int         NOT NULL DEFAULT 0,
    used_at    timestamptz
);

CREATE INDEX confirmation_open ON confirmation (staff_id) WHERE used_at IS NULL;

-- Who has taken people out as a file, how many, and by which condition.
CREATE TABLE export (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    staff_id   bigint      NOT NULL REFERENCES staff,
    message_id bigint      NOT NULL REFERENCES message,
    what       text        NOT NULL,
    contacts   int         NOT NULL,
    made_at    timestamptz NOT NULL
);

CALL track_changes('export');
