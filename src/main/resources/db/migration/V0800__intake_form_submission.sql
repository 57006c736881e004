-- intake: every form that was sent, so that the same form sent twice opens one request
create table form_submission (
    form_id varchar(64)              not null primary key,
    sender  varchar(320)             not null,
    ref     varchar(24),
    sent_at timestamp with time zone not null
);
create index form_submission_sender on form_submission (sender, sent_at);
