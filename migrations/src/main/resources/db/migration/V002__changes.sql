-- Every row of a domain table that a transaction touches, before and after, with who did it and from which message.
-- The writer says who and when by SET LOCAL (otklik.*); a write that says nothing is refused, so that nothing escapes.

CREATE SEQUENCE turn_id;

CREATE TABLE change (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    turn_id    bigint      NOT NULL,
    table_name text        NOT NULL,
    row_id     bigint      NOT NULL,
    op         text        NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
    before     jsonb,
    after      jsonb,
    by_staff   bigint,
    by_contact bigint,
    message_id bigint REFERENCES message,
    at         timestamptz NOT NULL,
    undone_at  timestamptz
);

CREATE INDEX change_turn ON change (turn_id);
CREATE INDEX change_row ON change (table_name, row_id, id);

CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    turn text := current_setting('otklik.turn_id', true);
    touched bigint;
BEGIN
    IF turn IS NULL OR turn = '' THEN
        RAISE EXCEPTION '% of % without a change context', TG_OP, TG_TABLE_NAME;
    END IF;
    touched := CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END;
    INSERT INTO change (turn_id, table_name, row_id, op, before, after, by_staff, by_contact, message_id, at)
    VALUES (turn::bigint, TG_TABLE_NAME, touched, lower(TG_OP),
            CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END,
            CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END,
            nullif(current_setting('otklik.by_staff', true), '')::bigint,
            nullif(current_setting('otklik.by_contact', true), '')::bigint,
            nullif(current_setting('otklik.message_id', true), '')::bigint,
            current_setting('otklik.at')::timestamptz);
    RETURN NULL;
END $$;

CREATE PROCEDURE track_changes(domain_table regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON %s '
                   'FOR EACH ROW EXECUTE FUNCTION record_change()', domain_table);
END $$;
