-- Since when the other side takes nothing more from us; null once it writes again.
ALTER TABLE conversation ADD COLUMN blocked_at timestamptz;

-- An edit may come before what it edits.
CREATE INDEX message_edited ON message (conversation_id, (payload ->> 'edits'))
    WHERE payload ->> 'edits' IS NOT NULL;

-- When somebody is told on working mornings which of their tasks are overdue; null: never.
ALTER TABLE staff ADD COLUMN digest_at time DEFAULT '09:00';
