-- inbox: messages that a mail server has and the ledger has not, as the reconciler found them
create table inbox_missing (
    mailbox      varchar(300)             not null,
    uid_validity bigint                   not null,
    uid          bigint                   not null,
    noticed_at   timestamp with time zone not null,
    primary key (mailbox, uid_validity, uid)
);
-- inbox: when admins were last told that something is missing in a mailbox
create table inbox_missing_told (
    mailbox varchar(300)             not null primary key,
    told_at timestamp with time zone not null
);
