-- Who has asked to see a restricted contact, and until when a yes holds.
CREATE TABLE access_request (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id bigint      NOT NULL REFERENCES contact,
    staff_id   bigint      NOT NULL REFERENCES staff,
    task_id    bigint REFERENCES task ON DELETE SET NULL,
    status     text        NOT NULL CHECK (status IN ('asked', 'granted', 'refused')),
    asked_at   timestamptz NOT NULL,
    decided_by bigint REFERENCES staff,
    ends_at    timestamptz,
    CHECK (status <> 'granted' OR ends_at IS NOT NULL)
);

CREATE INDEX access_request_contact ON access_request (contact_id, staff_id);

CALL track_changes('access_request');

-- The one spelling that stands for the whole name, family name first: by it namesakes are found among each other.
ALTER TABLE contact_name_form ADD COLUMN is_whole boolean NOT NULL DEFAULT false;

CREATE INDEX contact_name_form_whole ON contact_name_form (form) WHERE is_whole;
