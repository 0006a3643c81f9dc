CREATE TABLE survey (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug      text  NOT NULL UNIQUE,
    kind      text  NOT NULL CHECK (kind IN ('nps', 'csat', 'custom')),
    trigger   text,
    -- A list of questions, each an object of language to text.
    questions jsonb NOT NULL
);

CREATE TABLE survey_invitation (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    survey_id       bigint      NOT NULL REFERENCES survey,
    contact_id      bigint REFERENCES contact,
    conversation_id bigint REFERENCES conversation,
    reason          text,
    sent_at         timestamptz,
    closed_at       timestamptz
);

CREATE INDEX survey_invitation_contact ON survey_invitation (contact_id);

CREATE TABLE survey_answer (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    invitation_id bigint      NOT NULL REFERENCES survey_invitation,
    score         int,
    comment       text,
    answered_at   timestamptz NOT NULL,
    late          boolean     NOT NULL DEFAULT false
);

CREATE INDEX survey_answer_invitation ON survey_answer (invitation_id);

CALL track_changes('survey');
CALL track_changes('survey_invitation');
CALL track_changes('survey_answer');
