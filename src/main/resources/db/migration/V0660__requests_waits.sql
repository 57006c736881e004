-- requests: a blocker may name another request; it ends by itself when that one is delivered
alter table blocker add column waits_for varchar(24);
alter table blocker add constraint blocker_waits_for foreign key (waits_for) references request (ref);
alter table blocker add column lifted_because varchar(20);
create index blocker_waited_for on blocker (waits_for, lifted_at);

-- one row, locked by whoever is about to let a request wait for another: of two halves of a circle the second sees the first
create table blocker_turn (
    id integer not null primary key
);
insert into blocker_turn (id) values (1);
