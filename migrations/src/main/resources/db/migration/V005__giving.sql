CREATE TABLE recurring_gift (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id  bigint         NOT NULL REFERENCES contact,
    amount      numeric(14, 2) NOT NULL CHECK (amount > 0),
    currency    text           NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    period      text           NOT NULL CHECK (period IN ('month', 'quarter', 'year')),
    next_due_on date,
    ends_on     date,
    status      text           NOT NULL CHECK (status IN ('active', 'paused', 'ended'))
);

CREATE TABLE gift (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id        bigint NOT NULL REFERENCES contact,
    amount            numeric(14, 2) CHECK (amount > 0),
    currency          text CHECK (currency ~ '^[A-Z]{3}$'),
    status            text   NOT NULL CHECK (status IN ('pledged', 'reported', 'received', 'cancelled', 'refunded')),
    kind              text   NOT NULL DEFAULT 'money' CHECK (kind IN ('money', 'in_kind')),
    expected_on       date,
    received_on       date,
    fund              text,
    campaign_id       bigint,
    recurring_gift_id bigint REFERENCES recurring_gift,
    reconciled_at     timestamptz,
    source            text,
    message_id        bigint REFERENCES message,
    CHECK (amount IS NULL OR kind = 'in_kind' OR currency IS NOT NULL),
    CHECK (status <> 'received' OR received_on IS NOT NULL)
);

CREATE INDEX gift_contact ON gift (contact_id);
CREATE INDEX gift_received ON gift (received_on) WHERE status = 'received';

CALL track_changes('recurring_gift');
CALL track_changes('gift');
