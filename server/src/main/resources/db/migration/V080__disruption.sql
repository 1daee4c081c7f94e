-- What happens in the middle of a term: somebody or something is not there for some days (module timetable).

alter table board_edit
    drop constraint board_edit_kind_check,
    add constraint board_edit_kind_check check
        (kind in ('move', 'chain', 'park', 'override', 'repair', 'regenerate'));

-- The revision is in force from its first to its last day only; what was in force before follows it again.
create table disruption (
    revision_id   bigint      primary key references timetable_revision on delete cascade,
    base_id       bigint      not null references timetable_revision,
    kind          text        not null check (kind in ('person', 'room', 'activity')),
    subject       text        not null check (subject <> ''),
    -- the days that are lost
    first_day     date        not null,
    last_day      date        not null check (last_day >= first_day),
    -- when the revision is in force
    in_force_from date        not null,
    in_force_to   date        not null check (in_force_to >= in_force_from),
    reason        text        not null check (reason <> ''),
    reported_by   text        not null,
    reported_at   timestamptz not null default now()
);
