-- Assessment centres (module assessmentcentre): what is asked for, the jobs that plan it, the plans, and the day itself.

create table assessment_centre (
    id           uuid primary key,
    name         display_name not null,
    -- whose centre it is; null for the whole college, which administrators look after
    department   text,
    -- the centre as docs/assessment-centres.md describes it; checked before it is saved
    document     jsonb        not null,
    -- number of the plan that holds; null before the first
    current_plan int check (current_plan >= 1),
    version      bigint       not null default 1,
    created_by   text         not null,
    created_at   timestamptz  not null default now(),
    updated_at   timestamptz  not null default now()
);
create index assessment_centre_by_time on assessment_centre (created_at desc, id desc);
-- the version is about what is asked for: a new plan does not make an edit stale
create trigger assessment_centre_touch before update of document on assessment_centre
    for each row execute function touch_row();

create table assessment_job (
    id              uuid primary key,
    centre_id       uuid        not null references assessment_centre on delete cascade,
    -- the centre as it was when the job was asked for
    document        jsonb       not null,
    seconds         int         not null check (seconds between 1 and 600),
    seed            bigint      not null,
    status          text        not null check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
    wish            text        not null default 'none' check (wish in ('none', 'stop', 'cancel')),
    -- Counts the beginnings. Whoever writes for the job names the attempt; an older one can't write any more.
    attempt         int         not null default 0 check (attempt >= 0),
    -- end of the best plan so far, and the time before which no plan ends; local to the centre
    best_end        timestamp,
    earliest_end    timestamp,
    elapsed_ms      bigint      not null default 0,
    heartbeat_at    timestamptz,
    worker          text,
    -- why there is no plan: code, message, shortages, and suggestions each with its changed centre
    failure         jsonb,
    -- what went wrong on our side
    error_message   text,
    created_by      text        not null,
    created_at      timestamptz not null default now(),
    started_at      timestamptz,
    updated_at      timestamptz not null default now(),
    completed_at    timestamptz,
    idempotency_key text,
    request_text    text,
    unique (created_by, idempotency_key),
    check ((status in ('queued', 'running')) = (completed_at is null)),
    check (status <> 'failed' or failure is not null or error_message is not null)
);
create index assessment_job_by_centre on assessment_job (centre_id, created_at desc);
create unique index assessment_job_one_open_per_centre on assessment_job (centre_id)
    where status in ('queued', 'running');

-- A plan is written once and never changed. What holds is assessment_centre.current_plan.
create table assessment_plan (
    centre_id   uuid        not null references assessment_centre on delete cascade,
    number      int         not null check (number >= 1),
    origin      text        not null check (origin in ('planned', 'repaired', 'undone')),
    -- the planned one that all repairs since come from; marks belong to it
    lineage     int         not null check (lineage between 1 and number),
    -- the plan that an undo brings back; null where there is nothing to undo
    undo_to     int check (undo_to < number),
    job_id      uuid unique references assessment_job,
    document    jsonb       not null,
    sessions    jsonb       not null,
    -- goals and what is proven about them; null after a repair, where nothing is
    summary     jsonb,
    -- what has happened on the day up to this plan and still holds
    disruptions jsonb       not null default '[]',
    -- what made this plan necessary; null for a plan that was made before the day
    incident    jsonb,
    created_by  text        not null,
    created_at  timestamptz not null default now(),
    primary key (centre_id, number),
    check ((origin = 'planned') = (lineage = number))
);
alter table assessment_centre add foreign key (id, current_plan) references assessment_plan (centre_id, number)
    deferrable initially deferred;

-- What was seen on the day, in order; the last one of a session counts. A late mark is about the time that the session
-- had: it does not hold for a session that was moved since.
create table assessment_mark (
    id            bigint generated always as identity primary key,
    centre_id     uuid        not null references assessment_centre on delete cascade,
    lineage       int         not null,
    session_key   text        not null,
    kind          text        not null check (kind in ('started', 'finished', 'late', 'cleared')),
    planned_start timestamp   not null,
    at            timestamp   not null,
    marked_by     text        not null,
    created_at    timestamptz not null default now()
);
create index assessment_mark_by_centre on assessment_mark (centre_id, lineage, id);

-- Ways to go on after something happened, until one is chosen.
create table assessment_repair (
    id          uuid primary key,
    centre_id   uuid        not null references assessment_centre on delete cascade,
    based_on    int         not null,
    at          timestamp   not null,
    incident    jsonb       not null,
    disruptions jsonb       not null,
    options     jsonb       not null,
    created_by  text        not null,
    created_at  timestamptz not null default now()
);
create index assessment_repair_by_centre on assessment_repair (centre_id, created_at desc);

-- Secret links to the own sheet and calendar of one person.
create table assessment_link (
    id           bigint generated always as identity primary key,
    centre_id    uuid        not null references assessment_centre on delete cascade,
    kind         text        not null check (kind in ('participant', 'assessor')),
    person       text        not null,
    token_hash   bytea       not null unique check (octet_length(token_hash) = 32),
    created_by   text        not null,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    check (expires_at > created_at)
);
create index assessment_link_by_centre on assessment_link (centre_id);
comment on column assessment_link.token_hash is 'SHA-256 of the token; the token itself is shown once and not kept.';
