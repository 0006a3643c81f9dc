-- Volunteers, events, cases and surveys: who waits for a place, how a case ended, and what a low mark led to.
ALTER TABLE participation DROP CONSTRAINT participation_status_check;
ALTER TABLE participation
    ADD CONSTRAINT participation_status_check
        CHECK (status IN ('registered', 'waiting', 'cancelled', 'attended', 'no_show')),
    -- Who waits longest is first when a place frees.
    ADD COLUMN asked_at timestamptz;

ALTER TABLE time_entry
    ADD COLUMN decided_by bigint REFERENCES staff;

ALTER TABLE service_case
    -- What was done about it, in the words of who resolved it.
    ADD COLUMN resolution text,
    -- The task that makes somebody see to it.
    ADD COLUMN task_id bigint REFERENCES task,
    -- An earlier case of the same person that this one goes on with.
    ADD COLUMN refers_to bigint REFERENCES service_case,
    -- From here the clock of the first reply runs: from the opening, or from the last time it was opened again.
    ADD COLUMN clock_from timestamptz;

CREATE INDEX service_case_contact ON service_case (contact_id);

ALTER TABLE survey_answer
    -- The task that a low mark has led to.
    ADD COLUMN task_id bigint REFERENCES task;
