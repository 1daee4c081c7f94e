-- Explanations: why a schedule has no timetable, and what would help (module explanation).
create table explanation (
    id             uuid primary key,
    schedule_id    uuid        not null references schedule on delete cascade,
    -- the generation job that failed and is explained; null when somebody just asks
    generation_job uuid,
    seconds        int         not null check (seconds between 1 and 600),
    status         text        not null check (status in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
    -- what is being looked at: PREFLIGHT, SEARCH, CONFLICT, RELAXATIONS
    part           text,
    stop_wanted    boolean     not null default false,
    -- Counts the beginnings. Whoever writes for the explanation names the attempt; an older one can't write any more.
    attempt        int         not null default 0 check (attempt >= 0),
    worker         text,
    elapsed_ms     bigint      not null default 0,
    -- of the data that is explained, so that a remedy is not carried out on other data
    fingerprint    text,
    -- what was found so far
    findings       jsonb,
    error_message  text,
    -- the suggestion that was carried out, with what is needed to take it back
    remedy         jsonb,
    created_by     text        not null,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    completed_at   timestamptz,
    check ((status in ('QUEUED', 'RUNNING')) = (completed_at is null)),
    check (status <> 'FAILED' or error_message is not null)
);
create index explanation_by_schedule on explanation (schedule_id, created_at desc);
create unique index explanation_one_open_per_schedule on explanation (schedule_id)
    where status in ('QUEUED', 'RUNNING');
