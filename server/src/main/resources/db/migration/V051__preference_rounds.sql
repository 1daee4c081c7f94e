-- Who is asked for preferences, by which link, and what they said. Preferences without a round are standing ones, which came
-- with the college's data: they count until their person has submitted something for a schedule.

CREATE VIEW schedule_batch AS
SELECT DISTINCT schedule.id AS schedule_id, batch.id AS batch_id
FROM schedule
JOIN schedule_department ON schedule_department.schedule_id = schedule.id
JOIN attendee_group batch ON batch.kind = 'BATCH' AND batch.department_id = schedule_department.department_id
WHERE (schedule.semester IS NULL OR batch.semester = schedule.semester)
  AND batch.archived_at IS NULL
  AND EXISTS (SELECT FROM attendee_group section
              WHERE section.parent_id = batch.id AND section.archived_at IS NULL
                AND (NOT EXISTS (SELECT FROM schedule_group WHERE schedule_group.schedule_id = schedule.id)
                     OR EXISTS (SELECT FROM schedule_group
                                WHERE schedule_group.schedule_id = schedule.id
                                  AND schedule_group.group_id IN (batch.id, section.id))));
COMMENT ON VIEW schedule_batch IS 'The batches that a schedule plans, whole or by some of their sections.';

CREATE VIEW schedule_template AS
SELECT DISTINCT schedule_batch.schedule_id, activity_template.id AS template_id
FROM schedule_batch
JOIN course_batch ON course_batch.batch_id = schedule_batch.batch_id
JOIN activity_template ON activity_template.course_id = course_batch.course_id;
COMMENT ON VIEW schedule_template IS 'The activity templates of the courses of a schedule.';

CREATE VIEW schedule_eligible AS
SELECT schedule_template.schedule_id, template_eligible.template_id, template_eligible.personnel_id
FROM schedule_template JOIN template_eligible ON template_eligible.template_id = schedule_template.template_id;
COMMENT ON VIEW schedule_eligible IS 'Who can be asked for what in a schedule.';

CREATE TABLE preference_policy (
    schedule_id  uuid PRIMARY KEY REFERENCES schedule ON DELETE CASCADE,
    fairness     text NOT NULL CHECK (fairness IN ('SUM', 'LEXIMIN'))
);
COMMENT ON TABLE preference_policy IS 'How the preferences of different people are weighed in a schedule; LEXIMIN where there is no row.';

CREATE TABLE preference_round (
    id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    schedule_id  uuid NOT NULL UNIQUE REFERENCES schedule ON DELETE CASCADE,
    deadline     timestamptz NOT NULL,
    time_zone    text NOT NULL CHECK (time_zone <> ''),
    veto_budget  integer NOT NULL CHECK (veto_budget BETWEEN 0 AND 50),
    note         text NOT NULL DEFAULT '' CHECK (char_length(note) <= 2000),
    opened_by    text NOT NULL,
    version      bigint NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE preference_round IS 'The people of a schedule are asked. Open while the schedule is COLLECTING and the deadline has not come.';
COMMENT ON COLUMN preference_round.time_zone IS 'IANA name; in which the deadline is told.';
COMMENT ON COLUMN preference_round.veto_budget IS 'How many activities a person may say CANNOT to.';
CREATE TRIGGER touch BEFORE UPDATE ON preference_round FOR EACH ROW EXECUTE FUNCTION touch_row();

CREATE TABLE preference_sheet (
    id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    round_id       uuid NOT NULL REFERENCES preference_round ON DELETE CASCADE,
    personnel_id   uuid NOT NULL REFERENCES personnel ON DELETE CASCADE,
    seed           uuid NOT NULL DEFAULT gen_random_uuid(),
    invited_at     timestamptz,
    reminded_at    timestamptz,
    opened_at      timestamptz,
    open_until     timestamptz,
    draft          jsonb,
    draft_at       timestamptz,
    draft_by       text,
    draft_version  bigint NOT NULL DEFAULT 0,
    UNIQUE (round_id, personnel_id)
);
COMMENT ON TABLE preference_sheet IS 'What one person writes for one round.';
COMMENT ON COLUMN preference_sheet.seed IS 'Of the order in which unranked activities are shown, so that the order of the list favours none.';
COMMENT ON COLUMN preference_sheet.open_until IS 'Reopened for this person beyond the deadline.';
COMMENT ON COLUMN preference_sheet.draft_by IS 'Who entered it for the person; null for themselves.';
CREATE INDEX ON preference_sheet (personnel_id);

CREATE TABLE preference_link (
    token_hash  bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    sheet_id    uuid NOT NULL REFERENCES preference_sheet ON DELETE CASCADE,
    created_at  timestamptz NOT NULL DEFAULT now(),
    created_by  text NOT NULL,
    revoked_at  timestamptz
);
COMMENT ON COLUMN preference_link.token_hash IS 'SHA-256 of the 256 random bits in the link; they themselves are not kept.';
CREATE INDEX ON preference_link (sheet_id);

CREATE TABLE preference_submission (
    sheet_id       uuid NOT NULL REFERENCES preference_sheet ON DELETE CASCADE,
    number         integer NOT NULL CHECK (number > 0),
    content        jsonb NOT NULL,
    content_hash   bytea NOT NULL CHECK (octet_length(content_hash) = 32),
    draft_version  bigint NOT NULL,
    submitted_at   timestamptz NOT NULL DEFAULT now(),
    proxy          text,
    PRIMARY KEY (sheet_id, number)
);
COMMENT ON TABLE preference_submission IS 'What was submitted, each time; the last one counts.';
COMMENT ON COLUMN preference_submission.proxy IS 'Who submitted it for the person; null for themselves.';

CREATE TABLE preference_unavailability (
    round_id      uuid NOT NULL REFERENCES preference_round ON DELETE CASCADE,
    personnel_id  uuid NOT NULL REFERENCES personnel ON DELETE CASCADE,
    day           weekday NOT NULL,
    start_time    time NOT NULL,
    end_time      time NOT NULL,
    PRIMARY KEY (round_id, personnel_id, day, start_time),
    CHECK (start_time < end_time)
);
COMMENT ON TABLE preference_unavailability IS 'When a person said they cannot come in this schedule, beside their availability in the data.';
CREATE INDEX ON preference_unavailability (personnel_id);

ALTER TABLE preference
    ADD COLUMN round_id uuid REFERENCES preference_round ON DELETE CASCADE,
    ADD COLUMN veto text CHECK (veto IN ('PENDING', 'APPROVED', 'DECLINED')),
    DROP CONSTRAINT preference_pkey,
    ADD CONSTRAINT preference_once UNIQUE NULLS NOT DISTINCT (round_id, personnel_id, template_id);
UPDATE preference SET veto = 'APPROVED' WHERE bucket = 'CANNOT';
ALTER TABLE preference ADD CONSTRAINT preference_veto CHECK ((bucket = 'CANNOT') = (veto IS NOT NULL));
CREATE INDEX ON preference (personnel_id);
COMMENT ON COLUMN preference.round_id IS 'Null for a standing preference.';
COMMENT ON COLUMN preference.veto IS 'Whether a CANNOT is accepted; until then, and when declined, it counts as the last of RATHER_NOT.';
