-- What a schedule was called when somebody asked for its timetable: jobs are found by it.
alter table generation_job add column schedule_name text not null default '';
update generation_job set schedule_name = schedule.name from schedule where schedule.id = schedule_id;
