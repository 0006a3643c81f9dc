-- What a nonprofit keeps besides people, gifts and cases: deals, events, volunteers' hours, mailings, alerts and duplicates.

CREATE TABLE deal (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id  bigint NOT NULL REFERENCES contact,
    pipeline    text   NOT NULL CHECK (pipeline IN ('volunteer_contract', 'sponsorship', 'grant', 'major_gift')),
    stage       text   NOT NULL,
    title       text   NOT NULL,
    amount      numeric(14, 2) CHECK (amount > 0),
    currency    text CHECK (currency ~ '^[A-Z]{3}$'),
    expected_on date,
    status      text   NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'won', 'lost')),
    owner_id    bigint REFERENCES staff,
    lost_reason text,
    CHECK (amount IS NULL OR currency IS NOT NULL),
    CONSTRAINT deal_stage_of_pipeline CHECK (
        CASE pipeline
            WHEN 'volunteer_contract' THEN stage IN ('inquiry', 'active', 'ended')
            WHEN 'major_gift' THEN stage IN ('inquiry', 'cultivation', 'asked', 'agreed')
            ELSE stage IN ('inquiry', 'negotiation', 'agreed', 'reported')
        END)
);

CREATE INDEX deal_contact ON deal (contact_id);

-- The way of a deal; the stage that it stands in has no left_at.
CREATE TABLE deal_stage (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deal_id    bigint      NOT NULL REFERENCES deal,
    stage      text        NOT NULL,
    entered_at timestamptz NOT NULL,
    left_at    timestamptz
);

CREATE UNIQUE INDEX deal_stage_present ON deal_stage (deal_id) WHERE left_at IS NULL;

CREATE TABLE event (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- An object of language to text.
    title     jsonb       NOT NULL CHECK (jsonb_typeof(title) = 'object'),
    starts_at timestamptz NOT NULL,
    place     text,
    capacity  int CHECK (capacity >= 0)
);

CREATE INDEX event_starts_at ON event (starts_at);

CREATE TABLE participation (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id   bigint NOT NULL REFERENCES event,
    contact_id bigint NOT NULL REFERENCES contact,
    status     text   NOT NULL CHECK (status IN ('registered', 'cancelled', 'attended', 'no_show')),
    -- People besides the contact.
    guests     int    NOT NULL DEFAULT 0 CHECK (guests >= 0),
    UNIQUE (event_id, contact_id)
);

CREATE INDEX participation_contact ON participation (contact_id);

CREATE TABLE time_entry (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id bigint        NOT NULL REFERENCES contact,
    worked_on  date          NOT NULL,
    hours      numeric(6, 2) NOT NULL CHECK (hours > 0),
    activity   text,
    status     text          NOT NULL CHECK (status IN ('planned', 'submitted', 'approved', 'rejected'))
);

CREATE INDEX time_entry_contact ON time_entry (contact_id, worked_on);

CREATE TABLE segment (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text  NOT NULL UNIQUE,
    -- Looked up anew whenever the segment is used.
    rule jsonb NOT NULL
);

CREATE TABLE campaign (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text  NOT NULL,
    purpose     text  NOT NULL CHECK (purpose IN ('newsletter', 'appeals', 'surveys')),
    segment_id  bigint REFERENCES segment,
    -- An object of language to text.
    texts       jsonb NOT NULL CHECK (jsonb_typeof(texts) = 'object'),
    status      text  NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'approved', 'sending', 'sent', 'paused')),
    approved_by bigint REFERENCES staff
);

CREATE TABLE campaign_recipient (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign_id bigint NOT NULL REFERENCES campaign,
    contact_id  bigint NOT NULL REFERENCES contact,
    status      text   NOT NULL CHECK (status IN ('queued', 'sent', 'bounced', 'replied', 'unsubscribed', 'skipped')),
    reason      text,
    UNIQUE (campaign_id, contact_id)
);

CREATE INDEX campaign_recipient_contact ON campaign_recipient (contact_id);

ALTER TABLE gift ADD FOREIGN KEY (campaign_id) REFERENCES campaign;

CREATE TABLE alert (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id bigint      NOT NULL REFERENCES contact,
    kind       text        NOT NULL
        CHECK (kind IN ('lapsing', 'negative_feedback', 'open_complaint', 'bounced', 'unanswered', 'recurring_failed')),
    raised_at  timestamptz NOT NULL,
    closed_at  timestamptz,
    task_id    bigint REFERENCES task
);

CREATE INDEX alert_open ON alert (contact_id, kind) WHERE closed_at IS NULL;

CREATE TABLE duplicate (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    a_id    bigint NOT NULL REFERENCES contact,
    b_id    bigint NOT NULL REFERENCES contact,
    score   real   NOT NULL,
    reasons text[] NOT NULL DEFAULT '{}',
    status  text   NOT NULL CHECK (status IN ('suggested', 'merged', 'rejected')),
    CHECK (a_id <> b_id)
);

CREATE UNIQUE INDEX duplicate_pair ON duplicate (least(a_id, b_id), greatest(a_id, b_id));

-- What the bot may do unasked. The configuration fills it once; from then on the rows decide.
CREATE TABLE automation (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name     text    NOT NULL UNIQUE,
    enabled  boolean NOT NULL,
    settings jsonb   NOT NULL DEFAULT '{}'
);

CALL track_changes('deal');
CALL track_changes('deal_stage');
CALL track_changes('event');
CALL track_changes('participation');
CALL track_changes('time_entry');
CALL track_changes('segment');
CALL track_changes('campaign');
CALL track_changes('campaign_recipient');
CALL track_changes('alert');
CALL track_changes('duplicate');
CALL track_changes('automation');
