-- Variants (module generation): the timetables that one job has made, to choose from.

alter table generation_job
    -- which are wanted; the balanced one is always made, and first
    add column variants          text[]      not null default '{balanced}' check (variants[1] = 'balanced'),
    -- which one is being made; null before the search and after it
    add column variant           text,
    -- which are there, in the order in which they were made
    add column made              text[]      not null default '{}',
    -- search time until the first timetable without conflicts
    add column first_feasible_ms bigint,
    -- those wanted that are not there, each with the reason
    add column missing           jsonb       not null default '[]',
    -- the job that this one is another try of
    add column retry_of          uuid        references generation_job on delete set null;

create table generation_variant (
    id         uuid        primary key default gen_random_uuid(),
    job_id     uuid        not null references generation_job on delete cascade,
    variant    text        not null check (variant in
                   ('balanced', 'personnel', 'student-compact', 'room-efficient', 'least-change')),
    figures    jsonb       not null,
    -- the timetable as it would be saved as a revision; it has no conflicts
    content    jsonb       not null,
    elapsed_ms bigint      not null,
    made_at    timestamptz not null default now(),
    unique (job_id, variant)
);

-- Choosing a variant makes a draft revision of it. The newest choice of a job is the one that holds.
create table variant_choice (
    id          bigint      generated always as identity primary key,
    variant_id  uuid        not null references generation_variant on delete cascade,
    revision_id bigint      not null unique references timetable_revision on delete cascade,
    -- null for the first one, which the job makes by itself
    chosen_by   text,
    chosen_at   timestamptz not null default now()
);
create index variant_choice_of_variant on variant_choice (variant_id, id);

create table variant_comment (
    id         bigint      generated always as identity primary key,
    variant_id uuid        not null references generation_variant on delete cascade,
    author     text        not null,
    at         timestamptz not null default now(),
    comment    text        not null check (length(comment) between 1 and 2000)
);
create index variant_comment_of_variant on variant_comment (variant_id, id);

-- a job has as many revisions as variants of it were chosen
alter table timetable_revision drop constraint timetable_revision_generation_job_id_key;
create index timetable_revision_of_job on timetable_revision (generation_job_id, number);
