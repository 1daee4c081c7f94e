-- Who may come in, and what they did. Departments, personnel and students are named by their codes.

create table account (
    id             bigint generated always as identity primary key,
    email          text        not null,
    name           text        not null check (name <> ''),
    role           text        not null check (role in ('ADMIN', 'STAFF', 'FACULTY', 'STUDENT')),
    password_hash  text        not null,
    personnel_code text,
    student_code   text,
    enabled        boolean     not null default true,
    created_at     timestamptz not null default now(),
    constraint account_email_lower check (email = lower(email) and email like '%_@_%'),
    constraint account_email_unique unique (email)
);

create table account_department (
    account_id      bigint not null references account on delete cascade,
    department_code text   not null check (department_code <> ''),
    primary key (account_id, department_code)
);
comment on table account_department is 'The departments whose data a member of staff may see and change.';

create table api_token (
    id           bigint generated always as identity primary key,
    account_id   bigint      not null references account on delete cascade,
    token_hash   bytea       not null unique check (octet_length(token_hash) = 32),
    label        text        not null,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    check (expires_at > created_at)
);
create index api_token_account on api_token (account_id);
comment on column api_token.token_hash is 'SHA-256 of the token; the token itself is shown once and not kept.';

create table audit_entry (
    id       bigint generated always as identity primary key,
    at       timestamptz not null default now(),
    actor    text        not null,
    action   text        not null,
    subject  text        not null default '',
    detail   jsonb       not null default '{}'::jsonb
);
create index audit_entry_at on audit_entry (at desc);

-- append-only: an entry is never changed or removed, not even by the application
create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit_entry is append-only';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_is_append_only();
