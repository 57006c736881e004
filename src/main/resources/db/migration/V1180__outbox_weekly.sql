-- outbox: who does not want the weekly mail, and who has had the one of which week; no mail where there was nothing to tell
create table outbox_weekly_stopped (
    address    varchar(400)             not null primary key,
    stopped_at timestamp with time zone not null
);
create table outbox_weekly (
    address varchar(400) not null,
    week    date         not null,
    mail    bigint,
    primary key (address, week)
);
