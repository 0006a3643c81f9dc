CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

CREATE TABLE article (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug     text   NOT NULL,
    language text   NOT NULL CHECK (language IN ('en', 'ru')),
    title    text   NOT NULL,
    body     text   NOT NULL,
    tags     text[] NOT NULL DEFAULT '{}',
    status   text   NOT NULL DEFAULT 'published' CHECK (status IN ('draft', 'published')),
    UNIQUE (slug, language)
);

CREATE TABLE article_search (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    query           text   NOT NULL,
    language        text   NOT NULL CHECK (language IN ('en', 'ru')),
    article_id      bigint REFERENCES article,
    score           real,
    helpful         boolean,
    conversation_id bigint REFERENCES conversation
);

CALL track_changes('article');
CALL track_changes('article_search');

-- Words are cut to their stems and none is left out: "will" and "get there" matter to a question, and what does not is said by
-- question_word.
CREATE TEXT SEARCH DICTIONARY knowledge_en (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION knowledge_en (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION knowledge_en ALTER MAPPING REPLACE english_stem WITH knowledge_en;

CREATE TEXT SEARCH DICTIONARY knowledge_ru (TEMPLATE = snowball, LANGUAGE = russian);
CREATE TEXT SEARCH CONFIGURATION knowledge_ru (COPY = pg_catalog.russian);
ALTER TEXT SEARCH CONFIGURATION knowledge_ru ALTER MAPPING REPLACE russian_stem WITH knowledge_ru;
ALTER TEXT SEARCH CONFIGURATION knowledge_ru ALTER MAPPING REPLACE english_stem WITH knowledge_en;

CREATE FUNCTION article_lexemes(lang text, words text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT to_tsvector(('knowledge_' || lang)::regconfig, replace(lower(words), 'ё', 'е'))
$$;

-- The search index: derived from the articles by the product, so not tracked. A passage is what an answer quotes.
CREATE TABLE article_passage (
    article_id bigint NOT NULL REFERENCES article ON DELETE CASCADE,
    position   int    NOT NULL,
    language   text   NOT NULL,
    about      text   NOT NULL,
    heading    text   NOT NULL,
    text       text   NOT NULL,
    PRIMARY KEY (article_id, position)
);

CREATE INDEX article_passage_language ON article_passage (language);

-- What a passage says and where: a term is a lexeme, a phrase of synonym, or = and a meaning of synonym. The title stands for the
-- tags too.
CREATE TABLE passage_term (
    language   text    NOT NULL,
    term       text    NOT NULL,
    article_id bigint  NOT NULL,
    position   int     NOT NULL,
    in_title   boolean NOT NULL,
    in_heading boolean NOT NULL,
    in_text    boolean NOT NULL,
    FOREIGN KEY (article_id, position) REFERENCES article_passage ON DELETE CASCADE
);

CREATE UNIQUE INDEX passage_term_found ON passage_term (language, term, article_id, position)
    INCLUDE (in_title, in_heading, in_text);
CREATE INDEX passage_term_passage ON passage_term (article_id, position);

-- How people ask, whatever the articles say. Filled by the scripts question_words_{language}.
-- What a word weighs in a question: 1 if it is not here, 0 for politeness, more for a word of other subjects.
CREATE TABLE question_word (
    language text NOT NULL,
    word     text NOT NULL,
    lexeme   text NOT NULL,
    weight   real NOT NULL CHECK (weight BETWEEN 0 AND 2),
    PRIMARY KEY (language, word)
);

CREATE INDEX question_word_lexeme ON question_word (language, lexeme);

-- Ways to say the same: rows with one meaning. The lexeme is empty for a phrase.
CREATE TABLE synonym (
    language text    NOT NULL,
    meaning  text    NOT NULL,
    way      text    NOT NULL,
    said     tsquery NOT NULL,
    lexeme   text    NOT NULL,
    PRIMARY KEY (language, meaning, way)
);

CREATE INDEX synonym_lexeme ON synonym (language, lexeme);

-- All words of the articles and of the two tables above, as written and as their stems: what is not here may be a typing error,
-- of a word of the articles rather than of another.
CREATE TABLE known_word (
    language    text    NOT NULL,
    word        text    NOT NULL,
    lexeme      text    NOT NULL,
    in_articles boolean NOT NULL,
    PRIMARY KEY (language, word)
);

CREATE INDEX known_word_similar ON known_word USING gin (word gin_trgm_ops);

CREATE FUNCTION stem_of(lang text, word text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce((tsvector_to_array(article_lexemes(lang, word)))[1], word)
$$;

CREATE FUNCTION words_of(said text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
    SELECT lexeme FROM unnest(to_tsvector('simple', replace(lower(said), 'ё', 'е')))
$$;

CREATE PROCEDURE forget_question_words(lang text) LANGUAGE sql AS $$
    DELETE FROM question_word WHERE language = lang;
    DELETE FROM synonym WHERE language = lang;
$$;

CREATE PROCEDURE weigh_question_words(lang text, worth real, words text) LANGUAGE sql AS $$
    INSERT INTO question_word (language, word, lexeme, weight)
    SELECT lang, word, stem_of(lang, word), worth FROM words_of(words) AS word ON CONFLICT DO NOTHING
$$;

-- One meaning a line, named by its first words; ways to say it are parted by commas.
CREATE PROCEDURE add_synonyms(lang text, lines text) LANGUAGE sql AS $$
    INSERT INTO synonym (language, meaning, way, said, lexeme)
    SELECT lang, split_part(line, ',', 1), trim(way), said, CASE numnode(said) WHEN 1 THEN trim(said::text, '''') ELSE '' END
    FROM regexp_split_to_table(trim(E'\n ' FROM lines), '\n') AS raw, trim(raw) AS line, regexp_split_to_table(line, ',') AS way,
         phraseto_tsquery(('knowledge_' || lang)::regconfig, replace(lower(way), 'ё', 'е')) AS said
    ON CONFLICT DO NOTHING
$$;

-- What is longer than a word of any language is none that a person mistypes.
CREATE FUNCTION learn_words(lang text, said text, of_article boolean) RETURNS void LANGUAGE sql AS $$
    INSERT INTO known_word (language, word, lexeme, in_articles)
    SELECT DISTINCT ON (form) lang, form, stem, of_article
    FROM words_of(said) AS word, stem_of(lang, word) AS stem, LATERAL (VALUES (word), (stem)) AS written (form)
    WHERE length(form) <= 50
    ORDER BY form, stem = form DESC, stem
    ON CONFLICT (language, word) DO UPDATE SET in_articles = true WHERE of_article AND NOT known_word.in_articles
$$;

CREATE FUNCTION terms_of(lang text, title text, heading text, body text)
    RETURNS TABLE (term text, in_title boolean, in_heading boolean, in_text boolean) LANGUAGE sql STABLE AS $$
    WITH passage AS MATERIALIZED (
        SELECT article_lexemes(lang, title) AS titles, article_lexemes(lang, heading) AS headings, article_lexemes(lang, body) AS texts
    ), word AS (
        SELECT lexeme, bool_or(place = 1) AS in_title, bool_or(place = 2) AS in_heading, bool_or(place = 3) AS in_text
        FROM passage, LATERAL (VALUES (1, titles), (2, headings), (3, texts)) AS written (place, lexemes), unnest(lexemes)
        GROUP BY lexeme
    ), phrase AS (
        SELECT meaning, said::text, titles @@ said AS in_title, headings @@ said AS in_heading, texts @@ said AS in_text
        FROM (SELECT titles, headings, texts, titles || headings || texts AS lexemes FROM passage) whole
        JOIN synonym ON language = lang AND lexeme = '' AND lexemes @@ said
        WHERE titles @@ said OR headings @@ said OR texts @@ said
    )
    SELECT lexeme, in_title, in_heading, in_text FROM word
    UNION ALL
    SELECT said, bool_or(in_title), bool_or(in_heading), bool_or(in_text) FROM phrase GROUP BY said
    UNION ALL
    SELECT '=' || meaning, bool_or(in_title), bool_or(in_heading), bool_or(in_text)
    FROM (SELECT meaning, in_title, in_heading, in_text FROM phrase
          UNION ALL
          SELECT meaning, in_title, in_heading, in_text FROM word JOIN synonym USING (lexeme) WHERE language = lang) meant
    GROUP BY meaning
$$;

-- To be called when the passages of an article have changed.
CREATE PROCEDURE index_article(article bigint) LANGUAGE plpgsql AS $$
DECLARE
    passage article_passage;
BEGIN
    -- Two who publish at once would write the same words in another order, and wait for one another.
    LOCK TABLE known_word IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM passage_term WHERE article_id = article;
    FOR passage IN SELECT * FROM article_passage WHERE article_id = article LOOP
        INSERT INTO passage_term (language, term, article_id, position, in_title, in_heading, in_text)
        SELECT passage.language, term, article, passage.position, in_title, in_heading, in_text
        FROM terms_of(passage.language, passage.about, passage.heading, passage.text);
        PERFORM learn_words(passage.language, concat_ws(' ', passage.about, passage.heading, passage.text), true);
    END LOOP;
END $$;

-- To be called when question_word or synonym have changed.
CREATE PROCEDURE index_language(lang text) LANGUAGE plpgsql AS $$
DECLARE
    article bigint;
BEGIN
    DELETE FROM known_word WHERE language = lang;
    PERFORM learn_words(lang, string_agg(word, ' '), false) FROM question_word WHERE language = lang;
    PERFORM learn_words(lang, string_agg(way, ' '), false) FROM synonym WHERE language = lang;
    FOR article IN SELECT DISTINCT article_id FROM article_passage WHERE language = lang LOOP
        CALL index_article(article);
    END LOOP;
END $$;

-- A word as it sounds: letters that are taken for one another stand for one, doubled ones for a single one.
CREATE FUNCTION sound(word text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT regexp_replace(translate(word, 'оеэяыйбвгдзжyzkъь', 'аииииипфктсшisc'), '(.)\1+', '\1', 'g')
$$;

-- The slips of the finger or the ear between two words: 0 when they sound alike, 1 for a letter too many, too few, wrong or out of
-- place, 2 for two of these, null for more or where the first letter differs.
CREATE FUNCTION slips(word text, other text) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN sound(word) = sound(other) THEN 0
        WHEN left(sound(word), 1) <> left(sound(other), 1) THEN NULL
        WHEN levenshtein_less_equal(word, other, 2) > 2 THEN NULL
        WHEN levenshtein_less_equal(word, other, 1) = 1 THEN 1
        WHEN (SELECT string_agg(letter, '' ORDER BY letter) FROM regexp_split_to_table(word, '') letter)
           = (SELECT string_agg(letter, '' ORDER BY letter) FROM regexp_split_to_table(other, '') letter) THEN 1
        ELSE 2 END
$$;

-- The words of a question in their order, or the known words that they are slips of, with the trust in that and the weight in the
-- question. Numbers are left out; compounds whose parts follow weigh nothing.
CREATE FUNCTION spelled(lang text, question text)
    RETURNS TABLE ("position" int, word text, lexeme text, trust double precision, weight double precision) LANGUAGE sql STABLE
    SET pg_trgm.similarity_threshold = 0.25 AS $$
    WITH written AS MATERIALIZED (
        SELECT position, written.lexeme AS word, stem_of(lang, written.lexeme) AS lexeme
        FROM unnest(to_tsvector('simple', replace(lower(question), 'ё', 'е'))) written, unnest(positions) AS position
        WHERE written.lexeme !~ '^[-+]?[0-9.,:]+$'
    ), strange AS MATERIALIZED (
        SELECT DISTINCT word, lexeme FROM written
        WHERE NOT EXISTS (SELECT FROM known_word known WHERE known.language = lang AND known.word IN (written.word, written.lexeme))
    ), meant AS MATERIALIZED (
        SELECT strange.word AS slip, known.word, known.lexeme, 0.9 - 0.1 * slips AS trust
        FROM strange CROSS JOIN LATERAL (
            SELECT known.word, known.lexeme, slips
            FROM (SELECT form, shortest FROM (VALUES (strange.word, 4), (strange.lexeme, 5)) typed (form, shortest)
                  WHERE length(form) BETWEEN shortest AND 50 OFFSET 0) typed
            JOIN known_word known ON known.word % form AND levenshtein_less_equal(known.word, form, 2) <= 2
            CROSS JOIN LATERAL slips(form, known.word)
            WHERE known.language = lang AND slips <= CASE WHEN length(strange.word) < 7 THEN 1 ELSE 2 END
            ORDER BY slips, shortest, known.in_articles DESC, similarity(known.word, form) DESC, known.word
            LIMIT 1
        ) known
    )
    SELECT position, coalesce(meant.word, written.word), coalesce(meant.lexeme, written.lexeme), coalesce(meant.trust, 1),
           coalesce((SELECT weight FROM question_word common
                     WHERE common.language = lang AND common.word = coalesce(meant.word, written.word)),
                    (SELECT min(weight) FROM question_word common
                     WHERE common.language = lang AND common.lexeme = coalesce(meant.lexeme, written.lexeme)),
                    CASE WHEN meant.word IS NOT NULL OR strange.word IS NULL THEN 1
                         WHEN written.word LIKE '%-%' THEN 0 WHEN length(written.word) < 4 THEN 0.35 ELSE 1 END)
    FROM written LEFT JOIN strange USING (word) LEFT JOIN meant ON slip = written.word
$$;

-- The passages that share words or meanings with a question, best first. The score weighs what a passage holds of the question
-- against what it misses: 1 when nothing is missed, 0 when all is. What few articles say counts more than what many say; what
-- none says is missed dearly.
CREATE FUNCTION search_passages(question text, lang text)
    RETURNS TABLE (article_id bigint, "position" int, score double precision) LANGUAGE sql STABLE AS $$
    WITH said AS MATERIALIZED (
        SELECT position, word, lexeme, trust, weight FROM spelled(lang, question)
    ), phrase AS MATERIALIZED (
        SELECT meaning, synonym.said::text, tsvector_to_array(article_lexemes(lang, way)) AS words
        FROM synonym, (SELECT article_lexemes(lang, string_agg(word, ' ' ORDER BY position)) AS lexemes FROM said) whole
        WHERE language = lang AND lexeme = '' AND lexemes @@ synonym.said
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
