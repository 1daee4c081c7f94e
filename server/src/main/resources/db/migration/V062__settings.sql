-- What an administrator has set (module platform). What is not here has its default.

create table app_setting (
    key        text primary key,
    value      boolean     not null,
    changed_by text        not null,
    changed_at timestamptz not null default now()
);
