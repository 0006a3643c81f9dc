-- A question was compared with each of a thousand phrases; now with those that begin with one of its words.
CREATE FUNCTION opening(phrase tsquery) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT substring(phrase::text FROM '''([^'']+)''')
$$;

CREATE INDEX synonym_opening ON synonym (language, opening(said)) WHERE lexeme = '';

-- The passages that share words or meanings with a question, best first. The score weighs what a passage holds of the question
-- against what it misses: 1 when nothing is missed, 0 when all is. What few articles say counts more than what many say; what
-- none says is missed dearly.
CREATE OR REPLACE FUNCTION search_passages(question text, lang text)
    RETURNS TABLE (article_id bigint, "position" int, score double precision) LANGUAGE sql STABLE AS $$
    WITH said AS MATERIALIZED (
        SELECT position, word, lexeme, trust, weight FROM spelled(lang, question)
    ), phrase AS MATERIALIZED (
        SELECT meaning, synonym.said::text, tsvector_to_array(article_lexemes(lang, way)) AS words
        FROM (SELECT article_lexemes(lang, string_agg(word, ' ' ORDER BY position)) AS lexemes FROM said) whole
        JOIN synonym ON opening(synonym.said) = ANY (tsvector_to_array(lexemes)) AND lexemes @@ synonym.said
        WHERE language = lang AND lexeme = ''
    ), word AS MATERIALIZED (
        -- A word of a phrase is hardly missed where the phrase is.
        SELECT lexeme, max(trust) AS trust,
               CASE WHEN EXISTS (SELECT FROM phrase WHERE lexeme = ANY (words)) THEN least(max(weight), 0.35) ELSE max(weight) END AS weight
        FROM said
        GROUP BY lexeme
        HAVING max(weight) > 0
    ), saying AS (
        -- How a passage may say a subject of the question: in the same words, or in others of one meaning.
        SELECT lexeme AS subject, lexeme AS term, weight, trust FROM word
        UNION
        SELECT word.lexeme, '=' || meaning, weight, trust * 0.85 FROM word JOIN synonym USING (lexeme) WHERE language = lang
        UNION
        SELECT said, said, 1, 1 FROM phrase
        UNION
        SELECT said, '=' || meaning, 1, 0.9 FROM phrase
    ), way AS MATERIALIZED (
        SELECT dense_rank() OVER (ORDER BY subject) AS subject, row_number() OVER () AS way, term, weight, trust FROM saying
    ), hit AS MATERIALIZED (
        SELECT way, subject, trust, article_id, position, in_title, in_heading, in_text
        FROM way JOIN passage_term USING (term) WHERE language = lang
    ), rarity AS MATERIALIZED (
        -- 1 for what a single article says.
        SELECT way, ln(1 + total / count(*)) / ln(1 + total) AS rarity
        FROM (SELECT DISTINCT way, article_id FROM hit) said,
             (SELECT count(*)::double precision AS total FROM article WHERE language = lang) articles
        GROUP BY way, total
    ), asked AS MATERIALIZED (
        SELECT subject, CASE WHEN max(rarity) IS NULL THEN max(weight) ELSE least(max(weight), 1) END AS weight,
               coalesce(max(trust * rarity * CASE WHEN term LIKE '=%' THEN 0.8 ELSE 1 END), 0.8) AS rarity
        FROM way LEFT JOIN rarity USING (way)
        GROUP BY subject
    ), held AS (
        -- Where the title or the heading says it, the passage is about it; where several passages are, the heading decides.
        SELECT subject, article_id, position, bool_or(in_title OR in_heading) AS prominent,
               max(trust * rarity * (0.9 * CASE WHEN in_title OR in_heading THEN 1 ELSE 0.75 END
                                     + 0.1 * CASE WHEN in_heading THEN 1 WHEN in_text THEN 0.8 ELSE 0 END)) AS value
        FROM hit JOIN rarity USING (way)
        GROUP BY subject, article_id, position
    ), balance AS (
        SELECT article_id, position, sum(value * CASE WHEN prominent THEN 1 ELSE weight END) AS found,
               greatest((SELECT sum(weight * rarity) FROM asked) - sum(weight * least(value, rarity)), 0) AS missed
        FROM held JOIN asked USING (subject)
        GROUP BY article_id, position
    )
    -- The power: a long question is not one that misses more.
    SELECT article_id, position, found / (found + power(missed, 0.7)) AS score
    FROM balance
    ORDER BY score DESC, article_id, position
$$;
