-- The life of a revision: draft -> pending_review -> approved -> published; rejected ends it. What a revision holds may
-- change while it is a draft (or partial) and never after: decisions are bound to the hash of what was decided on.

alter table timetable_revision
    drop constraint timetable_revision_status_check,
    add constraint timetable_revision_status_check check
        (status in ('draft', 'partial', 'pending_review', 'approved', 'published', 'rejected')),
    -- the key in addresses
    add column workflow_id uuid not null default gen_random_uuid() unique,
    -- counts changes of the status and of the content; the ETag
    add column version bigint not null default 1,
    -- what was submitted; null while it may still change
    add column content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
    add constraint timetable_revision_of_schedule unique (id, schedule_id);

-- The same content gives the same hash, in whichever order and by whichever edits it came to be.
create function revision_content_hash(revision bigint) returns text language sql stable as $$
    select encode(sha256(convert_to(jsonb_build_array(
        (select frame from timetable_revision where id = revision),
        (select jsonb_agg(jsonb_build_array(activity, template, group_code, attendees, day, slots::text, weeks::text, room,
                    (select jsonb_agg(jsonb_build_array(role, person) order by position)
                     from scheduled_event_staff where event_id = scheduled_event.id))
                    order by activity collate "C")
         from scheduled_event where revision_id = revision),
        (select jsonb_agg(jsonb_build_array(activity, reason) order by activity collate "C")
         from unplaced_activity where revision_id = revision)
    )::text, 'UTF8')), 'hex')
$$;

update timetable_revision set content_hash = revision_content_hash(id) where status in ('approved', 'rejected');

alter table timetable_revision
    add constraint frozen_has_hash check ((status in ('draft', 'partial')) = (content_hash is null));

create function refuse_change_of_frozen_revision() returns trigger language plpgsql as $$
declare
    frozen record;
begin
    select id, status into frozen from timetable_revision
    where status not in ('draft', 'partial')
      and (TG_OP <> 'INSERT' and id = old.revision_id or TG_OP <> 'DELETE' and id = new.revision_id)
    limit 1;
    if found then
        raise exception 'The timetable revision (%) is %; what it holds can''t change.', frozen.id, frozen.status
            using errcode = 'restrict_violation';
    end if;
    return case when TG_OP = 'DELETE' then old else new end;
end $$;
create trigger frozen before insert or update or delete on scheduled_event
    for each row execute function refuse_change_of_frozen_revision();
create trigger frozen before insert or update or delete on scheduled_event_staff
    for each row execute function refuse_change_of_frozen_revision();
create trigger frozen before insert or update or delete on scheduled_event_group
    for each row execute function refuse_change_of_frozen_revision();
create trigger frozen before insert or update or delete on unplaced_activity
    for each row execute function refuse_change_of_frozen_revision();

create function refuse_change_of_frozen_head() returns trigger language plpgsql as $$
begin
    if old.status not in ('draft', 'partial') and (TG_OP = 'DELETE'
            or (old.schedule_id, old.number, old.hard, old.total, old.costs, old.frame)
                is distinct from (new.schedule_id, new.number, new.hard, new.total, new.costs, new.frame)) then
        raise exception 'The timetable revision (%) is %; what it holds can''t change.', old.id, old.status
            using errcode = 'restrict_violation';
    end if;
    return case when TG_OP = 'DELETE' then old else new end;
end $$;
create trigger frozen before update or delete on timetable_revision
    for each row execute function refuse_change_of_frozen_head();

-- What is, was and will be in force. A publication holds from its date on, until one that was made later begins.
create table publication (
    id             bigint generated always as identity primary key,
    schedule_id    uuid        not null,
    revision_id    bigint      not null,
    effective_from date        not null,
    published_by   text        not null,
    published_at   timestamptz not null default now(),
    note           text,
    people_told    int         not null check (people_told >= 0),
    foreign key (revision_id, schedule_id) references timetable_revision (id, schedule_id)
);
create index publication_of_schedule on publication (schedule_id, id desc);
create index scheduled_event_attendees on scheduled_event using gin (attendees);
create index scheduled_event_staff_person on scheduled_event_staff (person, revision_id);
create index scheduled_event_room on scheduled_event (room, revision_id);
