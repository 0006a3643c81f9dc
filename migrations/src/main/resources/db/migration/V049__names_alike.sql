-- A name that is typed with a slip is compared with whole names, of which a contact has one, and not with each of its hundred forms.
DROP INDEX contact_name_form_similar;
CREATE INDEX contact_name_form_similar ON contact_name_form USING gin (form gin_trgm_ops) WHERE is_whole;

-- A parameter of an extension can be set for a function only once the extension is at work.
DO 'BEGIN PERFORM similarity(''a'', ''a''); END';

-- The contacts whose whole name has something that looks like what was said, the likest first.
CREATE FUNCTION contacts_like(said text, at_most int) RETURNS TABLE (id bigint) LANGUAGE sql STABLE
SET pg_trgm.word_similarity_threshold = 0.3 AS $$
    SELECT contact_id
    FROM contact_name_form
    WHERE is_whole AND said <% form
    ORDER BY word_similarity(said, form) DESC, contact_id
    LIMIT at_most
$$;
