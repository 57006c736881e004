-- intake: mails that go back and forth over an entry of the ledger that belongs to no request: what somebody answered by
-- hand, and what told them of an answer to that; whatever answers one of these is for the person who wrote by hand
create table hand_answer (
    mail_id   bigint       not null primary key references outbox_mail (id),
    ledger_id bigint       not null,
    person    varchar(320) not null
);
