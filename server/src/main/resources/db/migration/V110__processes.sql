-- The processes over this database (module platform): servers and workers, each saying every few seconds that it lives.

create table app_process (
    id         uuid primary key,
    name       text        not null check (name <> ''),
    pages      boolean     not null,
    jobs       boolean     not null,
    started_at timestamptz not null default now(),
    seen_at    timestamptz not null default now(),
    check (pages or jobs)
);
