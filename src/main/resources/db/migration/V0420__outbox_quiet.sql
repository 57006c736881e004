-- outbox: which mails may wait, for whom, and what they were told in instead
alter table outbox_mail add column kind varchar(10) default 'news' not null;
alter table outbox_mail add column needed_by timestamp with time zone;
alter table outbox_mail add column admitted_at timestamp with time zone;
alter table outbox_mail add column digest bigint;

-- how often somebody wants to be written to; whoever never chose has no row
create table outbox_quiet (
    address        varchar(400)             primary key,
    pace           varchar(20)              not null,
    budget         integer,
    changed_at     timestamp with time zone not null,
    next_digest_at timestamp with time zone
);
create index outbox_quiet_next_digest on outbox_quiet (next_digest_at);

-- how many mails were let through to somebody on the last day that had any; its row is the lock on the budget
create table outbox_day (
    address varchar(400) primary key,
    on_day  date         not null,
    mails   integer      not null
);

-- the key lets one digest be made for a person and day
create table outbox_digest (
    address varchar(400) not null,
    on_day  date         not null,
    mail    bigint       not null unique references outbox_mail (id),
    primary key (address, on_day)
);

-- the requests that a digest speaks of, for the measures
create table outbox_digest_about (
    mail    bigint      not null references outbox_mail (id),
    request varchar(30) not null,
    primary key (mail, request)
);
