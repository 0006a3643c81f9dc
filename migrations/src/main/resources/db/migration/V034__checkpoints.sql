-- How far each channel has read its sources, in words of its own.
CREATE TABLE checkpoint (
    channel text        NOT NULL,
    place   text        NOT NULL,
    value   text        NOT NULL,
    kept_at timestamptz NOT NULL,
    PRIMARY KEY (channel, place)
);

-- What a channel has told staff, so that it is told once.
CREATE TABLE channel_matter (
    channel text        NOT NULL,
    matter  text        NOT NULL,
    told_at timestamptz NOT NULL,
    PRIMARY KEY (channel, matter)
);
