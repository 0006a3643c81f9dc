-- Each bounce asks how many of the last week name the same address, and must not read all letters for it.
CREATE INDEX message_bounced ON message ((payload #>> '{letter,bounce,recipient}'), received_at)
    WHERE payload #>> '{letter,bounce,recipient}' IS NOT NULL;
