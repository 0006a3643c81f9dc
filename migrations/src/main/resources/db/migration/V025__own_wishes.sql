-- What people outside wish of the organisation: pauses of a monthly gift, fewer letters, proofs that an address is theirs.

-- The day from which a paused gift goes on by itself; next_due_on stays, so that the day of the month is not lost.
ALTER TABLE recurring_gift ADD COLUMN resumes_on date;

CREATE TABLE mailing_preference (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id bigint      NOT NULL REFERENCES contact,
    frequency  text        NOT NULL CHECK (frequency IN ('week', 'month', 'quarter', 'half_year', 'year', 'less')),
    -- In the person's own words: which subjects only, how often exactly.
    words      text        NOT NULL,
    at         timestamptz NOT NULL,
    message_id bigint REFERENCES message
);

CREATE INDEX mailing_preference_contact ON mailing_preference (contact_id, at);

-- A letter with a button went to an address; whoever presses it reads what comes there.
CREATE TABLE address_proof (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    purpose    text        NOT NULL CHECK (purpose IN ('export', 'erasure', 'newsletter')),
    address    text        NOT NULL,
    -- Empty where nobody is known to have the address.
    contact_id bigint REFERENCES contact,
    case_id    bigint REFERENCES service_case,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

CALL track_changes('mailing_preference');
CALL track_changes('address_proof');
