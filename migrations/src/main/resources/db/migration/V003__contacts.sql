CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE contact (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind IN ('person', 'organization')),
    name         text        NOT NULL,
    given_name   text,
    patronymic   text,
    family_name  text,
    language     text        CHECK (language IN ('en', 'ru')),
    timezone     text,
    restricted   boolean     NOT NULL DEFAULT false,
    owner_id     bigint,
    source       text,
    paused_until date,
    merged_into  bigint REFERENCES contact,
    erased_at    timestamptz,
    created_at   timestamptz NOT NULL
);

CREATE TABLE contact_role (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id bigint NOT NULL REFERENCES contact,
    role       text   NOT NULL CHECK (role IN ('donor', 'volunteer', 'staff', 'board', 'participant', 'partner', 'vendor', 'member')),
    UNIQUE (contact_id, role)
);

CREATE TABLE contact_point (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id bigint  NOT NULL REFERENCES contact,
    kind       text    NOT NULL CHECK (kind IN ('email', 'phone', 'telegram', 'postal', 'web')),
    value      text    NOT NULL,
    status     text    NOT NULL CHECK (status IN ('claimed', 'verified', 'bounced', 'blocked', 'old')),
    preferred  boolean NOT NULL DEFAULT false,
    UNIQUE (contact_id, kind, value)
);

CREATE INDEX contact_point_value ON contact_point (kind, value);

CREATE TABLE relationship (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    from_id bigint NOT NULL REFERENCES contact,
    to_id   bigint NOT NULL REFERENCES contact,
    kind    text   NOT NULL CHECK (kind IN ('employee_of', 'director_of', 'spouse', 'parent', 'household', 'referred_by')),
    UNIQUE (from_id, to_id, kind)
);

CREATE TABLE tag (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id bigint NOT NULL REFERENCES contact,
    tag        text   NOT NULL,
    UNIQUE (contact_id, tag)
);

CREATE TABLE external_ref (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id bigint NOT NULL REFERENCES contact,
    system     text   NOT NULL CHECK (system IN ('salesforce', 'hubspot', 'zoho', 'dynamics', 'pipedrive', 'civicrm', 'amocrm', 'csv')),
    ref        text   NOT NULL,
    UNIQUE (system, ref)
);

-- Every spelling under which a contact can be named: case forms, short names, Latin letters, folded (lower case, no ё).
-- Derived from the contact by the product, so not tracked.
CREATE TABLE contact_name_form (
    contact_id bigint NOT NULL REFERENCES contact ON DELETE CASCADE,
    form       text   NOT NULL,
    PRIMARY KEY (contact_id, form)
);

CREATE INDEX contact_name_form_exact ON contact_name_form (form);
CREATE INDEX contact_name_form_similar ON contact_name_form USING gin (form gin_trgm_ops);

CREATE TABLE consent (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id bigint      NOT NULL REFERENCES contact,
    purpose    text        NOT NULL CHECK (purpose IN ('data_processing', 'newsletter', 'appeals', 'surveys', 'all_mailings')),
    channel    text,
    granted    boolean     NOT NULL,
    at         timestamptz NOT NULL,
    source     text,
    message_id bigint REFERENCES message
);

CREATE INDEX consent_contact ON consent (contact_id, purpose, at);

-- A conversation is not tracked: when the making of its contact is undone, it belongs to nobody again.
ALTER TABLE conversation ADD FOREIGN KEY (contact_id) REFERENCES contact ON DELETE SET NULL;

CALL track_changes('contact');
CALL track_changes('contact_role');
CALL track_changes('contact_point');
CALL track_changes('relationship');
CALL track_changes('tag');
CALL track_changes('external_ref');
CALL track_changes('consent');
