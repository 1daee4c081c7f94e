-- Plans of what suggestions lead to: the generation that carries one out begins with it (module explanation).
create table explanation_plan (
    explanation_id uuid  not null references explanation on delete cascade,
    -- number of the suggestion, from 1
    suggestion     int   not null check (suggestion > 0),
    plan           jsonb not null,
    primary key (explanation_id, suggestion)
);
