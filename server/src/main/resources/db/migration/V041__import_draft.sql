-- Uploaded files between upload and import.

CREATE TABLE import_draft (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    account_id  bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    names       text NOT NULL,
    sheets      json NOT NULL,
    mapping     json NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE import_draft IS 'What somebody uploaded and has not imported yet: one at a time, kept for a day.';
CREATE INDEX ON import_draft (account_id);
