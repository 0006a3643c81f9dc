-- Messages that were not understood, or taken for something else, until an administrator says what they mean. Their words, and what was
-- made of them, stay with the message. Conversations write it, and no record follows from it, so it is not tracked as records are.
CREATE TABLE review (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id     bigint      NOT NULL UNIQUE REFERENCES message,
    reason         text        NOT NULL CHECK (reason IN ('not_understood', 'doubted', 'not_meant', 'taken_back')),
    by_staff       boolean     NOT NULL,
    noted_at       timestamptz NOT NULL,
    -- forgotten: its author was erased, and the line that was made of it is to go from the organisation's utterances.
    status         text        NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'taught', 'dropped', 'forgotten')),
    -- Since when it waits behind the others.
    passed_over_at timestamptz,
    intent         text,
    reviewed_by    bigint REFERENCES staff,
    reviewed_at    timestamptz,
    -- SHA-256 of the line among the organisation's utterances; null until it stands there.
    line           text,
    CHECK (status <> 'taught' OR intent IS NOT NULL)
);

CREATE INDEX review_waiting ON review (coalesce(passed_over_at, noted_at), id) WHERE status = 'waiting';
CREATE INDEX review_unwritten ON review (id) WHERE (status = 'taught' AND line IS NULL) OR status = 'forgotten';
