-- outbox: the name that the mail server which took a mail gave it; some put it in place of our Message-ID
alter table outbox_mail add column relay_id varchar(200);
create index outbox_mail_relay_id on outbox_mail (relay_id);
