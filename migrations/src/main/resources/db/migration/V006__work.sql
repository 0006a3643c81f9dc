-- What staff do: interactions, tasks and cases.

CREATE TABLE interaction (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id  bigint NOT NULL REFERENCES contact,
    kind        text   NOT NULL CHECK (kind IN ('call', 'meeting', 'email', 'letter', 'message', 'visit', 'event', 'note')),
    direction   text   CHECK (direction IN ('in', 'out')),
    happened_on date   NOT NULL,
    summary     text   NOT NULL,
    channel     text,
    logged_by   bigint REFERENCES staff,
    message_id  bigint REFERENCES message
);

CREATE INDEX interaction_contact ON interaction (contact_id, happened_on);

CREATE TABLE task (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title       text NOT NULL,
    due_at      timestamptz,
    assignee_id bigint REFERENCES staff,
    contact_id  bigint REFERENCES contact,
    status      text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'cancelled')),
    origin      text NOT NULL CHECK (origin IN ('staff', 'survey', 'at_risk', 'renewal', 'case', 'import', 'system'))
);

CREATE INDEX task_open ON task (assignee_id, due_at) WHERE status = 'open';

CREATE SEQUENCE service_case_number START 101;

CREATE TABLE service_case (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number             bigint      NOT NULL UNIQUE DEFAULT nextval('service_case_number'),
    contact_id         bigint REFERENCES contact,
    kind               text        NOT NULL CHECK (kind IN ('question', 'complaint', 'request', 'payment', 'privacy')),
    status             text        NOT NULL CHECK (status IN ('new', 'open', 'waiting', 'resolved')),
    priority           text        NOT NULL CHECK (priority IN ('low', 'normal', 'high')),
    subject            text        NOT NULL,
    opened_at          timestamptz NOT NULL,
    first_reply_due_at timestamptz,
    first_reply_at     timestamptz,
    resolved_at        timestamptz,
    assignee_id        bigint REFERENCES staff,
    conversation_id    bigint REFERENCES conversation
);

CREATE INDEX service_case_conversation ON service_case (conversation_id);
CREATE INDEX service_case_open ON service_case (first_reply_due_at) WHERE status <> 'resolved';

CALL track_changes('interaction');
CALL track_changes('task');
CALL track_changes('service_case');
