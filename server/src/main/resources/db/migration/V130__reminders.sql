-- Rounds remind by themselves those who have not submitted, so many hours before the deadline.

ALTER TABLE preference_round ADD COLUMN remind_hours integer[] NOT NULL DEFAULT '{48,4}';
COMMENT ON COLUMN preference_round.remind_hours IS 'Hours before the deadline at which who has not submitted is reminded; may be none.';

CREATE TABLE preference_reminder (
    id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    round_id  uuid NOT NULL REFERENCES preference_round ON DELETE CASCADE,
    due_at    timestamptz NOT NULL,
    locale    text NOT NULL,
    done_at   timestamptz,
    mailed    integer,
    CHECK ((done_at IS NULL) = (mailed IS NULL))
);
CREATE INDEX ON preference_reminder (due_at) WHERE done_at IS NULL;
CREATE INDEX ON preference_reminder (round_id);
COMMENT ON TABLE preference_reminder IS 'Reminders to come and those that were sent. Whichever process takes one that is due sends it, in one transaction.';
COMMENT ON COLUMN preference_reminder.locale IS 'Language of the planner who set the deadline; the mails are written in it.';

INSERT INTO preference_reminder (round_id, due_at, locale)
SELECT id, deadline - make_interval(hours => hours), 'en'
FROM preference_round, unnest(remind_hours) hours
WHERE deadline - make_interval(hours => hours) > now();
