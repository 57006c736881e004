-- requests: who takes part in a request beside its requester, its owner and those who have its tasks
create table request_participant (
    ref    varchar(24)              not null references request (ref),
    person varchar(320)             not null,
    since  timestamp with time zone not null,
    primary key (ref, person)
);
create index request_participant_person on request_participant (person);
