-- An address that a visitor typed for the answer to a case is proven like one for the newsletter.
ALTER TABLE address_proof DROP CONSTRAINT address_proof_purpose_check;
ALTER TABLE address_proof ADD CONSTRAINT address_proof_purpose_check
    CHECK (purpose IN ('export', 'erasure', 'newsletter', 'answer'));
