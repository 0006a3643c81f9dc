-- A proof that was asked for in a chat can be given there, by the code of the letter; a chat itself can be proven to be somebody's.
ALTER TABLE address_proof ADD COLUMN chat_id bigint REFERENCES conversation;
CREATE INDEX address_proof_chat ON address_proof (chat_id) WHERE used_at IS NULL;

ALTER TABLE address_proof DROP CONSTRAINT address_proof_purpose_check;
ALTER TABLE address_proof ADD CONSTRAINT address_proof_purpose_check
    CHECK (purpose IN ('export', 'erasure', 'newsletter', 'answer', 'link'));
