-- intake: answers that the requester confirmed with a press; each moves one step, however often its link is pressed
create table reply_taken (
    ref       varchar(24)              not null,
    ledger_id bigint                   not null,
    taken_at  timestamp with time zone not null,
    primary key (ref, ledger_id)
);
