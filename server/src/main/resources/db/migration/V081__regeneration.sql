-- A part of a draft placed anew around what stays, in the background (module timetable).

create table regeneration (
    id          uuid        primary key,
    revision_id bigint      not null references timetable_revision on delete cascade,
    -- the draft as it was when it began; what comes of it can only be taken into that
    version     bigint      not null,
    -- ids of the activities that may move
    activities  text[]      not null check (cardinality(activities) > 0),
    scope       text        not null check (scope <> ''),
    few_moves   boolean     not null,
    seconds     int         not null check (seconds between 1 and 600),
    actor       text        not null,
    created_at  timestamptz not null default now(),
    status      text        not null default 'queued'
                check (status in ('queued', 'running', 'ready', 'failed', 'accepted', 'refused')),
    attempt     int         not null default 0,
    percent     int         not null default 0 check (percent between 0 and 100),
    stop        boolean     not null default false,
    cost_before bigint,
    cost_after  bigint,
    -- places, as in board_edit
    moves       jsonb       not null default '[]',
    error       text
);
create unique index regeneration_one_at_a_time on regeneration (revision_id) where status in ('queued', 'running');
