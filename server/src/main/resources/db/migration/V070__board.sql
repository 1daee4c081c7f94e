-- Editing drafts by hand (module timetable). Each edit is kept with what was before, so that it can be undone.

create table board_edit (
    id          bigint generated always as identity primary key,
    revision_id bigint      not null references timetable_revision on delete cascade,
    actor       text        not null,
    actor_name  text        not null,
    at          timestamptz not null default now(),
    kind        text        not null check (kind in ('move', 'chain', 'park', 'override')),
    -- [{"activity", "before": place or null, "after": place or null}]
    changes     jsonb       not null,
    reason      text        check (reason <> ''),
    -- undone edits can be redone until something else is done
    state       text        not null default 'done' check (state in ('done', 'undone', 'dropped')),
    check (kind <> 'override' or reason is not null)
);
create index board_edit_of_revision on board_edit (revision_id, id desc);

-- What a planner insists on although it breaks a rule, and why. It stays visible until the activity is moved again.
create table board_override (
    revision_id bigint      not null references timetable_revision on delete cascade,
    activity    text        not null,
    actor       text        not null,
    actor_name  text        not null,
    at          timestamptz not null default now(),
    reason      text        not null check (reason <> ''),
    primary key (revision_id, activity)
);

-- Only what somebody insists on may be in a place that is taken.
alter table scheduled_event add column overridden boolean not null default false;
alter table scheduled_event_staff add column overridden boolean not null default false;
alter table scheduled_event_group add column overridden boolean not null default false;
alter table scheduled_event
    drop constraint room_taken_once,
    add constraint room_taken_once exclude using gist
        (revision_id with =, room with =, day with =, slots with &&, weeks with &&) where (not overridden);
alter table scheduled_event_staff
    drop constraint person_booked_once,
    add constraint person_booked_once exclude using gist
        (revision_id with =, person with =, day with =, slots with &&, weeks with &&) where (not overridden);
alter table scheduled_event_group
    drop constraint group_attends_once,
    add constraint group_attends_once exclude using gist
        (revision_id with =, leaf with =, day with =, slots with &&, weeks with &&) where (not overridden);
