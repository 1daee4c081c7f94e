-- Generation jobs (module generation).
create table generation_job (
    id                  uuid primary key,
    schedule_id         uuid        not null references schedule,
    -- what was asked for, in the college's codes
    department          text        not null,
    batch               text,
    semester            int         check (semester >= 1),
    academic_year       text        not null,
    time_budget_seconds int         not null check (time_budget_seconds between 1 and 7200),
    seed                bigint      not null,

    status              text        not null check (status in
                            ('queued', 'running', 'completed', 'failed', 'cancelled', 'approved', 'rejected')),
    wish                text        not null default 'none' check (wish in ('none', 'stop', 'cancel')),
    -- Counts the beginnings. Whoever writes for the job names the attempt; an older one can't write any more.
    attempt             int         not null default 0 check (attempt >= 0),
    progress            smallint    not null default 0 check (progress between 0 and 100),
    phase               text,
    best_hard           bigint,
    best_cost           bigint,
    moves               bigint      not null default 0,
    elapsed_ms          bigint      not null default 0,
    history             jsonb       not null default '[]',
    heartbeat_at        timestamptz,
    worker              text,
    error_message       text,

    created_by          text        not null,
    created_at          timestamptz not null default now(),
    started_at          timestamptz,
    updated_at          timestamptz not null default now(),
    completed_at        timestamptz,

    decided_by          text,
    decided_at          timestamptz,
    comments            text,

    idempotency_key     text,
    request_text        text,

    unique (created_by, idempotency_key),
    check ((status in ('queued', 'running')) = (completed_at is null)),
    check ((status in ('approved', 'rejected')) = (decided_at is not null)),
    check (status <> 'failed' or error_message is not null)
);

create index generation_job_by_time on generation_job (created_at desc, id);
create index generation_job_by_schedule on generation_job (schedule_id, created_at desc);

-- One allocation at a time: what the schedule's own status says, said again where nobody can forget it.
create unique index generation_job_one_open_per_schedule on generation_job (schedule_id)
    where status in ('queued', 'running');

-- The best plan so far of each attempt, written every few seconds.
create table generation_checkpoint (
    job_id     uuid        not null references generation_job on delete cascade,
    attempt    int         not null,
    plan       jsonb       not null,
    hard       bigint      not null,
    cost       bigint      not null,
    elapsed_ms bigint      not null,
    saved_at   timestamptz not null default now(),
    primary key (job_id, attempt)
);

alter table timetable_revision
    add foreign key (generation_job_id) references generation_job;
