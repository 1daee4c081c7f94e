-- Decisions about revisions (module approval): append-only, each with the hash of what was decided on.

create table workflow_step (
    id           bigint generated always as identity primary key,
    revision_id  bigint      not null references timetable_revision,
    action       text        not null check (action in
                     ('submit_for_review', 'approve', 'reject', 'request_revision', 'publish')),
    from_status  text        not null,
    to_status    text        not null,
    content_hash text        not null,
    actor        text        not null,
    at           timestamptz not null default now(),
    reason       text        check (reason <> ''),
    check (action not in ('reject', 'request_revision') or reason is not null)
);
create index workflow_step_of_revision on workflow_step (revision_id, id);

create function workflow_step_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'workflow_step is append-only';
end $$;
create trigger workflow_step_append_only before update or delete or truncate on workflow_step
    for each statement execute function workflow_step_is_append_only();

-- What people say about a revision, or about one activity of it.
create table review_comment (
    id          bigint generated always as identity primary key,
    revision_id bigint      not null references timetable_revision on delete cascade,
    activity    text,
    author      text        not null,
    at          timestamptz not null default now(),
    comment     text        not null check (comment <> ''),
    resolved_by text,
    resolved_at timestamptz,
    check ((resolved_by is null) = (resolved_at is null))
);
create index review_comment_of_revision on review_comment (revision_id, id);
