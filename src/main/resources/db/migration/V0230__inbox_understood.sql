-- inbox: the words of mails apart from the list of mails, so that looking through the list reads little
create table ledger_text (
    ledger_id   bigint not null primary key references ledger (id) on delete cascade,
    own_text    varchar(1000000),
    cut_text    varchar(1000000),
    attachments varchar(1000000),
    notes       varchar(100000)
);
insert into ledger_text (ledger_id, own_text, cut_text, attachments, notes)
select id, own_text, cut_text, attachments, notes from ledger where own_text is not null;
alter table ledger drop column own_text;
alter table ledger drop column cut_text;
alter table ledger drop column attachments;
alter table ledger drop column notes;

-- by what sign it was known what a mail is about, and whose workflow that is
alter table ledger add column sign varchar(60);
alter table ledger add column workflow varchar(255);
create index ledger_received_at on ledger (received_at);
