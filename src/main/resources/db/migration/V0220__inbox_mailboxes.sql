-- inbox: when Baton first looked into a mailbox, and which UID came next then (docs/decisions/0027)
create table inbox_mailbox (
    mailbox      varchar(300)             not null,
    uid_validity bigint                   not null,
    -- the same mailbox on whatever host
    account      varchar(300)             not null,
    next_uid     bigint                   not null,
    first_look   timestamp with time zone not null,
    primary key (mailbox, uid_validity)
);
create index inbox_mailbox_account on inbox_mailbox (account);

-- what was fetched from before goes on as it was: everything is taken
insert into inbox_mailbox (mailbox, uid_validity, account, next_uid, first_look)
select mailbox, uid_validity, mailbox, 1, min(arrived_at)
from ledger_arrival
where uid_validity is not null
group by mailbox, uid_validity;
