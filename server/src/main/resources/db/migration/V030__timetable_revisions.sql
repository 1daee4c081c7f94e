-- Timetables (module timetable). A revision is written once, in one transaction, and never changed but for its status.
-- Names and grid are copied into "frame", so that a revision can be shown as it was made whatever becomes of the data.

create table timetable_revision (
    id                bigint generated always as identity primary key,
    schedule_id       uuid        not null references schedule,
    number            int         not null check (number >= 1),
    generation_job_id uuid unique,
    status            text        not null check (status in ('draft', 'partial', 'approved', 'rejected')),
    hard              bigint      not null check (hard >= 0),
    total             bigint      not null check (total >= 0),
    costs             jsonb       not null,
    frame             jsonb       not null,
    created_at        timestamptz not null default now(),
    unique (schedule_id, number),
    -- what leaves something unplaced is partial and can't be approved
    check ((status = 'partial') = (hard > 0))
);

-- Slots count from 1, [first, last + 1). Weeks: A is [1, 2), B is [2, 3), every week is [1, 3).
create table scheduled_event (
    id          bigint generated always as identity primary key,
    revision_id bigint    not null references timetable_revision on delete cascade,
    activity    text      not null,
    template    text      not null,
    group_code  text      not null,
    attendees   text[]    not null,
    day         smallint  not null check (day between 1 and 7),
    slots       int4range not null check (not isempty(slots) and lower(slots) >= 1 and upper(slots) <= 1000),
    weeks       int4range not null check (weeks in ('[1,3)', '[1,2)', '[2,3)')),
    room        text,
    constraint activity_placed_once unique (revision_id, activity),
    constraint room_taken_once exclude using gist
        (revision_id with =, room with =, day with =, slots with &&, weeks with &&),
    -- for the foreign key below
    unique (id, revision_id, day, slots, weeks)
);

create table scheduled_event_staff (
    event_id    bigint    not null,
    revision_id bigint    not null,
    day         smallint  not null,
    slots       int4range not null,
    weeks       int4range not null,
    position    smallint  not null,
    role        text      not null,
    person      text      not null,
    primary key (event_id, person),
    -- the time is repeated here so that the database itself can refuse to book a person twice
    foreign key (event_id, revision_id, day, slots, weeks)
        references scheduled_event (id, revision_id, day, slots, weeks) on update cascade on delete cascade,
    constraint person_booked_once exclude using gist
        (revision_id with =, person with =, day with =, slots with &&, weeks with &&)
);

-- Each leaf (subgroup, or section without subgroups) that attends as a whole. Takers of electives are not listed: of
-- them only some students of a leaf attend, so that two electives at a time are no clash.
create table scheduled_event_group (
    event_id    bigint    not null,
    revision_id bigint    not null,
    day         smallint  not null,
    slots       int4range not null,
    weeks       int4range not null,
    leaf        text      not null,
    primary key (event_id, leaf),
    foreign key (event_id, revision_id, day, slots, weeks)
        references scheduled_event (id, revision_id, day, slots, weeks) on update cascade on delete cascade,
    constraint group_attends_once exclude using gist
        (revision_id with =, leaf with =, day with =, slots with &&, weeks with &&)
);

create table unplaced_activity (
    revision_id bigint not null references timetable_revision on delete cascade,
    activity    text   not null,
    reason      text   not null,
    primary key (revision_id, activity)
);
