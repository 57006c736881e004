-- outbox: what was sent in a week, and what its digests stand for
create index outbox_mail_sent on outbox_mail (sent_at);
create index outbox_mail_digest on outbox_mail (digest);
