-- The key by which links in letters are known for our own. It is made once, here, of the server's own secure randomness.
CREATE TABLE seal_key (
    id  int   PRIMARY KEY CHECK (id = 1),
    key bytea NOT NULL
);

INSERT INTO seal_key (id, key)
VALUES (1, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
