-- Which of the queued generation jobs comes first: the higher one. The numbers are those of the queue's own column.
alter table generation_job
    add column priority smallint not null default 50 check (priority in (10, 50, 90));

-- what is queued already keeps its place between low and high
update scheduled_tasks set priority = 50 where priority is null;
