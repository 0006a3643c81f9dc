-- A colleague who is invited in a chat becomes a member of staff when the code is used, not before.
ALTER TABLE one_time_code ADD COLUMN name text;
ALTER TABLE one_time_code ADD COLUMN role text
    CHECK (role IN ('admin', 'manager', 'fundraiser', 'field', 'volunteer_coordinator'));

-- Codes that were typed and fit nothing: who guesses is soon not heard any more.
CREATE TABLE code_try (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id bigint      NOT NULL REFERENCES conversation,
    at              timestamptz NOT NULL
);

CREATE INDEX code_try_at ON code_try (at);

CALL track_changes('code_try');
