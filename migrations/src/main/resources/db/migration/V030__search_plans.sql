-- A question has a dozen words, not the thousand rows that PostgreSQL expects of a function: with that guess it reads whole tables
-- where the index would do.
ALTER FUNCTION spelled ROWS 12;

-- The sizes of a new index are unknown until it is looked at, and every question is planned by them.
CREATE PROCEDURE measure_article_index() LANGUAGE sql AS $$
    ANALYZE article, article_passage, passage_term, question_word, synonym, known_word
$$;
