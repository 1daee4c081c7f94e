-- Calendar feeds (module publishing). Whoever knows the secret of one can read it; it is kept as its SHA-256.

create table calendar_feed (
    id          bigint generated always as identity primary key,
    account_id  bigint      not null references account on delete cascade,
    kind        text        not null check (kind in ('person', 'student', 'group', 'room')),
    code        text        not null check (code <> ''),
    label       text        not null,
    secret_hash bytea       not null unique check (octet_length(secret_hash) = 32),
    created_at  timestamptz not null default now(),
    revoked_at  timestamptz
);
create index calendar_feed_of_account on calendar_feed (account_id);

-- Names this installation in the identities of calendar events, which must not change with its address.
create table installation (
    only_one boolean primary key default true check (only_one),
    id       uuid    not null default gen_random_uuid()
);
insert into installation default values;
