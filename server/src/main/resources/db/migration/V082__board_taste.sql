-- How somebody likes to see the board (module timetable).
create table board_taste (
    account_id bigint primary key references account on delete cascade,
    density    text   not null check (density in ('compact', 'normal', 'roomy')),
    zoom       int    not null check (zoom in (60, 80, 100, 125, 150))
);
