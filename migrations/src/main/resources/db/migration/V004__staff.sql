CREATE TABLE staff (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id bigint  NOT NULL UNIQUE REFERENCES contact,
    role       text    NOT NULL CHECK (role IN ('admin', 'manager', 'fundraiser', 'field', 'volunteer_coordinator')),
    active     boolean NOT NULL DEFAULT true
);

-- One-time proofs: a staff invitation, the link that verifies an address. Only the hash of the code is kept.
CREATE TABLE one_time_code (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code_hash  bytea       NOT NULL UNIQUE,
    purpose    text        NOT NULL CHECK (purpose IN ('staff_invitation')),
    staff_id   bigint REFERENCES staff,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

ALTER TABLE contact ADD FOREIGN KEY (owner_id) REFERENCES staff;
ALTER TABLE conversation ADD FOREIGN KEY (assignee_id) REFERENCES staff;

CALL track_changes('staff');
CALL track_changes('one_time_code');
